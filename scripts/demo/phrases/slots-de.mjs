import { values } from "./lib/dialogues.mjs";

export const slots = {
  de: {
    ago: values(`gestern | vorgestern | letzte Woche | am Montag | am Dienstag | am Mittwoch | am Donnerstag | am Freitag
      heute früh | letzte Nacht | vor einer Stunde | vor dem Essen | letzten Freitag | letzten Monat | am 3. | am 12.
      vorhin | vor dem Urlaub | Sonntagnacht | vor drei Tagen | vor zehn Minuten | letzten Dienstag | am Samstag
      vor dem Sturm | am 21.`),
    ok: values(`ok | okay | passt | alles klar | mach ich | geht klar | ja | jo | gut | in Ordnung | einverstanden
      wird gemacht | läuft | verstanden | notiert | gerne | klar | ist gut | machen wir so | bin dran | schon unterwegs
      perfekt | sehr gut | meinetwegen | ja, passt so | abgemacht`),
    thanks:
      values(`danke | danke dir | vielen Dank | super, danke | danke schön | merci | besten Dank | dank dir
      top, danke | danke für die schnelle Antwort | lieb von dir | hast was gut bei mir | danke, hilft sehr
      dankeschön | tausend Dank | danke vorab | danke 🙏 | na dann danke | spitze, danke | danke, gesehen
      danke, reicht mir | ich dank dir | großen Dank | danke euch | perfekt, danke`),
    hello:
      values(`moin | guten Morgen | hallo | hi | servus | Mahlzeit | kurze Frage | nur kurz | du | sag mal
      noch was | bist du da | hast du mal kurz | grüß dich | tach | eine Sache | moin moin | Entschuldigung
      ich nochmal | eben schnell | kleine Bitte | morgen | hallo zusammen | Frage | übrigens`),
    place:
      values(`Halle 1 | Halle 2 | Halle 3 | Halle 4 | Tor 1 | Tor 2 | Tor 3 | Kai 5 | Kai 7 | Werkstatt
      Lager Nord | Kantine | Pumpenraum | Zeichenbüro | Schweißerei | Slip | Kesselhaus | Empfang | Dock 1
      Kleiner Besprechungsraum | Parkdeck | Fahrradschuppen | Waage | Messhütte | Container 12 | Alte Schleuse`),
    day: values(`Montag | Dienstag | Mittwoch | Donnerstag | Freitag | morgen | heute | übermorgen | nächste Woche
      Montag früh | Dienstagnachmittag | Mittwochmittag | Donnerstag früh | Freitagmittag | am 3. | am 8. | am 12.
      am 17. | am 21. | am 26. | zum Monatsende | Ende der Woche | Anfang der Woche | Samstag früh | heute Abend`),
    document:
      values(`Lieferschein | Schichtplan | Prüfprotokoll | Protokoll | Schweißplan | Stückliste | Kranbuch
      Urlaubsliste | Betonierprotokoll | Messblatt | Freigabeschein | Angebot | Gefährdungsbeurteilung
      Übergabezettel | Wartungsplan | Bestellschein | Reisekostenzettel | Terminplan | Materialzeugnis
      Abnahmebericht | Ersatzteilliste | Kabelliste | Stundenzettel | Rechnungskopie | Aufmaß | Mängelliste`),
    part: values(`Dichtung | Kupplung | Lager | Endschalter | Bolzen | Laufrad | Schlauch | Magnetventil | Bremsbelag
      Filter | Schütz | Seiltrommel | Schäkel | Anode | Getriebe | Schwimmerschalter | Drucksensor | Schleifring
      Motor | Sicherungsring | Kabelverschraubung | Seilführung | Buchse | Flansch | Ritzel | Entlüfter`),
    tool: values(`Drehmomentschlüssel | Laser | Kettenzug | Messuhr | Flex | Heißluftfön | Hubwagen | lange Leiter
      Endoskop | Presszange | Gaswarner | Wärmebildkamera | Wagenheber | Magnetbohrmaschine | Ersatzfunkgerät
      Hochdruckreiniger | Bügelsäge | Richtlatte | Nivelliergerät | Schraubstock | Stichsäge | Ölkanne | Rohrzange
      Winkelmesser | Multimeter`),
    material:
      values(`Blech 20 mm | Winkel 80x8 | Flachstahl 100x10 | Grundierung | Zink | Härter | Vergussmörtel
      Bewehrung 16 | Kies 8/16 | Argon | Draht 1,2 | Schrauben M20 | Schrauben M24 | Edelstahlrohr | Sperrholz 21 mm
      Kette 13 mm | Tauwerk 24 mm | Hydrauliköl | Fett | Beton C35/45 | Handschuhe Größe 9 | Filtertuch | Epoxid
      Sand 0/2 | Kantholz`),
    problem:
      values(`tropft | brummt | fliegt nach einer Minute raus | riecht warm | klemmt | geht nur mit Tritt
      Lampe bleibt rot | bleibt auf halber Strecke stehen | Anzeige dunkel | vibriert | Alarm lässt sich nicht quittieren
      läuft rückwärts | Kabel ist angescheuert | pfeift wie ein Kessel | springt kalt nicht an | piept | eingefroren
      Deckel fehlt | Werte springen | verliert über Nacht Druck | Schutz ist locker | schleift | hat Spiel
      macht Geräusche | geht manchmal`),
    meal: values(`Gulasch | Linsensuppe | Nudeln | Fischfrikadellen | Schnitzel | Erbsensuppe | Kaiserschmarrn | Curry
      Kartoffelsalat | Rouladen | Pfannkuchen | Bohneneintopf | Lasagne | Frikadellen | Spinatknödel | Labskaus
      Tomatensuppe | Grünkohl | Maultaschen | Sauerbraten | Pilzpfanne | Kohlroulade | Matjes | Käsespätzle | Quiche`),
    weather:
      values(`Nieselregen | Nebel | Regen von der Seite | Sonne mit Wind | Schneeregen | Sturm | Frost | grau in grau
      ausnahmsweise warm | Gewitter später | tiefe Wolken | Nordwest mit Böen | Schnee auf dem Kran | schwül | Hagel
      klar und kalt | Dunst überm Wasser | Böen am Nachmittag | Regen bis Mittag | Glatteis am Tor | Föhn
      Schauer | Windstille | Dauerregen | Raureif`),
    excuse:
      values(`Stau auf der Brücke | die Fähre hat Verspätung | Zahnarzt | Platten | der Zug steht auf freier Strecke
      Kind krank | Sitzung dauert | Handy leer | falscher Kalender | der Aufzug hängt | bin noch am Kai
      Bus verpasst | der Zoll ruft an | Schlüssel vergessen | warte auf Lieferung | Tunnel gesperrt | Brille zu Hause
      Tierarzt | bin im anderen Gebäude | die Brücke ist oben | verschlafen, ehrlich | Ausweis geht nicht
      Heizungsmonteur ist da | nochmal zurück, Schuhe | Elternabend`),
    customer:
      values(`Fähre | Hafenbehörde | Fischhalle | Lotsen | Reederei | Museumsschiff | Segelclub | Versicherung
      Stadt | Ruderverein | Windpark | Schlepper | Zementwerk | Küstenwache | Uni | Bahn | Segelschule
      Zollamt | Bergungsfirma | Kabelleger | Getreideterminal | Wasserwerk | Feuerwehr | Tauchschule | Werft nebenan`),
    hm: values(`hm | ach | aha | soso | na gut | verstehe | gut zu wissen | dachte ich mir | interessant | typisch
      na ja | geht so | schade | oha | autsch | schön | echt? | schon wieder | nicht ideal | könnte schlimmer sein
      war ja klar | sieh an | ui | na toll | prima`),
    status:
      values(`halb fertig | fast fertig | wartet auf Farbe | wartet auf Unterschrift | noch nicht angefangen, ehrlich gesagt
      seit gestern erledigt | hängt beim Zoll | in der Post | liegt bei mir | in der Werkstatt | in Prüfung
      abholbereit | trocknet | zu 80 % da | verschoben | abgesagt | zurück auf Anfang | eine Schraube fehlt noch
      fertig, aber nicht getestet | getestet, aber nicht fertig | sieht gut aus | besser als geplant | bestellt
      unterwegs | in der zweiten Schicht`),
    soon: values(`gleich | nach dem Essen | in einer Stunde | vor Schichtende | morgen früh als Erstes
      wenn der Regen aufhört | nach dem Telefonat | sobald ich zurück bin | in einer halben Stunde | heute Abend
      bis Mittag | vor der Flut | wenn's gedruckt ist | spätestens um vier | in zehn Minuten | sobald der Kran frei ist
      am Nachmittag | zwischen zwei Terminen | wenn's unterschrieben ist | nach dem Kaffee | heute noch
      sobald ich's finde | vor Feierabend | mit der nächsten Fuhre | nächste Schicht`),
    task: values(`die Anker prüfen | den Slip fegen | die Schäkel zählen | die Filter tauschen | die Alarme testen
      die Kabel beschriften | das Gerüst umsetzen | die Mulde leeren | die Scheine unterschreiben
      die Nähte fotografieren | die Schienen fetten | die Schilder bestellen | die Barge buchen
      den Vermesser anrufen | den Plan aktualisieren | die Luke abdichten | die Feuerlöscher prüfen
      die Paletten umstapeln | die Zettel scannen | die Messdaten sichern | den Kranhaken wiegen | die Leiter holen
      die Rohre spülen | das Lager aufräumen | die Prüfsiegel erneuern`),
  },
};
