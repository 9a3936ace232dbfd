import canonicalize from "canonicalize";

export type Json =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

export type JsonObject = { readonly [key: string]: Json | undefined };

/**
 * PostgreSQL text holds no NUL and UTF-8 no lone surrogate. Both are replaced by a visible sign (U+2400,
 * U+FFFD), in the canonical text as well, so that columns and canonical text say the same.
 */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "\u2400").replace(/\p{Surrogate}/gu, "\ufffd");
}

/**
 * RFC 8785 (JSON Canonicalization Scheme). Integers beyond 2^53 and numbers JSON cannot write become
 * strings: as numbers they would not survive the next reader. Members that are undefined are left out.
 */
export function canonicalJson(value: JsonObject): string {
  return canonicalize(plain(value)) as string;
}

function plain(value: Json | undefined): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return exact(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item: Json) => plain(item));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [cleanText(key), plain(member)]),
  );
}

function exact(value: number): number | string {
  const survives = Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return survives ? value : String(value);
}
