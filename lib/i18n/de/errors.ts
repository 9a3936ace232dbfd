import type { ErrorTexts } from "../en/errors";

export const errors: ErrorTexts = {
  "signed-out": "Melden Sie sich an, um fortzufahren.",
  "not-permitted": "Ihre Rolle erlaubt das nicht.",
  "reading-closed": "Der Text ist geschlossen: Öffnen Sie zuerst eine Einsicht mit Grund.",
  "reading-over": "Diese Einsicht ist schon beendet.",
  "reading-minutes": "Eine Einsicht dauert 1 bis 15 Minuten.",
  "words-too-few": "Nennen Sie den Grund mit mindestens 8 Zeichen.",
  "words-too-many": "Nennen Sie den Grund mit höchstens 500 Zeichen.",
  "operator-unknown": "Diese Person gibt es nicht.",
  "operator-last":
    "Das ist die letzte Person mit der Rolle Admin: Ernennen Sie zuerst eine andere.",
  "operator-disabled": "Diese Person ist schon gesperrt.",
  "operator-enabled": "Diese Person ist nicht gesperrt.",
  "own-disabling":
    "Sich selbst kann man nicht sperren: Bitten Sie eine andere Person mit der Rolle Admin.",
  "own-admin":
    "Sich selbst kann man die Rolle Admin nicht nehmen: Bitten Sie eine andere Person, die sie hat.",
  "name-taken": "Diesen Namen hat schon jemand.",
  "name-form": "Erlaubt sind Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich.",
  "roles-missing": "Wählen Sie mindestens eine Rolle.",
  "request-invalid": "Die Anfrage ist ungültig.",
  "place-unknown": "Diese Stelle der Liste ist nicht bekannt. Beginnen Sie wieder oben.",
  "search-gone": "Diese Suche ist nicht mehr aufbewahrt.",
  "search-not-saved": "Sie haben keine gespeicherte Suche dieser Nummer.",
  "search-not-recent": "Diese Suche ist nicht mehr in Ihrem Verlauf.",
  "search-wordless": "Ihre Rolle sucht nach Personen, Tagen und Arten, nie nach Worten.",
  "search-what": "Geben Sie einen Text oder eine Kennung an.",
  "search-id-excluded": "Eine Suche nach einer Kennung kann keine auslassen.",
  "search-too-long": "Diese Suche ist zu lang.",
  "search-busy": "Es laufen zu viele Suchen. Versuchen Sie es gleich noch einmal.",
  "search-own-busy": "Es laufen zu viele Ihrer Suchen. Versuchen Sie es gleich noch einmal.",
  "budget-searches":
    "Sie haben mehr gesucht, als eine Person in einer Minute darf. Warten Sie kurz und suchen Sie dann weiter.",
  "budget-messages":
    "Ihnen wurden so viele Nachrichten gezeigt, wie eine Person in einer Stunde sehen darf. Warten Sie, oder bitten Sie den Betreiber um mehr.",
  "search-closed": "Die Worte sind geschlossen: Öffnen Sie zuerst eine Einsicht mit Begründung.",
  "search-unindexed":
    "Es gibt keinen Index, der durchsucht werden könnte: In diese Datenbank hat noch niemand eingewilligt. Rufen Sie muniment adopt auf.",
  "pieces-extension":
    "Diese Datenbank hat die Erweiterung pg_trgm nicht, also auch keinen Index für Textstücke, und zum Durchsehen sind es zu viele Nachrichten. Nennen Sie mit in: ein Archiv, oder suchen Sie ganze Wörter oder Wortanfänge (ship*).",
  "pieces-building":
    "Der Index für Textstücke ist noch nicht gebaut, und zum Durchsehen sind es zu viele Nachrichten. Nennen Sie mit in: ein Archiv, oder suchen Sie ganze Wörter oder Wortanfänge (ship*).",
  "pieces-short":
    "Weniger als drei Buchstaben hintereinander stehen in keinem Index, und zum Durchsehen sind es zu viele Nachrichten. Nennen Sie mit in: ein Archiv, oder ein längeres Stück.",
  "database-busy": "Die Datenbank ist ausgelastet. Versuchen Sie es gleich noch einmal.",
  "database-away": "Die Datenbank ist nicht erreichbar.",
  "console-away": "Die Konsole ist nicht erreichbar.",
  "trail-away":
    "Das Protokoll kann nicht geschrieben werden, deshalb wurde nichts gelesen und nichts geändert.",
  "policy-draft-changed":
    "Jemand anderes hat diesen Entwurf inzwischen gesichert oder angewendet. Erst noch einmal ansehen, dann entscheiden.",
  "policy-no-config": "Keine Konfiguration von Prosody ist genannt (PROSODY_CONFIG).",
  "policy-nothing": "Es gibt nichts anzuwenden.",
  "policy-nowhere":
    "Keine Datei von Muniment ist genannt (PROSODY_MANAGED_CONFIG), und keine Variable der .env bestimmt diese Einstellung.",
  "policy-not-included":
    "Prosodys Konfiguration bindet die Datei von Muniment nicht ein, also würde sich nichts ändern. Bitte die gezeigte Zeile ergänzen.",
  "policy-overruled":
    "Eine Zeile, die Prosody später liest, sagt etwas anderes, also würde sich nichts ändern. Bitte die Datei von Muniment zuletzt einbinden.",
  "policy-foreign":
    "Jemand hat mehr als schlichte Werte in die Datei von Muniment geschrieben. Bitte zuerst herausnehmen: es ginge verloren.",
  "policy-host-unknown": "Prosodys Konfiguration kennt diesen Host nicht.",
  "policy-incomplete":
    "Eine Datei, die Prosodys Konfiguration einbindet, ist nicht lesbar; niemand weiß daher, was gelten würde.",
  "policy-prosody-refused":
    "Prosody hat das nicht angenommen. Die Datei ist wie zuvor, und Prosody weiß es.",
  "policy-prosody-away":
    "Prosodys Verwaltungs-Socket antwortet nicht. Die Datei ist wie zuvor; was gilt, steht unter Abweichung.",
  "policy-version-unknown": "Diese Fassung ist nicht aufgehoben.",
  "policy-file-changed":
    "Die Datei ist inzwischen geändert worden. Es wurde nichts geschrieben: erst beide ansehen, dann entscheiden.",
  "policy-file-kind":
    "Die Datei ist ein Verweis oder keine gewöhnliche Datei. Muniment schreibt nur gewöhnliche Dateien: bitte die Datei selbst nennen.",
  "policy-file-rights":
    "Muniment darf diese Datei nicht schreiben oder ihren Besitzer nicht erhalten. Es wurde nichts geändert.",
  "policy-file-folder": "Den Ordner dieser Datei gibt es nicht.",
  "policy-file-room": "Die Platte ist voll. Es wurde nichts geändert.",
  "socket-away": "Prosodys Verwaltungs-Socket ist nicht zu erreichen.",
  "hold-in-force": "Eine Sicherung gilt: Was ihre Zeilen bewahrt, kann nicht entfernt werden.",
  "hold-unknown": "Eine Sicherung mit dieser Nummer gibt es nicht.",
  "hold-unguarded":
    "Prosodys Tabellen sind nicht bewacht: Führen Sie zuerst muniment adopt aus. Bis dahin würde eine Sicherung nichts bewahren.",
  "hold-host": "Geben Sie den Namen eines Hosts an, etwa chat.example.",
  "hold-dates": "Der erste Tag liegt nach dem letzten.",
  "approval-open": "Dazu ist schon die Anfrage einer anderen Person offen.",
  "approval-unknown": "Diese Anfrage gibt es nicht.",
  "approval-over": "Diese Anfrage ist vorbei: entschieden, verwendet, zurückgenommen oder zu alt.",
  "approval-own": "Das haben Sie selbst verlangt: Jemand anderes muss zustimmen.",
  "approval-edited":
    "Das ist nicht, was verlangt wurde: Es wurde inzwischen geändert. Sehen Sie es sich noch einmal an.",
  "approval-waiting": "Erst muss eine zweite Person zustimmen.",
  "approval-delay": "Hier kann niemand anderes zustimmen; deshalb muss erst ein Tag vergehen.",
  "retention-rule": "Diese Regel gibt es nicht.",
  "retention-no-rule": "Keine Regel sagt, dass hier etwas zu löschen ist.",
  "retention-kinds":
    "Eine Regel betrifft eine Art von Nachrichten, die nur der Index kennt: Er muss erst vollständig sein.",
  "retention-gone": "Der Vermerk dieses Aufräumens ist weg.",
  "retention-timing":
    "Schreiben Sie fünf Felder von cron, etwa 20 3 * * * für jede Nacht um 3:20, und eine Zeitzone wie Europe/Berlin.",
  "retention-over": "Ein solches Aufräumen läuft nicht.",
  "job-open": "Das läuft schon oder wartet, bis es an der Reihe ist.",
  "job-unknown": "Diesen Auftrag gibt es nicht.",
  "job-over": "Dieser Auftrag ist schon zu Ende.",
  "job-died": "Der Worker ist dabei immer wieder gestorben; es wurde aufgegeben.",
  "job-not-permitted":
    "Wer das verlangt hat, darf es nicht mehr verlangen; es wurde nicht begonnen.",
  "job-bug":
    "Das ist aus einem nicht vorhergesehenen Grund gescheitert. Er steht im Log des Workers.",
  "maintenance-target": "Diese Tabelle oder diesen Index gibt es hier nicht.",
  "maintenance-not-advised":
    "Der Rat nennt diesen Index nicht; er wird weder angelegt noch gelöscht.",
  "maintenance-not-owner":
    "Das kann nur, wem die Tabelle gehört. Führen Sie die Anweisung unten mit dieser Rolle aus.",
  "maintenance-partitioned":
    "PostgreSQL kann das an einer partitionierten Tabelle nicht, ohne sie zu sperren: tun Sie es Partition für Partition.",
  "maintenance-locked":
    "Eine andere Sitzung hielt die Tabelle die ganze Zeit. Nichts wurde geändert; versuchen Sie es noch einmal.",
  "maintenance-no-room":
    "Der Datenbank ging der Platz aus. Was halb gebaut war, ist wieder weggenommen.",
  "maintenance-duplicates":
    "Die Tabelle enthält Zeilen, die ein solcher Index nicht zulässt. Nichts wurde geändert.",
  "refuse-vacuum-full":
    "VACUUM FULL sperrt die Tabelle, bis sie neu geschrieben ist, und so lange steht Prosody: niemand könnte chatten. VACUUM macht denselben Platz ohne das wieder nutzbar.",
  "refuse-cluster":
    "CLUSTER sperrt die Tabelle, bis sie neu geschrieben ist, und so lange steht Prosody: niemand könnte chatten.",
  "refuse-create-index":
    "CREATE INDEX ohne CONCURRENTLY lässt niemanden schreiben, bis es fertig ist, und so lange steht Prosody: niemand könnte chatten. Der Rat legt Indizes nebenläufig an.",
  "refuse-reindex":
    "REINDEX ohne CONCURRENTLY lässt niemanden schreiben, bis es fertig ist, und so lange steht Prosody: niemand könnte chatten.",
  "limit-number": "Geben Sie eine Größe als Zahl an.",
  "limit-small": "Eine Datenbank mit Muniment darin ist größer: Geben Sie mindestens 64 MiB an.",
  "limit-large": "So viel enthält keine Datenbank: Geben Sie höchstens 4.096 TiB an.",
  "limit-changed":
    "Jemand hat die Grenze geändert, seit diese Seite geöffnet wurde. Sehen Sie sie noch einmal an und entscheiden Sie dann.",
  "explain-no-index": "Diese Seite braucht Muniments eigenen Index, der noch nicht gebaut ist.",
  "explain-nobody": "Das Archiv ist leer: es gibt nichts zu fragen.",
  "foreign-origin": "Das muss von den eigenen Seiten von Muniment kommen.",
  "operator-inactive": "Es gibt niemanden dieses Namens, der sich anmelden darf.",
  "secret-missing":
    "MUNIMENT_SECRET ist nicht gesetzt, deshalb können private Worte nicht aufbewahrt werden.",
  "database-unset": "Es ist keine Datenbank eingerichtet: DATABASE_URL ist nicht gesetzt.",
  "schema-not-permitted":
    "Diese Anmeldung darf das Schema console nicht anlegen. Führen Sie scripts/roles.sql als Superuser aus.",
  "migrations-missing": "Der Ordner mit den Migrationen (drizzle/) fehlt.",
  "query-cancelled": "Die Abfrage wurde abgebrochen, weil niemand mehr auf sie wartete.",
  "range-backwards": "Der Zeitraum endet, bevor er beginnt.",
  "zone-unknown": "Diese Zeitzone gibt es nicht.",
  "day-too-early": "Dieser Tag liegt zu lange zurück.",
  "text-nul": "Der Text darf kein NUL enthalten.",
  "places-several": "Geben Sie eines von before, after, at und date an, nicht mehrere.",
  "address-invalid": "Die Adresse ist ungültig.",
  "owner-unknown": "Ein Archiv dieses Namens gibt es nicht.",
  "message-unknown": "Diese Nachricht gibt es in diesem Archiv nicht.",
  "index-missing": "Es gibt noch keinen Index. Führen Sie zuerst muniment adopt aus.",
  "adoption-not-owner":
    "Das kann nur, wem die Tabelle prosodyarchive gehört. Führen Sie scripts/roles.sql als Superuser aus, oder melden Sie sich mit DATABASE_URL als deren Eigentümer an.",
  "adoption-running": "Eine andere Einrichtung oder Rücknahme läuft schon.",
  "table-locked":
    "Die Tabelle prosodyarchive war die ganze Zeit von anderen gesperrt. Nichts ist halb geschehen; versuchen Sie es noch einmal.",
  "archive-missing":
    "Diese Datenbank hat keine Tabelle prosodyarchive, die Muniment lesen kann. Ist es die, in der Prosody speichert?",
};
