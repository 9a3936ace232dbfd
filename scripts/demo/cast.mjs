/**
 * The people and rooms of the demo archive. Both are written as tables, one line each, because
 * forty records of ten fields are read and corrected as a table, not as eight hundred lines.
 */

const NORTHQUAY = "northquay.example";
const PARTNERS = "partners.northquay.example";

// key | localpart | name | languages, main first | time zone | role | devices | title | tel
const STAFF = `
mara | mara | Mara Lindqvist | sv en | Europe/Stockholm | project lead, dock 2 | conversations.9fWt, conversations.r7Le, dino.a81c | Project manager | +46 8 555 0141
tomas | tomas | Tomás Ferreira | pt en es | Europe/Lisbon | estimating | gajim.K2QX, conversations.r7Le | Head of estimating | +351 21 555 0117
ines | ines | Ines Okafor | en | Europe/London | contracts and money | gajim.T0Vd, monal.33c1 | Commercial director | +44 20 5555 0102
ken | ken.sato | Ken Sato 佐藤 健 | ja en | Asia/Tokyo | structures | gajim.7uYp, conversations.Sx4A | Structural engineer | +81 3 5555 0188
yusuf | yusuf | Yusuf Rahal | ar en fr | Asia/Beirut | coating yard | conversations.pQ0m | Coating yard foreman | +961 1 555 019
hanne | hanne.brix | Hanne Brix | da en | Europe/Copenhagen | document control | dino.b772, gajim.Hh31 | Document controller | +45 55 50 01 23
jurgen | jürgen | Jürgen Kessler | de en | Europe/Berlin | workshop, works council | conversations.Wk8e, gajim.L5nn | Workshop master | +49 40 5550 0133
greta | greta | Greta Sommer | de en | Europe/Berlin | payroll | gajim.P4yr, conversations.g0Rt | Payroll | +49 40 5550 0145
frank | frank | Frank Molenaar | en de nl | Europe/Amsterdam | crane operator | conversations.fR4n, profanity.x9 | Crane operator | +31 20 555 0166
aoife | aoife | Aoife Brennan | en | Europe/Dublin | night shift lead | conversations.aB77, gajim.Nq2c | Shift lead | +353 1 555 0190
pawel | pawel | Paweł Zieliński | en pl | Europe/Warsaw | crane mechanic | conversations.Zl3s | Crane mechanic
lin | lin.wei | Lin Wei 林薇 | zh en | Asia/Shanghai | procurement | gajim.LwEi, monal.80ab | Procurement | +86 21 5555 0171
noor | noor | Noor Haddad | fr ar en | Europe/Paris | legal and compliance | dino.n00r, conversations.Hd8d | Legal counsel | +33 1 55 55 01 08
sam | sam | Sam Oyelaran | en | Europe/London | apprentice | conversations.sAm1, movim.web4 | Apprentice
elif | elif | Elif Demir | de tr en | Europe/Berlin | survey | dino.e11f, conversations.D3mr | Surveyor | +49 40 5550 0158
marek | marek | Marek Novotný | en cs | Europe/Prague | night electrician | conversations.mN0v | Electrician, nights
chiara | chiara | Chiara Bellandi | it en | Europe/Rome | safety | gajim.cB3l, monal.c4f0 | Safety officer | +39 06 5555 0110
leo | leo | Léo Vasseur | fr en | Europe/Paris | IT operations | profanity.lv, gajim.V4ss, conversations.lE0v | System administrator | +33 1 55 55 01 22
dana | dana | Dana Reuveni | he en | Asia/Jerusalem | IT, data | dino.da7a, monal.R3uv | Data engineer
nikos | nikos | Nikos Stavrou | el en | Europe/Athens | dive team | conversations.n1K0 | Dive supervisor | +30 21 0555 0144
olga | ольга | Olga Sorokina Ольга Сорокина | ru en | Europe/Riga | planning | gajim.0LgA, conversations.sRk1 | Planner
minji | minji.park | Park Min-ji 박민지 | ko en | Asia/Seoul | naval architecture | monal.mJp4, gajim.9KoR | Naval architect | +82 2 5550 0162
soren | soren | Søren Dahl | da en | Europe/Copenhagen | pump room | conversations.s0Rn, dino.da41 | Pump engineer | +45 55 50 01 77
astrid | astrid | Astrid Ekblad | sv en | Europe/Stockholm | office | gajim.aStr, monal.3kbl | Office manager | +46 8 555 0100
carmen | carmen | Carmen Ibarra | es en | Europe/Madrid | deliveries | conversations.cArM, movim.ib4r | Logistics coordinator | +34 91 555 0126
rui | rui | Rui Salgado | pt en | Europe/Lisbon | welding | conversations.rU1s | Welding supervisor
priya | priya | Priya Raman | en | Europe/London | people | gajim.pR1y, conversations.rAm4 | Head of people | +44 20 5555 0119
tariq | tariq | Tariq Mansour | ar en | Africa/Cairo | shipping | conversations.tQm5, gajim.Mns0 | Shipping clerk | +20 2 5555 0131
ewa | ewa | Ewa Nowicka | en pl sv | Europe/Stockholm | accounts payable | gajim.eW4a, conversations.n0Wk | Accounts payable
gabriel | gabriel | Gabriel Quiroga | es en | Europe/Madrid | dive team | conversations.gQ1r | Commercial diver
mei | mei.tanaka | Mei Tanaka 田中 芽衣 | ja en | Asia/Tokyo | drawing office | gajim.m31T, monal.tAn4 | Draughtswoman
otto | otto | Otto Brandl | de en | Europe/Vienna | canteen | conversations.0tT0 | Cook | +43 1 555 0109
`;

