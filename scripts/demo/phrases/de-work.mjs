import { dialoguesFrom } from "./lib/dialogues.mjs";

/** A working day in German. */
export const dialogues = dialoguesFrom(
  "de",
  `
[pair]
a: {hello}, kommt {ship} noch um {time}?
b: eher {time2}, {excuse}
a: {ok}

[pair]
a: {hello}, hast du {partno} da?
b: laut System {few} Stück, im Regal null
a: {hm}. dann bestell ich, kommt {day}

[room deliveries]
a: LKW {truck} steht am Tor, {material}, {few} Paletten
b: {ok}, bitte nach {place}
c: {person} kommt mit dem Stapler, {soon}

[pair]
a: {document} für {ship}?
b: {status}, {drawing} liegt dabei
a: {thanks}

[pair]
a: kannst du {soon} {task}?
b: {ok}, bis {time}

[pair]
a: {part} an {ship}: {problem}
b: seit wann?
a: seit {clock}
b: komme {soon}

[room]
a: wer hat {tool}? In {place} liegt nichts
b: {person} hatte das {ago}
c: liegt in {place2}, hab's gesehen
a: {thanks}

[pair]
a: {invoice} über {amount}, ist das von dir?
b: ja, {material}, {order}
a: {hm}, dann buche ich es {day}

[pair]
a: Besprechung {day} um {time}, {place}?
b: {excuse}, lieber {time2}
a: {ok}

[room works-council]
a: Tagesordnung {day}: Punkt {small} ist {document}, {status}
b: {hm}. Wer schreibt mit?
c: {person} hat zugesagt

[room works-council]
a: Bitte bis {day} {task}, sonst steht es wieder im Protokoll
b: {ok}, {soon}

[pair]
a: {customer} fragt nach {order}
b: {status}, sag ihnen {day}
a: {ok}

[pair] morning
a: {weather} hier, und ich bin mit dem Rad
b: respekt
a: war kein Mut, {excuse}

[pair] noon
a: Mahlzeit. Heute {meal} oder {meal2}
b: {meal}, bin um {time} da

[room cafe] noon
a: heute {meal}
b: {hm}. und ohne Fleisch?
a: {meal2}, in {place}

[pair]
a: Maß an Spant {num} ist {mm}
b: Soll {mm2}, {hm}
a: messe nach, {soon}

[pair]
a: Kran {crane} frei um {time}? {big} kg nach {place}
b: {time2}, vorher hängt {ship} dran
a: {ok}

[room pump-room]
a: P{pump} läuft mit {percent}, Pegel {level}
b: bei {weather} normal
c: {task} trotzdem {soon}, bitte

[room pump-room]
a: Alarm {big} um {clock}, {part} {problem}
b: {person} ist dran, {status}

[pair]
a: Wind {kmh}, {weather}
b: dann bleibt Kran {crane} stehen
a: {ok}

[pair]
a: Schicht tauschen? ich hab {day} {excuse}
b: wenn du meinen Dienst am Wochenende nimmst, {ok}
a: {thanks}

[pair]
a: {person} ist bis {day} krank, wer kann {task}?
b: ich, {soon}
a: {thanks}

[pair]
a: Angebot für {part}: {amount}, {num} Tage
b: {hm}, zu teuer oder zu lang?
a: beides, ich verhandle {day}

[pair]
a: im {document} auf Seite {num} steht {mm}
b: Tippfehler, {mm2}
a: ein Tippfehler mit Folgen, {thanks}

[room it-desk]
a: {host} {problem}, Ticket {ticket}
b: {hm}, schaue {soon}
c: war {ago} auch so

[pair]
a: kommst du an {host} ran? Ticket {ticket}
b: nein, seit {clock} nicht
a: {ok}, starte neu um {time}

[pair]
a: Zeugnis für {material} fehlt, {order}
b: {status}
a: ohne Zeugnis kein Einbau
b: weiß ich, {soon}

[pair]
a: bin {num} min später, {excuse}
b: {ok}, fangen mit {document} an

[room night-shift] night
a: Runde {clock}: {place} zu, {weather}, Pegel {level}
b: {ok}, ich geh {place2}

[room night-shift] morning
a: Übergabe: {part} in {place} {problem}, Schild hängt
b: {thanks}. sonst was?
a: {ship} kam um {clock}

[pair]
a: {hello}, wie geht's
b: geht, {weather} in den Knochen. selbst?
a: muss, {task} und dann {meal}

[pair]
a: danke nochmal wegen {document}
b: kein Ding. hat {customer} was gesagt?
a: {hm} haben sie gesagt

[pair]
a: {tool} ist über Prüfdatum, abgelaufen {ago}
b: raus damit
a: ist das einzige
b: dann ist es das einzige, das draußen ist

[pair]
a: Stundenzettel {day}: {num} Stunden?
b: erste Ziffer verrutscht, sorry
a: korrigiert. {big} wären mir auch aufgefallen

[pair]
a: {customer} steht vor {place}, {truck}
b: {hm}, ich geh hin
a: {thanks}

[pair] evening
a: Feierabend, {weather}
b: fahr vorsichtig, {excuse} heute früh reicht
a: {ok}

[room dock-2]
a: {drawing}: {person} fragt, ob {mm} oder {mm2}
b: {mm2}, steht im {document}
c: {thanks}

[room deliveries]
a: Beton {day} {time}, {num} m³, {place}
b: Ausbreitmaß wie letztes Mal?
a: {big} mm minus ein bisschen Vernunft

[room deliveries]
a: {truck} wartet seit {clock} in {place}, {excuse}
b: {hm}, {person} lädt {soon} ab

[pair]
a: Geburtstag {person} {day}, ich sammle, Dose steht in {place}
b: {ok}, wie viel?
a: {small} Euro, der Kuchen wird groß

[pair]
a: wie spät geht die Fähre {day}
b: {time}, bei {weather} auch mal {time2}
a: {thanks}

[pair]
a: nur zur Info: {task} ist {status}
b: {hm}, {thanks}

[pair]
a: brauchst du {material} noch? {num} m stehen in {place}
b: {few} reichen mir, der Rest kann zu {person}
a: {ok}
`,
);
