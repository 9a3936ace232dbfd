import { counting } from "../counting";
import type { ReadingTexts } from "../en/reading";

const { n, plural } = counting("de");

export const reading: ReadingTexts = {
  closedTitle: "Der Text ist geschlossen",
  closedWhy:
    "Gezeigt wird, wer, wann, was für eine und wie lang. Die Worte öffnen sich für ein Archiv, mit Begründung, höchstens 15 Minuten; das steht im Protokoll, bevor das erste Wort erscheint.",
  closedRole: "Ihre Rollen zeigen, wer, wann, was für eine und wie lang; nie die Worte.",
  open: "Text öffnen",
  dialogTitle: (jid) => `${jid} lesen`,
  dialogWhy:
    "Die Begründung kommt ins Protokoll, mit allem, was Sie lesen. Die Person kann es einsehen.",
  reason: "Begründung",
  reasonHint: "Ein Vorgang und was Sie herausfinden müssen, mindestens 8 Zeichen",
  minutes: "Für",
  minutesOption: (count) => plural(count, "Minute", "Minuten"),
  confirm: "Öffnen und protokollieren",
  cancel: "Geschlossen lassen",
  close: "Text schließen",
  closing: "Wird geschlossen",
  readingNow: (reason) => `Lesung: ${reason}`,
  left: (minutes) => (minutes < 1 ? "weniger als eine Minute" : `${n(minutes)} min`),
  printed: (id, until) =>
    `Lesung ${id}, offen bis ${until}. Was gelesen wurde, steht im Protokoll.`,
  ended: "Die Lesung ist zu Ende; der Text ist wieder geschlossen.",
};
