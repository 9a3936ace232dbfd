import { capital, countWord } from "@/lib/format/count-word";
import type { access as english } from "@/lib/i18n/en/access";

const word = (n: number) => countWord(n, "de");
const sessions = (n: number) => `${word(n)} ${n === 1 ? "Sitzung" : "Sitzungen"}`;

export const access = {
  title: "Zugang",
  count: (n: number) => (n === 1 ? "Eine Person" : `${capital(word(n))} Personen`),
  signedIn: (n: number, of: number) =>
    n === 0
      ? "niemand ist angemeldet."
      : n === of && n > 1
        ? "alle sind angemeldet, in"
        : `${word(n)} davon ${n === 1 ? "ist" : "sind"} angemeldet, in`,
  sessions,
  disabledCount: (n: number) => `${capital(word(n))} ${n === 1 ? "ist" : "sind"} gesperrt.`,
  add: "Person hinzufügen",
  you: "Sie",
  disabled: "gesperrt",
  since: "seit",
  noRoles: "Keine Rolle",
  rolesAre: (roles: string[]) => `${roles.length === 1 ? "Rolle" : "Rollen"} ${roles.join(", ")}`,
  seen: "gesehen",
  neverSeen: "nie angemeldet",
  created: "Angelegt",
  passwordSet: "Passwort gesetzt",
  notSignedIn: "Nicht angemeldet.",
  session: {
    caption: (name: string) => `Sitzungen von ${name}`,
    started: "Angemeldet",
    seen: "Zuletzt gesehen",
    ends: "Endet",
    from: "Von",
    browser: "Browser",
    unknownBrowser: "unbekannter Browser",
    current: "diese",
  },
  actions: {
    more: (name: string) => `Mehr zu ${name}`,
    disable: "Sperren",
    enable: "Entsperren",
    signOut: "Überall abmelden",
    reset: "Passwort neu setzen",
    roles: "Rollen ändern",
    disableOf: (name: string) => `${name} sperren`,
    enableOf: (name: string) => `${name} entsperren`,
    signOutOf: (name: string) => `${name} überall abmelden`,
    disableSelf: "Sich selbst kann man nicht sperren. Ein anderer Admin kann es.",
    noSessions: "Es gibt keine Sitzung, die enden könnte.",
  },
  dialogs: {
    disableTitle: (name: string) => `${name} sperren?`,
    disableNote: (n: number) =>
      `${n === 0 ? "" : `${capital(sessions(n))} ${n === 1 ? "endet" : "enden"} sofort. `}Die nächste Anmeldung wird abgelehnt. Was diese Person getan hat, bleibt im Protokoll, und das Konto kann wieder entsperrt werden.`,
    enableTitle: (name: string) => `${name} entsperren?`,
    enableNote: "Das alte Passwort gilt wieder, mit denselben Rollen.",
    signOutTitle: (name: string) => `${name} überall abmelden?`,
    signOutNote: (n: number) =>
      `${capital(sessions(n))} ${n === 1 ? "endet" : "enden"} sofort, was auch offen ist. Das Passwort bleibt; eine neue Anmeldung ist möglich.`,
    signOutSelf: "Diese ist dabei: Sie kommen zur Anmeldung.",
    resetTitle: (name: string) => `Passwort von ${name} neu setzen?`,
    resetNote: (n: number) =>
      `Ein neues Passwort wird gemacht und einmal gezeigt, Ihnen. Das alte gilt nicht mehr${n === 0 ? "." : `, und ${sessions(n)} ${n === 1 ? "endet" : "enden"} sofort.`}`,
    rolesTitle: (name: string) => `Rollen von ${name}`,
    rolesNote:
      "Sie gelten ab der nächsten Anfrage. Mehrere sind möglich; eine, die erlaubt, genügt.",
    rolesAct: "Rollen speichern",
    rolesSelf: "Sich selbst kann man die Rolle Admin nicht nehmen. Ein anderer Admin kann es.",
    addTitle: "Person hinzufügen",
    addNote:
      "Ein Passwort wird gemacht und einmal gezeigt, Ihnen. Bitte auf anderem Weg als im Chat weitergeben.",
    addAct: "Person hinzufügen",
    name: "Benutzername",
    nameHint: "In Kleinbuchstaben; so wird er bei der Anmeldung getippt und steht im Protokoll.",
    roles: "Rollen",
    noRole: "Bitte mindestens eine Rolle wählen.",
    passwordTitle: (name: string) => `Das Passwort von ${name}`,
    passwordNote:
      "Nur dieses eine Mal gezeigt und nirgends aufbewahrt. Wer es verliert, bekommt ein neues.",
    copyPassword: "Passwort kopieren",
    done: "Ich habe es weitergegeben",
  },
  done: {
    disabled: (name: string) => `${name} ist gesperrt.`,
    enabled: (name: string) => `${name} ist entsperrt.`,
    signedOut: (name: string, n: number) => `${name}: ${sessions(n)} beendet.`,
    roles: (name: string) => `Die Rollen von ${name} sind geändert.`,
    added: (name: string) => `${name} ist hinzugefügt.`,
    onTrail: "Es steht im Protokoll.",
  },
  guards: {
    title: "Was gesichert ist",
    lines: [
      "Niemand sperrt sich selbst oder nimmt sich selbst die Rolle Admin.",
      "Der letzte Admin, der nicht gesperrt ist, bleibt es.",
      "Jede Änderung hier steht in derselben Transaktion im Protokoll; lässt sie sich dort nicht schreiben, geschieht sie nicht.",
      "Eine Sitzung endet 8 Stunden nach der Anmeldung und 30 Minuten nach der letzten Anfrage.",
    ],
    weaker: {
      roles:
        "Hier schwächer: Die Datenbankrollen aus scripts/roles.sql fehlen, also handelt jeder Prozess mit allen Rechten seines Logins",
      superuser: "Hier schwächer: Das Login ist Superuser, den keine Regel der Datenbank bindet",
      disconnect:
        "Hier schwächer: Vor PostgreSQL 14 läuft die Abfrage eines getöteten Webprozesses zu Ende",
      "public-schema":
        "Hier schwächer: Wer sich an der Datenbank anmeldet, darf im Schema public Objekte anlegen, wie vor PostgreSQL 15 üblich",
      "case-folding":
        "Hier schwächer: LC_CTYPE ist C, Buchstaben außerhalb von ASCII behalten Groß und Klein",
      "search-scope":
        "Hier schwächer: Die Erweiterung btree_gin fehlt, eine Suche in einem Archiv oder Monat dauert länger",
      "search-substring":
        "Hier schwächer: Die Erweiterung pg_trgm fehlt, Wortteile werden nur innerhalb eines Archivs gefunden",
    },
  },
  matrix: {
    title: "Was jede Rolle darf",
    permission: "Zum",
    yes: "ja",
    no: "nein",
  },
  roleHints: {
    admin: "der Server, die Bedienenden, und Text mit genanntem Grund",
    compliance: "Text mit genanntem Grund, und das Protokoll",
    support: "wer, wann, welche Art und wie lang; nie Text",
    auditor: "das Protokoll; sonst nichts",
  },
  failed: "Es hat nicht geklappt, und nichts wurde geändert.",
} satisfies typeof english;
