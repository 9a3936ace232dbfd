import { dialoguesFrom } from "./lib/dialogues.mjs";

/** Lunch, travel, jokes, thanks and small talk, in English. */
export const dialogues = dialoguesFrom(
  "en",
  `
[pair] noon
a: lunch?
b: what is there
a: {meal} or {meal2}
b: {time}, at the window

[room cafe] noon
a: {meal} today
b: again?
a: "again" was {meal2}
c: I take both

[pair]
a: how are you
b: {feel}. you?
a: {feel2}

[pair] morning
a: {weather}, and I came by bike
b: respect
a: it wasn't courage, {excuse}

[room]
a: {person} has a birthday {day}
b: cake?
a: I collect, 3 each, tin at {place}
c: in
b: in, and I sign the card, where is it
a: under {tool}, guess why

[pair]
a: you saved me at the meeting with {customer}
b: I only read the number out loud
a: yes. at the right moment
b: coffee, {day}

[pair]
a: {thanks} for {document}
b: did it help?
a: they stopped asking after page {small}

[pair]
a: I'm {num} min late, {excuse}
b: no stress, we start with {document}
a: {thanks}

[room cafe]
a: who ate my yoghurt, it had my name on it
b: what name
a: {person}
b: that's not your name
a: it's a decoy

[pair]
a: train at {time}, platform {small}
b: I'm on it, coach {num}
a: I see you. no that's somebody else with your jacket
b: waving
a: he's waving too

[pair]
a: landed. {degrees} here
b: we have {weather}
a: then I stay
b: the return is {day} {time}, I booked it

[room spokes]
a: ride on Sunday, {num} km, start 8:00
b: wind?
a: {kmh}, behind us on the way out
c: that's how it always begins
b: I'm in

[room spokes]
a: found a glove at {place}, left, size L, smells of chain oil
b: mine!
c: also mine
a: one glove, two owners, fight

[pair]
a: did you see the sky over {place}
b: I was under crane {crane}, I saw a hook
a: turn around
b: oh
a: exactly

[pair]
a: can you recommend something to read? on the ferry
b: {document}
a: something with an ending
b: then not

[room cafe]
a: Diesel sleeps on {document}
b: which page
a: all of them
c: so it's approved

[pair]
a: holiday from {day}, I'm gone {num} days
b: who covers
a: {person}, {document} is in the folder
b: does {person} know
a: he will

[pair]
a: congratulations!! I just heard
b: thank you 🙂 who told you
a: everybody, in {place}
b: so it's official

[room cafe]
a: coffee machine at {place} is out, {problem}
b: which one is that
c: the good one
b: nooo
a: {person} is on it, {time} they say

[pair]
a: {meal} was good today
b: it was a bit salty
a: {hm}, {meal2} {weekday} then

[pair]
a: the kids say hello
b: how many are at home
a: {small}, with the neighbours
b: {feel} then

[room]
a: umbrella left in {place}, black, as all of them
b: does it have a wooden handle
a: it has {small} handles' worth of tape
b: that's mine

[pair]
a: bus is full, I walk
b: {weather}?
a: {weather}
b: brave

[pair]
a: sorry about before, I was short with you
b: you were right though
a: yes but short
b: forgotten. coffee at {time}?

[pair]
a: is it true about {person}
b: what
a: that he goes to {customer}
b: ask him, not me
a: fair

[room cafe]
a: bets on when {ship} really leaves?
b: {time}
c: {time2}
a: I take {day2}. always take {day2}

[pair]
a: how do you say "{ship}" properly
b: slowly and with respect
a: that's what the captain said

[pair]
a: what's your plan for {day}
b: {task}, then nothing
a: nothing sounds good
b: nothing until {time}, then {meal}

[pair]
a: your parcel is at reception, it's {small} kg and it ticks
b: it's a clock
a: that's what we hoped

[pair]
a: good luck today
b: {thanks}. {feel}
a: you'll be fine, read page {num} twice

[room]
a: found: keys, {small} of them, with a little anchor
b: mine, where?
a: {place}, in the lock
b: from outside?
a: from outside

[pair] evening
a: going home. {weather}
b: drive slowly
a: I take the bus, he drives slowly enough

[pair]
a: do you still need {tool}? I'd take it to {place}
b: until {time}, then it's yours
a: {ok}

[pair]
a: what did {customer} say about {task}?
b: "by {day}, or else"
a: or else what
b: or else {day2}

[room]
a: can somebody {task} before {time}? {excuse}
b: I can
c: I'll help, then it's two of us and quicker
a: {thanks}, both

[pair]
a: reminder: {task}
b: done at {clock}
a: how do you do that
b: I read my calendar, try it

[pair]
a: {person} asks who will {task} on {weekday}
b: not me, I {task2}
a: so who
b: write "nobody", then somebody will
`,
);
