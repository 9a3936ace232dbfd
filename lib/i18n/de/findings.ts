import { counting } from "../counting";
import type { CheckTexts, FindingTexts } from "../en/findings";

const { n, plural } = counting("de");

const list = (names: string[]) => names.join(", ");

export const findings: FindingTexts = {
  "worker-silent": ({ seconds }, f) => ({
    title: "Der Worker läuft nicht",
    evidence:
      seconds === null
        ? "Auf dieser Datenbank wurde er nie gesehen: Neues wird nicht indiziert, kein Auftrag läuft."
        : `Zuletzt von ihm gehört: vor ${f.span(seconds)}. Neues wird nicht indiziert, kein Auftrag läuft.`,
    fix: "Mit der Konsole starten",
  }),
  "trail-broken": ({ seq, signedAt }) => ({
    title: "Das Protokoll wurde verändert",
    evidence: `Eintrag ${n(seq)} ist nicht mehr, wie er um ${signedAt} unterschrieben wurde. Bis jemand nachgesehen hat, wird nichts mehr unterschrieben.`,
    fix: "Den ersten schlechten Eintrag nennen",
  }),
  "index-stopped": ({ problem }) => ({
    title: "Der Indexer meldet ein Problem",
    evidence: problem,
    fix: "Ansehen",
  }),
  "index-behind": ({ rows }) => ({
    title: `Der Index ist ${plural(rows, "Zeile", "Zeilen")} zurück`,
    evidence: "Listen, Suchen und Zahlen fehlt das Neueste, bis er aufgeholt hat.",
    fix: "Darauf warten",
  }),
  "index-absent": () => ({
    title: "Dieses Archiv ist nicht indiziert",
    evidence:
      "Niemand hat dem für diese Datenbank zugestimmt: keine Zahlen, keine Suche, langsamere Seiten.",
    fix: "Sehen, was dazukäme",
  }),
  "capture-broken": ({ names }) => ({
    title: "Was Prosody löscht, erreicht den Index nicht",
    evidence: `Nicht, wie es sein soll: ${list(names)}. Die Seiten kommen ohne den Index aus, damit nichts Gelöschtes gezeigt wird.`,
    fix: "Wiederherstellen",
  }),
  "index-differs": ({ from, to, missing, surplus, changed }) => ({
    title: "Der Index wich von Prosodys Tabelle ab",
    evidence: `${from} bis ${to}: ${n(missing)} fehlten, ${n(surplus)} waren zu viel, ${n(changed)} verändert. Sie wurden neu indiziert; andere Monate können auch abweichen.`,
    fix: "Neu aufbauen",
  }),
  "rollups-differ": ({ from, to, lines }) => ({
    title: `${plural(lines, "Summe", "Summen")} der Speicherseite ${lines === 1 ? "stimmte" : "stimmten"} nicht`,
    evidence: `${from} bis ${to}. Sie wurden berichtigt; andere Monate können auch abweichen.`,
    fix: "Neu aufbauen",
  }),
  "index-missing": ({ names }) => ({
    title: `${plural(names.length, "Index fehlt", "Indizes fehlen")}`,
    evidence: `${list(names)}: Abfragen lesen mehr, als sie müssten.`,
    fix: "Anlegen",
  }),
  "index-unfinished": ({ names }) => ({
    title: `${plural(names.length, "Index ist", "Indizes sind")} halb gebaut`,
    evidence: `${list(names)}: Keine Abfrage nutzt ihn, jedes Schreiben bezahlt ihn.`,
    fix: "In Ordnung bringen",
  }),
  "index-superfluous": ({ names, bytes }, f) => ({
    title: `${plural(names.length, "Index nützt", "Indizes nützen")} nichts`,
    evidence: `${list(names)}: ${f.bytes(bytes)}, und jedes Schreiben bezahlt dafür.`,
    fix: "Rat ansehen",
  }),
  "index-swollen": ({ names, bytes }, f) => ({
    title: `${plural(names.length, "Index braucht", "Indizes brauchen")} doppelt so viel Platz wie nötig`,
    evidence: `${list(names)}: ${f.bytes(bytes)} könnten frei sein.`,
    fix: "Neu bauen",
  }),
  "dead-rows": ({ names, rows }) => ({
    title: `${plural(rows, "tote Zeile wartet", "tote Zeilen warten")} auf ein VACUUM`,
    evidence: `${list(names)}: Ihr Platz ist vorher nicht wieder zu gebrauchen.`,
    fix: "Aufräumen",
  }),
  "statistics-old": ({ names }) => ({
    title: "PostgreSQL plant mit alten Zahlen",
    evidence: `${list(names)}: seit dem letzten ANALYZE stark verändert, oder nie analysiert.`,
    fix: "Analysieren",
  }),
  bloat: ({ bytes, percent }, f) => ({
    title: `Etwa ${n(percent)} % der Archivtabelle sind leer`,
    evidence: `≈ ${f.bytes(bytes)}, geschätzt. Neue Zeilen kommen dorthin; zurückgegeben wird es nur durch ein Neuschreiben, das Prosody anhält.`,
    fix: "Tabelle ansehen",
  }),
  "autovacuum-off": () => ({
    title: "Autovacuum ist ausgeschaltet",
    evidence:
      "Tote Zeilen bleiben, Zahlen veralten, und eines Tages nimmt PostgreSQL nichts mehr an.",
    fix: "Einschalten",
  }),
  "transaction-age": ({ age, max }) => ({
    title: "Das Archiv wurde lange nicht eingefroren",
    evidence: `Seine älteste Zeile ist ${n(age)} Transaktionen alt; bei ${n(max)} räumt PostgreSQL von sich aus auf, bei 2.000.000.000 hält es an.`,
    fix: "Aufräumen",
  }),
  "old-prepared": ({ seconds }, f) => ({
    title: "Eine vorbereitete Transaktion wurde vergessen",
    evidence: `Vorbereitet vor ${f.span(seconds)}. Bis sie endet, geht keine tote Zeile, und der Index wartet.`,
    fix: "Auflisten",
  }),
  "row-numbers": ({ used, max }) => ({
    title: "Die Zeilennummern gehen zu Ende",
    evidence: `sort_id steht bei ${n(used)} von ${n(max)}: Am Ende kann nichts mehr archiviert werden.`,
    fix: "Zahlen ansehen",
  }),
  "stamps-end": ({ last, until }, f) => ({
    title: "Prosodys Zeitspalte endet bald",
    evidence: `Die neueste Zeile ist vom ${f.day(last)}; die Spalte endet am ${f.day(until)}.`,
    fix: "Zahlen ansehen",
  }),
  "map-duplicates": ({ groups }) => ({
    title: `${plural(groups, "Einstellung steht", "Einstellungen stehen")} doppelt in Prosodys Tabelle`,
    evidence:
      "Prosody 13 kann dann seinen eindeutigen Index nicht anlegen, entfernt den alten wortlos und speichert keine Kontaktliste, keinen Raum und keine Einstellung mehr. Vor dem Umstieg je eine Zeile behalten.",
    fix: "Auflisten",
  }),
  "map-unindexed": () => ({
    title: "Prosodys Tabelle prosody hat keinen Index",
    evidence:
      "Ein Prosody 13 ohne prosody_unique_index speichert dort nichts: letzte Aktivität, Rollen, Kontaktlisten.",
    fix: "Anlegen",
  }),
  "broken-rows": ({ rows, owner, when, rowId }, f) => ({
    title:
      rows === 1
        ? `Eine kaputte Zeile verbirgt alles vor dem ${f.day(when)} von ${owner}`
        : `${n(rows)} kaputte Zeilen verbergen Verlauf, die neueste alles vor dem ${f.day(when)} von ${owner}`,
    evidence: `Zeile ${n(rowId)} ist kein wohlgeformtes XML; deshalb antwortet Prosody niemandem, der über sie hinaus blättert.`,
    fix: "Zeile ansehen",
  }),
  "offline-rows": ({ rows, before }, f) => ({
    title: `${plural(rows, "Nachricht wartet", "Nachrichten warten")} auf Leute, die nicht kommen`,
    evidence: `Offline gespeichert vor dem ${f.day(before)}. Keine Einstellung lässt sie ablaufen: Sie gehen, wenn sich die Person anmeldet, oder mit dem Konto.`,
    fix: "Speicher ansehen",
  }),
  "volume-low": ({ free, fullAt, limited }, f) => ({
    title:
      fullAt === null
        ? "Der Datenträger ist fast voll"
        : limited
          ? `Ihre Grenze ist etwa am ${f.day(fullAt)} erreicht`
          : `Der Datenträger ist etwa am ${f.day(fullAt)} voll`,
    evidence: [
      ...(free === null ? [] : [`${f.bytes(free)} sind frei.`]),
      "Ein voller Datenträger hält PostgreSQL an und mit ihm Prosody.",
    ].join(" "),
    fix: "Vorhersage ansehen",
  }),
  "jobs-failed": ({ jobs, subject }) => ({
    title: `${plural(jobs, "Auftrag ist", "Aufträge sind")} seit gestern gescheitert`,
    evidence: `Beim letzten ging es um ${subject}.`,
    fix: "Grund ansehen",
  }),
  "expiry-never-ran": ({ names }) => ({
    title: `Prosody hat auf ${list(names)} noch nie etwas gelöscht`,
    evidence:
      "Eine Frist ist gesetzt, aber die tägliche Aufgabe hat keine Notiz hinterlassen. Ein Prosody 0.12, das jeden Tag neu gestartet wird, löscht nie: Es hält seinen ersten Tag für erledigt.",
    fix: "Richtlinie öffnen",
  }),
  "expiry-overdue": ({ names, last }, f) => ({
    title: `Prosodys Aufräumen ist auf ${list(names)} überfällig`,
    evidence: `Es läuft einmal am Tag, zuletzt ${f.minute(last)}.`,
    fix: "Richtlinie öffnen",
  }),
  "expiry-meaning": ({ odd }, f) => ({
    title: `${odd[0]?.setting} bedeutet nicht, was da steht`,
    evidence: odd
      .map(({ host, setting, seconds }, at) =>
        [
          at === 0 ? host : `${host}, ${setting}`,
          seconds === null ? "Zeilen laufen nie ab" : `Zeilen laufen nach ${f.span(seconds)} ab`,
        ].join(": "),
      )
      .join("; "),
    fix: "Richtlinie öffnen",
  }),
  "archiving-off": ({ names }) => ({
    title: `Auf ${list(names)} wird nichts mehr archiviert`,
    evidence: "Das Modul ist aus, oder es lehnt den Wert ab, den es bekam.",
    fix: "Einstellung ansehen",
  }),
};

