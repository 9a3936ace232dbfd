import { dialoguesFrom, values } from "./lib/dialogues.mjs";

/** Portuguese, Spanish and French. */
export const slots = {
  pt: {
    ok: values(`ok | está bem | certo | combinado | pode ser | tá | fechado | perfeito | sim senhor | vou já
      entendido | boa | feito | claro | sim | já vou | tudo bem | beleza | trato disso | anotado`),
    thanks:
      values(`obrigado | obrigada | muito obrigado | valeu | agradecido | obrigadíssimo | obrigado pela rapidez
      ótimo, obrigado | fico a dever-te uma | mil obrigados | obrigado 🙏 | agradeço | boa, obrigado`),
    hello:
      values(`bom dia | olá | viva | boa tarde | diz-me uma coisa | pergunta rápida | oi | estás aí | só uma coisa
      desculpa | ouve | então`),
    place:
      values(`nave 1 | nave 2 | nave 3 | nave 4 | portão 1 | portão 2 | portão 3 | cais 5 | cais 7 | estaleiro
      cantina | oficina | armazém norte | sala pequena | carreira | doca 1 | sala das bombas | báscula`),
    day: values(`segunda | terça | quarta | quinta | sexta | amanhã | hoje | depois de amanhã | para a semana
      no dia 3 | no dia 8 | no dia 12 | no dia 17 | no dia 21 | no fim do mês | sexta à tarde`),
    document:
      values(`o mapa de soldadura | a proposta | o relatório | a guia de remessa | o orçamento | a lista de peças
      o certificado | a ata | o caderno de encargos | a folha de horas | o desenho | o plano de carga | a fatura
      o auto de medição | a licença`),
    excuse:
      values(`trânsito na ponte | o barco atrasou | dentista | furo no pneu | o comboio parou | estou no cais
      o miúdo está doente | a reunião arrastou | perdi o autocarro | fiquei sem bateria | fecharam o túnel
      a chave não aparece`),
    part: values(`a junta | o rolamento | a válvula | o parafuso | o filtro | a mangueira | o motor | a polia | o cabo
      o ânodo | a bucha | a flange | o sensor`),
  },
  es: {
    ok: values(`ok | vale | hecho | de acuerdo | perfecto | venga | claro | sí | voy | entendido | apuntado | genial
      me parece bien | listo | sin problema | ahora mismo | dale | bien | por supuesto`),
    thanks:
      values(`gracias | muchas gracias | mil gracias | gracias, majo | te debo una | gracias por todo | genial, gracias
      gracias de verdad | muy amable | gracias 🙏 | gracias, me salvas | ¡gracias!`),
    hello:
      values(`buenos días | hola | buenas | oye | una cosa | perdona | pregunta rápida | ¿estás? | qué tal | hola otra vez
      ey | dime`),
    place:
      values(`nave 1 | nave 2 | nave 3 | nave 4 | puerta 1 | puerta 2 | puerta 3 | muelle 5 | muelle 7 | almacén 3
      el pontón | la báscula | el taller | la cantina | el dique 1 | recepción`),
    day: values(`el lunes | el martes | el miércoles | el jueves | el viernes | mañana | hoy | pasado mañana
      la semana que viene | el día 3 | el día 12 | el día 21 | a fin de mes | el viernes por la tarde`),
    document:
      values(`el albarán | la factura | el parte de inmersión | el certificado | el permiso | la lista | el plano
      el acta | el presupuesto | la hoja de horas | el informe | la ficha de seguridad | la reserva`),
    excuse:
      values(`hay atasco en el puente | el ferry va tarde | dentista | rueda pinchada | el tren está parado
      sigo en el muelle | el niño está malo | la reunión se alargó | sin batería | he perdido el bus
      el túnel está cerrado`),
  },
  fr: {
    ok: values(`ok | d'accord | ça marche | entendu | parfait | très bien | oui | c'est noté | je m'en occupe | vendu
      bien sûr | nickel | c'est bon pour moi | reçu | j'y vais | volontiers | pas de souci | bon`),
    thanks:
      values(`merci | merci beaucoup | mille mercis | merci à toi | super, merci | merci bien | merci pour la rapidité
      je te revaudrai ça | merci 🙏 | un grand merci | parfait, merci | c'est gentil, merci`),
    hello:
      values(`bonjour | salut | coucou | petite question | dis | re | une chose | tu es là | bonjour à nouveau | pardon
      excuse-moi | vite fait`),
    place:
      values(`hall 1 | hall 2 | hall 3 | hall 4 | porte 1 | porte 2 | porte 3 | quai 5 | quai 7 | salle serveurs
      petite salle | cantine | magasin nord | atelier | bassin 1 | accueil`),
    day: values(`lundi | mardi | mercredi | jeudi | vendredi | demain | aujourd'hui | après-demain | la semaine prochaine
      le 3 | le 12 | le 21 | en fin de mois | vendredi après-midi`),
    document:
      values(`le contrat | la note | le procès-verbal | la facture | le certificat | le bon de livraison
      la déclaration | le planning | le devis | le rapport | la procédure | l'avenant | la liste de colisage`),
    excuse:
      values(`bouchon sur le pont | le ferry est en retard | dentiste | pneu crevé | train arrêté en pleine voie
      la réunion traîne | le petit est malade | plus de batterie | bus raté | tunnel fermé | je suis encore au quai`),
    problem:
      values(`ça rame | ça coupe | écran noir | plus de place disque | le certificat expire | mot de passe refusé
      ça redémarre tout seul | le voyant reste rouge | le ventilateur hurle | la sauvegarde échoue`),
  },
};

