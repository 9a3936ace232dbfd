import { capital, countWord } from "@/lib/format/count-word";
import type { approvals as english } from "@/lib/i18n/en/approvals";

export const approvals: typeof english = {
  title: "Freigaben",
  waiting: (n) =>
    `${capital(countWord(n, "de"))} ${n === 1 ? "Anfrage wartet" : "Anfragen warten"} auf eine zweite Person`,
  none: "Nichts wartet auf eine zweite Person.",
  about:
    "Was viel löscht, geschieht erst, wenn jemand anderes genau das gesehen und zugestimmt hat.",
  empty: "Keine offene Anfrage",
  emptyNote: "Anfragen kommen von Seiten, auf denen etwas Endgültiges vorbereitet wird.",
  kinds: { "policy.apply": "Die Regeln ändern", "retention.run": "Aufräumen" },
  states: {
    waiting: "wartet",
    approved: "freigegeben",
    refused: "abgelehnt",
    cancelled: "zurückgenommen",
    expired: "abgelaufen",
    used: "ausgeführt",
  },
  by: "Verlangt von",
  reason: "Grund",
  expires: "Läuft ab",
  decided: "Entschieden von",
  ripe: "Hier kann niemand anderes zustimmen; deshalb gilt es ab",
  content: (id) => `Was verlangt wird, Anfrage ${id}`,
  sha256: "SHA-256 davon",
  approve: "Zustimmen",
  refuse: "Ablehnen",
  cancel: "Zurücknehmen",
  refuseHint: "Wer es verlangt hat, liest ihn hier; das Protokoll behält ihn.",
  own: "Sie haben es verlangt: Jemand anderes muss zustimmen.",
  dialogs: {
    approve: "Zustimmen?",
    approveNote:
      "Es gilt für genau das, was hier steht. Wer es verlangt hat, kann es dann einmal tun.",
    refuse: "Ablehnen?",
    refuseNote: "Dann ist es vorbei; es kann neu verlangt werden.",
    cancel: "Zurücknehmen?",
    cancelNote: "Dann ist es vorbei; es kann neu verlangt werden.",
  },
  past: "Im letzten Monat entschieden",
  pastCaption: "Anfragen, die vorbei sind, die neueste zuerst",
  columns: {
    what: "Was",
    by: "Verlangt von",
    asked: "Verlangt",
    decided: "Entschieden von",
    state: "Ausgang",
  },
  done: { approve: "Zugestimmt.", refuse: "Abgelehnt.", cancel: "Zurückgenommen." },
};