export const checks: CheckTexts = {
  "worker-silent": "Der Worker läuft",
  "trail-broken": "Das Protokoll hat, was unterschrieben wurde",
  "index-stopped": "Der Indexer meldet nichts",
  "index-behind": "Der Index ist auf dem Stand",
  "index-absent": "Das Archiv ist indiziert",
  "capture-broken": "Was Prosody löscht, erreicht den Index",
  "index-differs": "Der Index gleicht Prosodys Tabelle im zuletzt geprüften Monat",
  "rollups-differ": "Die Summen gleichen den Zeilen im zuletzt geprüften Monat",
  "index-missing": "Jeder Index, der hilft, ist da",
  "index-unfinished": "Kein Index ist halb gebaut",
  "index-superfluous": "Kein Index ist umsonst da",
  "index-swollen": "Kein Index ist aufgebläht",
  "dead-rows": "Tote Zeilen werden weggeräumt",
  "statistics-old": "PostgreSQLs Zahlen sind frisch",
  bloat: "Die Archivtabelle ist nicht halb leer",
  "autovacuum-off": "Autovacuum ist an",
  "transaction-age": "Das Archiv wird rechtzeitig eingefroren",
  "old-prepared": "Keine vorbereitete Transaktion wurde vergessen",
  "row-numbers": "Die Zeilennummern reichen",
  "stamps-end": "Prosodys Zeitspalte reicht",
  "map-duplicates": "Keine Einstellung steht doppelt",
  "map-unindexed": "Prosodys Tabelle prosody hat ihren Index",
  "broken-rows": "Jede Nachricht ist wohlgeformtes XML",
  "offline-rows": "Keine Nachricht wartet lange offline",
  "volume-low": "Der Datenträger hat Platz",
  "jobs-failed": "Kein Auftrag ist seit gestern gescheitert",
  "expiry-never-ran": "Prosodys Aufräumen ist gelaufen",
  "expiry-overdue": "Prosodys Aufräumen läuft täglich",
  "expiry-meaning": "Jede Frist bedeutet, was da steht",
  "archiving-off": "Jeder Host, der archivieren soll, tut es",
};
