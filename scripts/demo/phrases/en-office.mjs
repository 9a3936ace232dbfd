import { dialoguesFrom } from "./lib/dialogues.mjs";

/** Meetings, papers, money and tickets, in English. */
export const dialogues = dialoguesFrom(
  "en",
  `
[pair]
a: {hello}, can we move {day} to {time}?
b: {excuse}?
a: how did you know
b: {time} is fine

[pair]
a: do you have {document}?
b: version or the good version
a: the one {customer} saw
b: sending, it's {drawing}
a: {thanks}

[pair]
a: in {document} page {num} it says {mm}, is that a typo
b: should be {mm2}
a: so a typo with consequences
b: corrected, new version in {num2} minutes

[room]
a: minutes of {weekday}: {few} open points, yours in bold
b: I have {few2} in bold??
a: you volunteered for two
c: he did, I was there

[pair]
a: invoice {invoice}, {amount}, for {material}. yours?
b: mine, but it was less
a: how much less
b: they added transport. I never ordered transport
a: stopping it until you hear from them
b: {thanks}

[pair]
a: {invoice} is due {day} and nobody signed
b: {person} is away
a: then you sign, you're the deputy
b: since when am I the deputy
a: since {person} is away

[pair]
a: who approves {amount} for {tool}?
b: up to 500 me, above that ask Ines
a: so ask Ines
b: bring a reason and no adjectives

[pair]
a: room booked for {day}, {num} people, {place}
b: that room has six chairs
a: people sit on the window
b: not {customer} they don't
a: moved to the big one

[pair]
a: can you proofread {document}? just two pages
b: it's {num} pages
a: two important ones
b: page {num2}: {mm}, the drawing says {mm2}
a: {hm}. {thanks}

[pair]
a: {drawing} is superseded, please don't print it
b: I printed it {ago}
a: how often
b: {few}
a: all of them back to me, please, with the coffee rings

[room dock-2]
a: {drawing} is out for comments until {day}
b: comment 1: north arrow points south
c: comment 2: it's right, the drawing is upside down
a: {ok}, next version {day2}

[pair]
a: the phone conference has {few} people and no sound
b: mute?
a: not me. {customer}
b: write it in the chat
a: they're writing the same to us

[pair]
a: did {customer} answer?
b: "{status}", they say
a: when
b: that's the part they left out
a: I call {day} at {time}

[pair]
a: your timesheet for {weekday} has {num} hours
b: yes
a: a day has 24
b: the first digit slipped. corrected

[pair]
a: hotel for {day}, one night or two?
b: one, I take the late train
a: the late train is cancelled, {excuse}
b: two then
a: booked, {cost}

[pair]
a: do you need {document} signed on paper?
b: paper, blue ink, {small} copies
a: which century
b: {customer}

[room]
a: reminder: holiday requests until {day}
b: I sent mine in {place} on a napkin
a: I found the napkin. please the form

[pair]
a: {order}: they offer {percent} off if we take {few} more
b: do we need {few} more?
a: no
b: then it's {percent} of nothing
a: that's how I'll write it

[room]
a: tonight {clock}: network maintenance, {num} minutes
b: including the phones?
a: including the phones, not the gate
c: and the night shift?
a: told them, they have radios

[pair]
a: I lost the link to {document}
b: folder D2, {drawing}
a: {thanks}, I was in the folder "D2 old"
b: everybody is in the folder "D2 old"

[pair]
a: the survey export has {big} points, I expected {big2}
b: duplicates from {weekday}, two people walked the same line
a: in the same direction at least?
b: towards each other

[pair]
a: {customer} asked for the price per metre
b: which metre
a: that's what I asked
b: {amount} for the first one, cheaper after
a: I'll make a table

[room]
a: who takes notes today?
b: I did last time
c: I did the time before
a: {ok}, I take them and you all live with my spelling

[pair]
a: budget line {num} is over by {amount}
b: that's {material}, price went up {ago}
a: do we have it in writing?
b: {invoice}, second page
a: {ok}, I move it from the reserve
`,
);