const OUTSIDE = `
dmitri | dmitri.v | Dmitri Volkov | ru en | Europe/Riga | steel, Volkov & Daughters | gajim.dV0l, conversations.k0V5 | Managing partner | +371 5555 0150
helena | helena.prado | Helena Prado | pt en | Europe/Lisbon | loss adjuster | conversations.h3Ln | Loss adjuster | +351 21 555 0175
bastien | bastien | Bastien Leroux | fr en | Europe/Brussels | cranes, Leroux Levage | gajim.b4St, conversations.lRx8 | Service manager | +32 2 555 01 40
yuki | yuki.arai | Yuki Arai 新井 由紀 | ja en | Asia/Tokyo | pumps, Arai Seisakusho | gajim.yU4r | Export sales | +81 3 5555 0112
magnus | magnus | Magnus Thorell | sv en | Europe/Stockholm | ship's agent | conversations.mG7h, dino.th0r | Ship's agent | +46 8 555 0181
fatima | fatima | Fatima Benali | fr ar en | Africa/Casablanca | customs broker | conversations.f4Tm, gajim.bN1i | Customs broker
rolf | rolf | Rolf Hagedorn | de en | Europe/Berlin | concrete, Hagedorn Beton | conversations.r0Lf | Dispatcher | +49 40 5550 0187
giorgos | giorgos | Giorgos Pappas | el en | Europe/Athens | dredging | conversations.g10R, dino.p4pp | Dredging master
`;

function toPerson(host, line) {
  const [key, user, name, languages, tz, role, devices, title, tel] = line.split(" | ");
  const [lang, ...langs] = languages.split(" ");
  const vcard = tel ? { title, tel } : { title };
  return { key, host, user, name, lang, langs, tz, role, resources: devices.split(", "), vcard };
}

function rows(table) {
  return table.trim().split("\n");
}

/** `{key, host, user, name, lang, langs, tz, role, resources, vcard: {title, tel?}}[]` */
export const people = [
  ...rows(STAFF).map((line) => toPerson(NORTHQUAY, line)),
  ...rows(OUTSIDE).map((line) => toPerson(PARTNERS, line)),
];

// name | title | description | whois | membersOnly
// then: key affiliation nick; a nick may hold spaces, markup and any script.
const ROOMS = `
dock-2 | Dock 2 | Tender and works of dock 2. Decisions here, drawings in document control. | moderators | yes
  mara owner Mara; tomas admin Tomás; ines admin Ines; ken member 健; jurgen member Jürgen; olga member Olga (planning); hanne member hanne.brix; minji member minji; rui member Rui; elif member elif; dmitri member Dmitri V; giorgos member Giorgos
pump-room | Pump room | Station 4: alarms, repairs, water levels | moderators | no
  soren owner Søren; aoife admin Aoife; marek member marek; jurgen member Jürgen K; chiara member chiara (safety); yuki member 新井; nikos member nikos; sam member sam; lin member Lin
カフェ | カフェ | Lunch, cake, the cat. Nothing important is decided here. | anyone | no
  astrid owner Astrid; otto admin Küche; mei member めい; ken member Ken; frank member <b>frank</b>; sam member sam!!; chiara member Chiara; lin member 林薇; rui member rui; dana member dana; aoife member aoife b; ewa member ewa
night-shift | Night shift | Handover book. What is open, who has the keys. | anyone | no
  aoife owner Aoife; marek admin Marek; frank member <b>frank</b>; pawel member Paweł; soren member Søren; jurgen member Jürgen (days); chiara member chiara; gabriel member gabi
it-desk | IT desk | Ask here first. No passwords, please. | moderators | no
  leo owner léo; dana admin dana; astrid member Astrid; greta member Greta; olga member Olga S.; sam member sam; tomas member tomas; frank member <b>frank</b>; carmen member carmen; elif member elif
works-council | Works council | Betriebsrat: agenda, votes, minutes | anyone | yes
  jurgen owner Jürgen; greta admin Greta; elif member Elif; rui member Rui; aoife member Aoife; pawel member Paweł; otto member Otto
spokes | Spokes and tides | Cycling and running club. Sundays 08:00 at the lock gate. | anyone | no
  elif owner elif; ewa admin ewa 🏃; tomas member Tomás; nikos member Νίκος; soren member Søren; sam member sammy; magnus member Magnus T; leo member Léo; minji member 민지
deliveries | Deliveries | Gates, trucks, pallets, customs. Yard and partners. | moderators | no
  carmen owner Carmen; tariq admin Tariq; lin member Lin Wei; yusuf member يوسف; rolf member Rolf Beton; magnus member Magnus (agent); fatima member Fatima B.; bastien member Bastien; jurgen member Jürgen; ewa member ewa (AP)
`;

function toMember(text) {
  const [key, affiliation, ...nick] = text.trim().split(" ");
  return { key, affiliation, nick: nick.join(" ") };
}

function toRoom(head, members) {
  const [name, title, description, whois, closed] = head.split(" | ");
  const shared = { title, description, whois, membersOnly: closed === "yes", archiving: true };
  return { key: name === "カフェ" ? "cafe" : name, name, ...shared, members };
}

/** `{key, name, title, description, whois, membersOnly, archiving, members: {key, affiliation, nick}[]}[]` */
export const rooms = rows(ROOMS).flatMap((line, index, all) =>
  index % 2 === 0 ? [toRoom(line, all[index + 1].split(";").map(toMember))] : [],
);
