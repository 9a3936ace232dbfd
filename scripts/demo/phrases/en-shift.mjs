import { dialoguesFrom } from "./lib/dialogues.mjs";

/** Shift handover, safety, weather and alarms, in English. */
export const dialogues = dialoguesFrom(
  "en",
  `
[room night-shift] evening
a: taking over. what's open?
b: {problem}, I mean {part} at {place}. tag is on
a: and the keys?
b: {num} on the board, one with {person}
a: {ok}

[room night-shift] night
a: round at {clock}, all quiet, {weather}
b: same here, {place} locked
a: tea in ten

[room night-shift] night
a: light on in {place}, is somebody in there?
b: {person}, working late on {part}
a: does he know what time it is
b: he will now

[room night-shift] morning
a: handover: p{pump} ran {num} starts, sump {level}, gate log has {small} visitors
b: anything for the day people?
a: {part} at {place}, {problem}. not urgent, not nice
c: {ok}, I take it

[room pump-room]
a: alarm {big} came at {clock}, gone by itself
b: same as on {weekday}?
a: same contact
b: {person} cleans it {day2}, I wrote it down

[pair] night
a: are you at {place}?
b: no, other end. why
a: something went bang
b: bang how
a: like a door with an opinion
b: coming with the big lamp

[pair]
a: can you swap {day} with me? {excuse}
b: if you take my {day2}
a: deal
b: tell Aoife, she hates surprises
a: {ok}

[pair]
a: who's on tonight?
b: me, {person} and the fox
a: fox doesn't count
b: he does more rounds than {person}

[room]
a: safety walk {day} at {time}, starting at {place}
b: how long
a: {num} minutes if nobody has blocked the exits
b: so two hours

[pair]
a: hot work permit for {place} please, {time} to {time2}
b: who's the fire watch
a: {person}
b: and after? sixty minutes
a: sixty minutes, yes, he brings a book

[pair]
a: gas test in tank {small}: O2 20.{small2}, LEL 0
b: time?
a: {clock}
b: next one in 30. {thanks}

[room]
a: near miss at {place}: {part} fell from about {small} m, nobody there
b: glad nobody was. what held it?
a: a cable tie
b: a cable tie is not a holder of {part}
c: tape it off, I'm taking photos for the report

[pair]
a: your people at {place} have no glasses on
b: which ones
a: {person} and the tall one
b: two minutes
a: {thanks}. they're on now

[pair]
a: first aid box in {place} is out of plasters
b: who cuts himself so often
a: it's the paper in the office
b: bringing {num}

[room]
a: wind {kmh} at the mast, cranes stop above 14
b: crane {crane} parked
c: other two also, pins in
a: {thanks}

[room night-shift] night
a: {weather} and it's only {clock}
b: forecast says until {time}
a: forecast has no window

[pair]
a: temperature in {place} is {degrees}
b: inside?
a: inside
b: heater {small} has tripped again, it's the red button
a: which red button, there are {small2}
b: the one somebody labelled "not this one"

[pair]
a: lamp {num} on the slipway flickers
b: disco or dying?
a: dying
b: {person} has a spare, {day}

[room]
a: fire drill {day}, don't tell anyone
b: you've just told {num} people
a: then act surprised

[pair]
a: radio {small} has no charge again
b: put it in the cradle
a: the cradle is in {place}
b: that's why

[pair]
a: barrier at {place} stays up
b: rain?
a: yes, {weather}
b: limit switch. lunch box on top, seriously

[pair]
a: did you log the {clock} reading?
b: {level}, {percent}, initials
a: the initials look like a fish
b: it was dark

[room pump-room]
a: p{pump} vibration {mm}/s, was half of that {ago}
b: bearing
c: agree, I'd take it off at {time}
b: do it, the other one carries the load
a: {ok}

[pair]
a: crane {crane} limit switch, {problem}
b: which limit, up or out
a: out
b: no lifts beyond {num} m until I've seen it

[pair] morning
a: back safe? roads are {weather}
b: yes, {num} min longer than usual
a: good. the early people are late as well

[room]
a: {person} fell on the stairs at {place}, ankle, he's with the medic
b: oh no. does he need a lift home
a: {excuse}, so yes please
b: I drive him at {time}

[pair]
a: inspection sticker on {tool} ran out {ago}
b: take it out of use
a: it is the only one
b: then it's the only one out of use

[room night-shift] night
a: tide at {clock} was {level} above the table
b: wind pushes it in
a: gates hold, I looked twice
b: {thanks}

[pair]
a: extinguisher at {place} is gone
b: gone gone or holding a door open
a: ...holding a door open
b: every time

[pair] evening
a: what did I miss
b: {ship} came, {person} went home, {weather}
a: in that order?
b: at the same time

[room]
a: lockout on {part} at {place}, my lock, number {num}
b: until when
a: {time}, I write when it's off
c: nobody touches it. {ok}

[pair]
a: stuck lock on {place}, do you have the grease?
b: graphite, never grease
a: too late
b: 🙈
`,
);
