import { capital, countWord } from "@/lib/format/count-word";
import { formatNumber } from "@/lib/format/number";
import type { holds as english } from "@/lib/i18n/en/holds";

const number = (n: number) => formatNumber(n, "de");
const rows = (n: number) => (n === 1 ? "1 Zeile" : `${number(n)} Zeilen`);

export const holds: typeof english = {
  title: "Sicherungen",
  holdTitle: (id) => `Sicherung ${id}`,
  inForce: (n) =>
    `${capital(countWord(n, "de"))} ${n === 1 ? "Sicherung gilt" : "Sicherungen gelten"}`,
  promise:
    "; was genannt ist, wird in dem Augenblick kopiert, in dem Prosody es löscht oder ändert, und Prosody arbeitet weiter wie zuvor.",
  none: "Keine Sicherung gilt. Eine Sicherung bewahrt, was sie nennt, was immer Prosody löscht.",
  unguarded: "Prosodys Tabellen sind nicht bewacht",
  unguardedNote:
    "Diese Datenbank wurde nicht übernommen, oder nicht von dieser Version: Führen Sie muniment adopt aus. Bis dahin kann keine Sicherung angelegt werden.",
  place: "Sicherung anlegen",
  empty: "Noch nie wurde eine Sicherung angelegt",
  emptyNote:
    "Eine Sicherung ist für einen Streit, eine Untersuchung, eine Pflicht zur Aufbewahrung. Sie nennt eine Person, einen Raum, ein Gespräch oder einen Host.",
  caption: "Sicherungen, zuerst die geltenden",
  columns: {
    number: "Nr.",
    on: "Wovon",
    kind: "Art",
    dates: "Gesendet",
    reason: "Grund",
    since: "Gilt seit",
    state: "Stand",
  },
  kinds: { person: "Person", room: "Raum", conversation: "Gespräch", host: "Host" },
  with: (peer) => `mit ${peer}`,
  whenever: "wann auch immer",
  from: "ab",
  until: "bis",
  state: { active: "gilt", released: "aufgehoben" },
  form: {
    title: "Sicherung anlegen",
    note: "Sie gilt von dem Augenblick an, in dem sie gespeichert ist. Prosodys Schreiben wartet kurz darauf, höchstens 200 ms am Stück.",
    act: "Sicherung anlegen",
    kind: "Was bewahrt werden soll",
    person: "Person",
    room: "Raum",
    conversation: "Zwischen",
    host: "Host",
    peer: "und",
    jidHint: "Eine bloße JID, etwa julia@capulet.lit.",
    fromDay: "Gesendet ab",
    toDay: "Gesendet bis",
    days: "Tage der Zeitzone oben, beide eingeschlossen. Ohne sie alles, auch was noch kommt.",
    reason: "Grund",
    reasonHint: "Der Vorgang, wie er im Protokoll stehen wird.",
    keeps: {
      person:
        "Bewahrt das ganze Archiv der Person in jedem Speicher, dazu Kontaktliste, Sperrliste und das Übrige. Kopien in Archiven anderer gehören nicht dazu.",
      room: "Bewahrt alles, was im Raum gesagt wurde, und seine Einstellungen.",
      conversation:
        "Bewahrt die Nachrichten zwischen beiden Seiten, in den Archiven beider, soweit sie hier liegen.",
      host: "Bewahrt alles von allen auf diesem Host.",
    },
    wholeArchives:
      "Diese Tabelle sagt nicht, wer die andere Seite ist; deshalb werden die ganzen Archive beider bewahrt.",
  },
  cover: {
    label: "Umfasst jetzt",
    counting: "Wird gezählt …",
    unknown: "nicht gezählt: Es gibt noch keinen Index",
    nothing: "noch nichts; was kommt, wird dennoch bewahrt",
    failed: "konnte nicht gezählt werden",
    rows,
    about: "etwa",
    owners: (n) => (n === 1 ? "aus 1 Archiv" : `aus ${number(n)} Archiven`),
  },
  placed: (id) => `Sicherung ${id} gilt.`,
  show: {
    on: "Wovon",
    dates: "Gesendet",
    reason: "Grund",
    by: "Angelegt von",
    since: "Gilt seit",
    live: "In Prosodys Tabellen",
    kept: "Vor dem Löschen bewahrt",
    keptNone: "seither wurde nichts gelöscht oder geändert",
    versions: (n, more) =>
      `${more ? "mehr als " : ""}${number(n)} ${n === 1 ? "Fassung" : "Fassungen"}`,
    ofWhich: (deleted, changed) => `${number(deleted)} gelöscht, ${number(changed)} geändert`,
    last: "die letzte",
    back: "Alle Sicherungen",
    byDay: {
      title: "Bewahrt, nach Tagen",
      caption: "Bewahrte Fassungen je Tag, der neueste zuerst",
      day: "Tag",
      deleted: "Gelöscht",
      changed: "Geändert",
    },
    howTitle: "Was eine Sicherung wert ist",
    how: [
      "Jede Fassung einer Zeile, die sie nennt, wird kopiert, bevor sie gelöscht oder geändert wird: durch Prosodys Ablauf, Mengengrenzen, aufgelöste Räume, gelöschte Konten, Moderation oder von Hand.",
      "Zu jeder Kopie gehören Vorgang, Zeit, Datenbanknutzer, Transaktion und ein SHA-256 der Zeile.",
      "Muniments eigene Rollen werden stattdessen abgewiesen, und niemand darf eine der beiden Tabellen mit TRUNCATE leeren.",
      "Ein Superuser der Datenbank oder der Eigentümer von Prosodys Tabellen kann die Trigger entfernen.",
    ],
  },
};
