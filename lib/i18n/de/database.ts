import type { database as english } from "@/lib/i18n/en/database";

export const database = {
  indexUses: {
    "row-id":
      "Zählt die Zeilen in der Reihenfolge des Speicherns; Muniments Indexer liest neue Zeilen daran entlang, und eine einzelne Nachricht wird damit geöffnet.",
    "archive-id":
      "Prosody findet damit eine Nachricht nach ihrer Archiv-ID und schreibt danach: ohne ihn könnte dieselbe Nachricht zweimal gespeichert werden.",
    "with-contact":
      "Ein Client, der seinen Verlauf mit einem Kontakt verlangt, wird daraus bedient.",
    "owner-at-date":
      "Ein Verlauf ab oder bis zu einem Datum wird darin gefunden, ebenso, was bei einer Person oder einem Raum abläuft.",
    "owner-paging": "Clients blättern daran entlang durch einen Verlauf, ein Transkript ebenso.",
    "map-key":
      "Jede Kontaktliste, jedes Konto, jeder Raum und jede Einstellung, die Prosody liest oder schreibt, wird damit gefunden.",
    "guide-user-store":
      "Die Anleitung für Betreiber nennt ihn unverzichtbar. Er beginnt wie Prosodys eigene Indizes, die seine Arbeit tun.",
    "guide-when":
      'Die Anleitung für Betreiber nennt ihn unverzichtbar, auf einer Spalte when_col, die hier "when" heißt: alles zu einem Datum, über alle Archive.',
    "guide-jid-when":
      "Die Anleitung bietet ihn großen Servern an. Ein Schlüssel nennt schon eine einzige Zeile; die Zeit dahinter ordnet nichts.",
    "guide-type-when":
      "Die Anleitung bietet ihn großen Servern an. type sagt, wie ein Wert kodiert ist, und ist immer xml; niemand fragt danach.",
    "muniment-time":
      "Ein ganzer Server oder Host wird daran entlang zu einem Datum gelesen, ohne den Rest zu lesen.",
    "muniment-row-id":
      "Eine Zeile dieses Aufbaus wird nach der Nummer gefunden, die Muniment aus ihrem Schlüssel errechnet.",
    "muniment-pages":
      "Transkripte, Gespräche und was zu einer Nachricht gehört, werden daran entlang gelesen.",
    "muniment-words": "Wörter und Filter einer Suche werden darin nachgeschlagen.",
    "muniment-substring": "Teile von Wörtern werden darin nachgeschlagen.",
    "muniment-console": "Muniments eigene Listen und Zählungen.",
  },
  indexReasons: {
    needed: "Behalten.",
    unique: "Behalten: er verhindert auch, dass dieselbe Zeile zweimal gespeichert wird.",
    "not-built":
      "Sein Bau kam nicht zum Ende; keine Abfrage nutzt ihn, und doch zahlt jedes Schreiben dafür. Neu bauen.",
    "being-built": "Er wird gerade gebaut.",
    leftover:
      "Die Hälfte eines Index, dessen Bau nicht zum Ende kam. Keine Abfrage nutzt ihn: löschen.",
    "prosody-lacks":
      "Prosody legt ihn an, und er fehlt: Prosody liest viel mehr, als es müsste. Anlegen.",
    "adopt-lacks": "Muniment fügt ihn Prosodys Tabelle hinzu, und er fehlt. Anlegen.",
    "worker-lacks": "Muniments Worker legt ihn beim Bau des Index an. Hier ist nichts zu tun.",
    covered: "Nicht nötig: ein anderer Index tut seine Arbeit.",
    same: "Ein anderer Index ist gleich. Jedes Schreiben zahlt doppelt: diesen löschen.",
    superseded:
      "Prosody 13 hat einen anderen angelegt, der dasselbe leistet. Diesen löschen; ein Prosody 0.12 an dieser Datenbank legt ihn beim Start wieder an.",
    prefix:
      "Ein anderer Index beginnt mit denselben Spalten und tut seine Arbeit. Jedes Schreiben zahlt für beide: löschen.",
    "never-helps": "Keine Abfrage von Prosody oder von uns kann von ihm gewinnen. Er kostet nur.",
    "never-used":
      "Nichts hat ihn genutzt, seit gezählt wird. Wenn ihn niemand für einen seltenen Bericht angelegt hat: löschen.",
    "too-early":
      "Noch hat ihn nichts genutzt, aber gezählt wird erst seit weniger als zwei Wochen. Abwarten.",
    used: "Abfragen nutzen ihn. Er ist weder von Prosody noch von uns: wer ihn angelegt hat, weiß, warum.",
    swollen: "Er nimmt mehr als das Doppelte dessen ein, was er neu gebaut einnähme. Neu bauen.",
    "guide-lacks": "Noch tut nichts seine Arbeit. Anlegen.",
  },
  compression: {
    truth:
      "PostgreSQL komprimiert einen Wert nur, wenn seine Zeile länger als etwa 2 kB ist; eine gewöhnliche Nachricht ist kürzer und bleibt, wie sie ist.",
    noSwitch:
      "PROSODY_ARCHIVE_COMPRESSION und archive_compression bewirken nichts: keine Version von Prosody hat eine solche Option. Was in value steht, muss wohlgeformtes XML sein, sonst kann Prosody damit nicht antworten.",
  },
  vacuumFull:
    "VACUUM FULL, CLUSTER und CREATE INDEX ohne CONCURRENTLY werden nicht angeboten: jedes sperrte die Tabelle, und Prosody ist ein einziger Faden, der darauf wartete.",
} satisfies typeof english;
