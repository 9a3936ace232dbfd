import { dialoguesFrom } from "./lib/dialogues.mjs";

/** More plain talk in English, for all of them. */
export const dialogues = dialoguesFrom(
  "en",
  `
[pair]
a: {hello}, lunch at {time}? {meal} today
b: {ok}, {excuse} but I'll be there
a: table {where}

[pair]
a: {weather} at {place}. and there?
b: {weather2}, {degrees}
a: {hm}

[pair]
a: did you reach {person}?
b: at {clock}, {feel}. will {task} {soon}
a: {thanks}

[pair]
a: I read {document} on the way, page {num}
b: {hm}? {opinion}
a: that's what I thought. tell {person}?
b: {ok}, {soon}

[pair]
a: {hello}, {excuse}, can we say {time}?
b: {time2} is better, {place}
a: {ok}

[pair]
a: your {num} o'clock moved, {why}
b: to when
a: {day} {time}, {place}

[pair]
a: {person} left {tool} {where}, is that on purpose?
b: {hm}, no. I take it to {place} {soon}

[pair]
a: I can't find {drawing}
b: {where}, under {document}
a: {thanks}

[pair]
a: short version of the meeting: {document} {status}, {part} {status2}
b: {hm}. long version?
a: {why}. nothing else

[pair] morning
a: {hello}, {feel}?
b: {feel2}. {weather} all the way in
a: here too since {clock}

[pair] evening
a: still at {place}?
b: {num} more minutes, {status}
a: {ok}, don't forget to {task}

[pair]
a: {person} asked whether we {task} or wait
b: {opinion}
a: {ok}, I tell him {soon}

[pair]
a: train {time}, back {day} {time2}
b: {ok}. {document} with you?
a: {where}, packed {ago}

[pair]
a: hotel {cost} a night, {num} minutes to {customer}
b: {hm}. {opinion}

[pair]
a: the phone {where} is yours? it rang at {clock}
b: mine, {thanks}. {customer}?
a: {person}, he tries again {soon}

[pair]
a: {thanks} for the help with {part}
b: {hm}, nothing to thank. {status} anyway
a: still

[pair]
a: I'm off {day}, {excuse}
b: {ok}, {person} can {task}

[pair]
a: how was it with {customer}?
b: {hm}. {num} minutes, {meal}, and {document} is {status}

[pair]
a: quick count: how many of us {day}?
b: {num}, {person} comes {soon}
a: {thanks}, then {place}

[pair]
a: I still owe you {cost} for {meal}
b: {hm}. or you {task} for me
a: {soon} then

[room]
a: {place} tomorrow from {time}: {task}. who's in?
b: me, until {time2}
c: {ok}, and I bring {tool}

[room]
a: {hello}, {document} lies {where}, please sign until {day}
b: done, {clock}
c: {soon}

[room]
a: {person} left {num} m of {material} at {place}
b: {hm}, mine. {soon}

[room]
a: visitors from {customer} {day} at {time}, {num} people
b: helmets are {where}, {few}
c: {ok}, I show them {place}

[room]
a: {weather} from {time} on, please {task} before
b: {ok}
c: {status} here

[room]
a: lost {tool}, last seen {ago} at {place}
b: {where}
a: {thanks}

[room]
a: update {clock}: {part} {status}
b: {thanks}. and {document}?
a: {status2}, {why}

[room]
a: shift photo {day} {time}, {place}. clean helmets
b: {ok}, {feel}
c: {excuse}, put me in with scissors and glue

[room]
a: {meal} left over at {place}, {num} portions
b: {soon}
c: {ok}, keep me one

[room]
a: {num} of {big} done, {weather}
b: {hm}, {few} more than on {weekday}
c: {opinion}
`,
);
