import { dialoguesFrom, values } from "./lib/dialogues.mjs";

/** Swedish, Danish and Polish. */
export const slots = {
  sv: {
    ok: values(`ok | okej | det går bra | visst | absolut | perfekt | ja | jajamän | fint | jag fixar det | bra | noterat
      klart | gärna | toppen | funkar | självklart | japp`),
    thanks:
      values(`tack | tack så mycket | tusen tack | stort tack | tack snälla | toppen, tack | tackar | tack för hjälpen
      perfekt, tack | tack ska du ha | tack 🙏 | fint, tack`),
    hello:
      values(`hej | god morgon | hejsan | tjena | snabb fråga | hallå | du | en sak | godmorgon | hej igen | ursäkta
      är du där`),
    place:
      values(`hall 1 | hall 2 | hall 3 | hall 4 | grind 1 | grind 2 | grind 3 | kaj 5 | kaj 7 | matsalen | ritkontoret
      lilla rummet | receptionen | verkstan | slipen`),
    day: values(`måndag | tisdag | onsdag | torsdag | fredag | imorgon | idag | i övermorgon | nästa vecka | den 3:e
      den 12:e | den 21:a | på fredag eftermiddag | vid månadsskiftet`),
    document:
      values(`protokollet | ritningen | kalkylen | tidplanen | besiktningsintyget | fakturan | följesedeln
      kontraktet | listan | avtalet | rapporten | bokningen | hamnplanen`),
    excuse:
      values(`kö på bron | färjan är sen | tandläkaren | punktering | tåget står | barnet är sjukt | mötet drog ut
      missade bussen | telefonen dog | tunneln är stängd | nyckeln är borta`),
  },
  da: {
    ok: values(`ok | okay | fint | det er i orden | ja | jep | super | gerne | selvfølgelig | jeg tager den | modtaget | aftale
      det passer fint | godt | klart`),
    thanks:
      values(`tak | mange tak | tusind tak | tak for hjælpen | super, tak | tak skal du have | 1000 tak | fint, tak
      tak for det hurtige svar | tak 🙏`),
    hello:
      values(`godmorgen | hej | hejsan | lige en ting | hurtigt spørgsmål | er du der | davs | undskyld | en lille ting
      hej igen`),
    place:
      values(`hal 1 | hal 2 | hal 3 | hal 4 | port 1 | port 2 | port 3 | kaj 5 | kaj 7 | pumperummet | kantinen
      tegnestuen | arkivet | værkstedet`),
    day: values(`mandag | tirsdag | onsdag | torsdag | fredag | i morgen | i dag | i overmorgen | næste uge | den 3.
      den 12. | den 21. | fredag eftermiddag`),
    document:
      values(`tegningen | referatet | listen | målerapporten | følgesedlen | pumpekurven | alarmloggen
      skemaet | fakturaen | certifikatet | dagsordenen | revisionslisten`),
    part: values(`pakningen | lejet | ventilen | svømmeren | filteret | koblingen | bolten | sensoren | motoren | klappen
      spindlen | flangen`),
  },
  pl: {
    ok: values(
      `ok | dobra | jasne | zrobione | pasuje | tak | pewnie | zgoda | już idę | zapisane | dobrze | spoko | się robi`,
    ),
    thanks:
      values(`dzięki | dziękuję | wielkie dzięki | super, dzięki | dzięki za pomoc | stokrotne dzięki | dzięki 🙏
      bardzo dziękuję | no to dzięki`),
    hello: values(
      `cześć | hej | dzień dobry | słuchaj | szybkie pytanie | jesteś | jedna rzecz | siema | sorki`,
    ),
    place:
      values(`hala 1 | hala 2 | hala 3 | hala 4 | brama 1 | brama 2 | brama 3 | kabina | stołówka | warsztat | magazyn
      nabrzeże 5 | nabrzeże 7`),
    day: values(`w poniedziałek | we wtorek | w środę | w czwartek | w piątek | jutro | dzisiaj | pojutrze | za tydzień
      trzeciego | dwunastego | pod koniec miesiąca`),
    document:
      values(`faktura | protokół | zamówienie | lista części | karta pracy | delegacja | gwarancja | oferta
      certyfikat | raport`),
    part: values(
      `łożysko | pompa | lina | hamulec | filtr | czujnik | silnik | uszczelka | zębatka | sworzeń | przekładnia`,
    ),
  },
};

const swedish = `
[pair]
a: {hello}, kommer {ship} {time}?
b: {time2} säger lotsen, {excuse}
a: {ok}

[pair]
a: {hello}, har du {document}?
b: ja, {drawing}. skickar {day}
a: {thanks}

[pair]
a: möte {day} {time} i {place}?
b: {excuse}, kan vi ta {time2}?
a: {ok}

[pair]
a: djupgående {draught} in, {draught2} ut
b: {ok}, vatten finns från {time}

[pair]
a: faktura {invoice} på {amount}, din?
b: min, {order}
a: {thanks}, bokförd

[pair]
a: {num} min sen, {excuse}
b: {ok}, vi börjar med {document}

[pair]
a: bokat {place} {day} {time}, {few} personer
b: {thanks}. fika?
a: {few} bullar, som vanligt en för mycket
`;

const danish = `
[pair]
a: {hello}, har du {document} til {day}?
b: ja, {drawing}, du får den kl. {time}
a: {thanks}

[pair]
a: P{pump} kører {percent}, niveau {level}
b: {ok}, jeg ser på det {day}

[pair]
a: {hello}, {part} til P{pump} er kommet, {partno}
b: mål den først
a: {mm}, det er fint

[pair]
a: møde {day} kl. {time} i {place}?
b: {time2} er bedre
a: {ok}

[pair]
a: {drawing} mangler i mappen
b: den ligger i {place}, på papir
a: {thanks}, jeg scanner den {day}

[pair]
a: alarm {big} kl. {clock}, væk igen af sig selv
b: {part}?
a: {part}, ja. {ok}, jeg renser den {day}
`;

const polish = `
[pair]
a: {hello}, {document} {invoice}, {amount}, to twoje?
b: moje, {order}
a: {thanks}, zapłacę {day}

[pair]
a: {hello}, dźwig {crane} stoi, {part}
b: długo?
a: do {time}, może {time2}

[pair]
a: jedziesz {day} do domu?
b: jadę, o {time}. zabrać cię?
a: {ok}, {thanks}

[pair]
a: {part} z {order} przyszło, {few} sztuk
b: miało być {few2}
a: reszta {day}

[pair]
a: kawa o {time}, {place}?
b: {ok}

[pair]
a: {document} do podpisu, leży: {place}
b: {ok}, podpiszę {day}
`;

export const dialogues = [
  ...dialoguesFrom("sv", swedish),
  ...dialoguesFrom("da", danish),
  ...dialoguesFrom("pl", polish),
];
