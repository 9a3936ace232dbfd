/**
 * Emoji that must never be taken apart: flags, keycaps, and sequences held together by zero width
 * joiners (UTS #51 ED-17, without the plain digits that `\p{Emoji}` would take in).
 */
const PICTURE = String.raw`\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F\u20E3?|\uFE0E|[\u{E0020}-\u{E007E}]{1,16}\u{E007F})?`;

export const EMOJI = String.raw`\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|${PICTURE}(?:\u200D${PICTURE})*`;
