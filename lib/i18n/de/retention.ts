import { capital, countWord } from "@/lib/format/count-word";
import { formatNumber } from "@/lib/format/number";
import type { retention as english } from "@/lib/i18n/en/retention";

const days = (n: number) => (n === 1 ? "1 Tag" : `${formatNumber(n, "de")} Tage`);

export const retention: typeof english = {
  title: "Aufbewahrung",
  count: (n) => `${capital(countWord(n, "de"))} ${n === 1 ? "Regel" : "Regeln"}`,
  abstract:
    "; über jede Nachricht entscheidet die genaueste: eine Person oder ein Raum vor einer Art, eine Art vor dem Host.",
  none: "Keine Regel: Muniment löscht nichts, und was verschwindet, entscheidet Prosody.",
  who: {
    title: "Wer aufräumt",
    prosody: (host, span) =>
      `Prosody löscht auf ${host} selbst nach Ablauf von: ${span}. Eine längere Regel hier kommt zu spät: Stellen Sie es auf nie, oder halten Sie die Regeln kürzer.`,
    never: (host) => `Prosody löscht auf ${host} nichts: Es gilt, was eine Regel hier sagt.`,
    off: (host) => `Prosody archiviert auf ${host} nicht, oder nicht wie seine Konfiguration sagt.`,
    unknown: (host) =>
      `Wie lange Prosody Nachrichten auf ${host} aufbewahrt, ist nicht bekannt: Seine Konfiguration ist nicht lesbar.`,
    days,
  },
  rules: {
    title: "Regeln",
    caption: "Aufbewahrungsregeln nach Host, die weiteste zuerst",
    add: "Regel hinzufügen",
    change: "Ändern",
    remove: "Entfernen",
    removeOf: (on) => `Die Regel für ${on} entfernen`,
    on: "Wofür",
    kept: "Aufbewahrt",
    due: "Jetzt darüber",
    by: "Von",
    everybody: "alle",
    forever: "für immer",
    days,
    rows: (n) => `${n} Zeilen`,
    notCounted: "noch nicht gezählt",
    dueNote:
      "Ganze Tage in UTC, ohne genauere Regeln und Sicherungen zu beachten; ein Probelauf zählt genau.",
  },
  form: {
    title: "Regel hinzufügen",
    note: "Eine Regel mit demselben Umfang wird ersetzt. Gelöscht wird nichts, bevor aufgeräumt wird.",
    act: "Regel speichern",
    scope: "Worum es geht",
    scopes: {
      host: "Ein Host",
      owner: "Eine Person oder ein Raum",
      kind: "Eine Art von Nachrichten auf einem Host",
    },
    host: "Host",
    jid: "Person oder Raum",
    jidHint: "Eine bloße JID, etwa julia@capulet.lit.",
    kind: "Art",
    days: "Tage",
    daysHint: "Leer: für immer aufbewahrt, was weitere Regeln auch sagen.",
    saved: "Die Regel ist gespeichert.",
    removed: "Die Regel ist entfernt.",
    removeTitle: "Diese Regel entfernen?",
    removeNote: "Für diese Nachrichten gelten dann vom nächsten Aufräumen an weitere Regeln.",
  },
  run: {
    dry: "Probelauf",
    start: "Aufräumen",
    started: "Das Aufräumen ist in der Warteschlange.",
    dryStarted: "Der Probelauf ist in der Warteschlange.",
    asked: "Das ist viel: Eine zweite Person wurde gefragt.",
    askedAlone: "Das ist viel, und niemand anderes kann zustimmen: Es geht nach einem Tag.",
    confirmTitle: "Jetzt aufräumen?",
    confirmNote:
      "Was älter ist als seine Regel, wird endgültig gelöscht, in kleinen Schritten, die Prosody den Vortritt lassen. Was eine Sicherung nennt, bleibt. Ein Probelauf zeigt vorher, wie viele Zeilen das sind.",
    pause: "Anhalten",
    resume: "Weiter",
    abort: "Abbrechen",
  },
  coming: {
    title: "Was in den nächsten dreißig Tagen verschwindet",
    none: "Nichts, was bekannt wäre: Keine Frist von Prosody ist hier lesbar, oder nichts ist alt genug.",
    caption: "Zeilen, die verschwinden, nach dem Tag (UTC), an dem ihre Frist endet, und Host",
    day: "Frist endet am",
    host: "Host und Speicher",
    rows: "Zeilen",
    size: "Größe",
    by: "Durch",
    who: { prosody: "Prosody", muniment: "Muniment" },
    note: "Nach Tagen in UTC. Die Zeilen gehen mit dem nächsten täglichen Lauf danach, oft am Tag darauf; diese Nacht zeigt die Übersicht. Regeln für einzelne Personen, Räume und Arten sowie Sicherungen sind nicht berücksichtigt.",
  },
  findings: {
    week: (host, store, n) =>
      `Niemand hat festgelegt, wie lange ${store} von ${host} aufbewahrt wird; Prosody löscht deshalb nach ${n} Tagen`,
    weekFix: (store) =>
      `Schreiben Sie ${store === "muc_log" ? "muc_log_expires_after" : "archive_expires_after"} in Prosodys Konfiguration, auch wenn eine Woche gemeint ist.`,
    overdue: (host, store) => `Zeilen in ${store} von ${host} sind abgelaufen und noch da`,
    oldest: "Die älteste ist von",
    neverRan:
      "Prosodys tägliche Aufgabe lief nie: 0.12 lässt den ersten Tag nach einem Start aus, und ein Server, der jeden Tag neu startet, löscht nie. Laden Sie das Modul cron und lassen Sie ihn zwei Tage laufen.",
    lastRan: "Prosodys tägliche Aufgabe lief zuletzt",
    lateFix: "Läuft der Server, und ist das Modul cron geladen?",
    offline: (host, rows) =>
      rows === 1
        ? `1 Offline-Nachricht wartet auf ${host}, und Prosody löscht solche nie`
        : `${formatNumber(rows, "de")} Offline-Nachrichten warten auf ${host}, und Prosody löscht solche nie`,
    offlineFix: "Sie gehen, wenn die Person sich anmeldet, oder mit dem Konto.",
  },
  schedule: {
    title: "Zeitplan",
    change: "Zeitplan festlegen",
    off: "Aufgeräumt wird nur, wenn jemand es startet.",
    on: "Aufgeräumt wird von selbst:",
    inNameOf: "im Namen von",
    next: "Nächstes Mal",
    note: "Es geschieht in Ihrem Namen und mit Ihren Rechten des Tages. Was viel löscht, wartet auf eine zweite Person und läuft, wenn es das nächste Mal fällig ist.",
    act: "Zeitplan speichern",
    enabled: "Von selbst aufräumen",
    enabledHint: "Aus: nur, wenn jemand es startet.",
    cron: "Wann (cron)",
    cronHint: "Minute, Stunde, Tag, Monat, Wochentag: 20 3 * * * ist jede Nacht um 3:20.",
    zone: "Zeitzone",
    zoneHint: "Ein Name wie Europe/Berlin.",
  },
  runs: {
    title: "Läufe",
    caption: "Läufe, der neueste zuerst",
    empty: "Noch keiner.",
    at: "Verlangt",
    by: "Von",
    hosts: "Host",
    allHosts: "alle mit Regeln",
    expired: "Abgelaufen",
    held: "Gesichert",
    deleted: "Gelöscht",
    state: "Stand",
    dry: "Probelauf",
    paused: "angehalten",
    states: {
      waiting: "wartet, bis er an der Reihe ist",
      running: "läuft",
      done: "fertig",
      failed: "gescheitert",
      cancelled: "abgebrochen",
    },
    progress: (done, all) => `${done} von ${all} Durchgängen`,
  },
};
