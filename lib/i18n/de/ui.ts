import type { ui as english } from "@/lib/i18n/en/ui";

export const ui = {
  cancel: "Abbrechen",
  close: "Schließen",
  confirm: "Bestätigen",
  copy: "Kopieren",
  copied: "Kopiert",
  loading: "Wird geladen",
  none: "keine",
  never: "nie",
  unknown: "nicht bekannt",
  of: "von",
  optional: "freiwillig",
  details: "Einzelheiten",
  tryAgain: "Noch einmal versuchen",
  showMore: "Mehr zeigen",
  required: "Dieses Feld wird gebraucht.",
  typeToConfirm: (name: string) => `Zum Bestätigen ${name} eingeben`,
  invisible: (label: string) => `unsichtbares Zeichen: ${label}`,
  leadsTo: (host: string) => `führt zu ${host}`,
  notification: "Meldung",
  notifications: "Meldungen",
} satisfies typeof english;
