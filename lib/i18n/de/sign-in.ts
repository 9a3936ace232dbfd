import type { signIn as english } from "@/lib/i18n/en/sign-in";

export const signIn = {
  pageTitle: "Anmelden",
  title: "Anmelden bei den Archiven",
  lead: "Hier liegen Worte anderer Leute. Was Sie lesen, ändern oder löschen, steht in einem Protokoll, das niemand ändern kann, bevor es gezeigt wird.",
  username: "Benutzername",
  password: "Passwort",
  submit: "Anmelden",
  submitting: "Wird geprüft",
  refused: "Dieser Benutzername und dieses Passwort gehören nicht zusammen.",
  refusedWait: (span: string) =>
    `Dieser Benutzername und dieses Passwort gehören nicht zusammen. Der nächste Versuch wird in ${span} angesehen.`,
  slowed: (span: string) =>
    `Zu viele Versuche. Dieser wurde nicht angesehen; der nächste wird es in ${span}.`,
  failed:
    "Die Anmeldung hat die Datenbank nicht erreicht. Nichts wurde geprüft. Bitte gleich noch einmal versuchen.",
  goOn: "Nach der Anmeldung geht es zu der Seite, die Sie wollten.",
  signedOut: "Sie sind abgemeldet.",
  needed: "Bitte beide Felder ausfüllen.",
  sessionEnds: "Eine Sitzung endet nach 30 Minuten ohne Benutzung.",
  noReset: "Ein verlorenes Passwort setzt ein Admin unter Zugang neu.",
  product: (version: string) => `Muniment ${version}`,
  noAccess: {
    pageTitle: "Kein Zugang",
    title: "Diese Seite ist für Sie nicht offen",
    lead: (name: string, roles: string) =>
      `Sie sind angemeldet als ${name}, mit ${roles.includes(",") ? "den Rollen" : "der Rolle"} ${roles}.`,
    leadWithoutRole: (name: string) => `Sie sind angemeldet als ${name}, ohne Rolle.`,
    needs: "Sie braucht",
    givenBy: "Rollen, die das dürfen",
    howTo: "Wer es geben kann",
    howToText: "Ein Admin, unter Zugang. Eine geänderte Rolle gilt ab der nächsten Anfrage.",
    unknownPermission: "eine Berechtigung, die Ihre Rollen nicht haben",
    start: (page: string) => `Zur Seite ${page}`,
    signOut: "Als jemand anderes anmelden",
  },
} satisfies typeof english;