const portuguese = `
[pair]
a: {hello}, tens {document} do {ship}?
b: tenho, {drawing}, mando {day}
a: {thanks}

[pair]
a: {hello}, reunião {day} às {time} na {place}?
b: {excuse}, pode ser {time2}?
a: {ok}

[pair]
a: {part} do {ship} chegou, {partno}
b: mede antes de festejar
a: {mm}. podemos festejar

[pair]
a: quanto dá {document}?
b: {amount}, sem transporte
a: e com?
b: {amount2}

[pair]
a: perguntaram outra vez pela {order}, prometi {day}
b: {ok}, ligo-lhes às {time}

[pair]
a: chego {num} min atrasado, {excuse}
b: {ok}, começamos com {document}

[pair]
a: {num} m de cordão na {place}, limpo
b: fotos?
a: {few}, mando {day}
b: {thanks}

[pair] noon
a: almoço às {time}?
b: {ok}, na cantina. o Otto fez qualquer coisa com {few} ingredientes
`;

const spanish = `
[pair]
a: {hello}, ¿llegó el camión {truck}?
b: está en {place}, {few} palés
a: {thanks}

[pair]
a: {hello}, necesito {document} para {day}
b: {ok}, te lo mando a las {time}

[pair]
a: ¿inmersión {day} a las {time}?
b: marea a las {time2}, mejor esperar
a: {ok}

[pair]
a: llego {num} minutos tarde, {excuse}
b: {ok}, te espero en {place}

[pair]
a: visibilidad {small} metros, corriente floja, {num} min abajo
b: ¿y las soldaduras?
a: {few} bien, una con poro. {document} esta noche

[pair]
a: {order} sigue en aduana desde {day}
b: ¿qué falta?
a: {document}
b: lo tienes a las {time}

[pair]
a: ¿comemos? {time} en {place}
b: {ok}, pero hoy invito yo
`;

const french = `
[pair]
a: {hello}, tu as {document} pour {day} ?
b: presque, je te l'envoie à {time}
a: {thanks}

[pair]
a: {hello}, {host} : {problem}
b: depuis quand ?
a: {clock}
b: {ok}, je regarde

[pair]
a: on se voit {day} à {time}, {place} ?
b: {excuse}, plutôt {time2}
a: {ok}

[pair]
a: {invoice}, {amount}, c'est pour toi ?
b: oui, {order}. je signe {day}
a: {thanks}

[pair]
a: {document} : page {num}, il manque une virgule
b: importante ?
a: {amount} d'importance
b: corrigé, {thanks}

[pair]
a: pièce {partno} expédiée, arrivée {day}
b: {ok}. {big} kg ?
a: {big} avec la palette

[pair]
a: j'ai {num} min de retard, {excuse}
b: {ok}, je commence avec {document}

[room it-desk]
a: {host} passe en {build} ce soir à {time}
b: {ok}. retour arrière prévu ?
a: oui, {num} minutes
`;

export const dialogues = [
  ...dialoguesFrom("pt", portuguese),
  ...dialoguesFrom("es", spanish),
  ...dialoguesFrom("fr", french),
];
