import { dialoguesFrom } from "./lib/dialogues.mjs";

/** Ships, deliveries, parts and the yard, in English. */
export const dialogues = dialoguesFrom(
  "en",
  `
[pair]
a: {hello}, is {ship} still due at {time}?
b: pilot says {time2} now, {excuse}
a: {ok}. I'll tell {place}

[pair]
a: {ship} has moved to {day}
b: again? that's the second time
a: the captain blames {weather}
b: he always does. {ok}

[room deliveries]
a: truck {truck} is at the gate with {material}
b: how many pallets?
a: {few}. paper says {few2}
b: photo of the labels please, all of them
c: I'm at {place}, coming over

[room deliveries]
a: {order}: {material}, promised for {day}, anybody heard anything?
b: they said "in transit" {ago}
c: in transit means it's under somebody's desk
a: calling them now

[pair]
a: {partno}, do we have one on the shelf?
b: system says {few}, shelf says none
a: so none
b: ordering, should be here {day}

[pair]
a: can you look at {part} on {ship}? {problem}
b: since when
a: since {clock}, I have it in the book
b: on my way, give me {num} minutes

[room]
a: who has {tool}? it's not in {place}
b: {person} had it at {place2}
c: not any more, I gave it back {ago}
a: found it. it was behind the door. sorry all

[pair]
a: {part} arrived, {partno}
b: right one this time?
a: right number, wrong box. looks good though
b: measure it before you celebrate
a: {mm} out of {mm2} allowed. celebrating

[pair]
a: need {num} m of {material} at {place} by {time}
b: I have {few} m left and a promise
a: bring both
b: {ok}

[room deliveries]
a: {truck} was sent away at {place}, no appointment
b: it had one, {time}, I made it myself
a: under which name?
b: ...{ship}. ok that was the other one
c: he's turning round, back in {num} min

[pair]
a: weighbridge says {big} kg too much on {truck}
b: wet sand
a: wet sand is what he says every time
b: then weigh him dry {day}

[room dock-2]
a: the barge with {material} can come {day} between {time} and {time2}
b: crane is free until {time2}
c: wind forecast {kmh}, stop is at 14
a: so we decide on the morning itself. I'll write here

[pair]
a: {customer} asked if the berth is free {day}
b: free until {time}, then {ship} comes in
a: they say they're quick
b: they said that last time, they stayed {small} days
a: I'll write "until {time}, sharp"

[pair]
a: forklift {small} has a flat
b: flat flat or a bit soft?
a: flat flat. rim on the floor
b: leave it, {person} comes {day}
a: {ok}

[room pump-room]
a: sump at {level}, p{pump} running at {percent}
b: that's high for {weather}
a: filter's full of leaves again
b: {person} can rinse it at {time}
c: {ok}, with two people please

[pair]
a: how long for {part} if we make it ourselves?
b: {num} hours and some swearing
a: and bought?
b: {num2} days and an invoice
a: then swear

[room]
a: {place} is closed from {time}, crane lift overhead
b: how long?
a: {num} minutes if {weather} stays away
b: I tell my people

[pair]
a: I found {small} boxes of {material} in {place}
b: whose are they?
a: label says {order}
b: that's from before my time
a: then it's yours now

[pair]
a: the gate won't open for {truck}
b: try the other badge
a: the other badge is you
b: {ok}, walking

[pair] morning
a: {weather} here, can we blast today?
b: humidity {percent}
a: that's a no
b: that's a no until {time}, then we look again

[pair]
a: thickness on frame {num}: {mm}
b: minimum is {mm2}
a: I know, that's why I'm writing
b: measure again next to it, clean, three points
a: {mm}, {mm} and {mm}. it's the steel
b: {ok}, mark it red, I'll tell {customer}

[room deliveries]
a: customs want {document} for {order}
b: sent {ago}
a: they want it with a stamp
b: which stamp
c: the round one

[pair]
a: {ship}, {imo}, can you check the draught for me
b: {draught} arrival, {draught2} departure
a: {thanks}

[pair]
a: what do we do with the old {material}?
b: how much is it
a: {big} kg more or less
b: scrap on {weekday}, keep {few} for {person}, he builds something
a: he always builds something

[room]
a: somebody has parked in front of {place}
b: blue van?
a: blue van, {truck}
b: that's {customer}, in a meeting at {place2}. I'll go
a: {thanks}

[pair]
a: need a hand with {part} at {time}, it's {big} kg
b: you, me and {tool}
a: and {person}
b: better

[pair]
a: rope test on winch {small} failed at {percent}
b: which rope
a: the new one
b: send it back with {document} and a photo, don't write anything angry
a: too late
b: ...what did you write
a: "hm"

[pair]
a: {ship} asks for fresh water, {num} m³
b: hydrant {small}, meter reading before and after please
a: before: {big}
b: and after?
a: they just started, {num2} minutes

[pair]
a: shift the {material} from {place} to {place2}?
b: today?
a: before {weather}, so yes
b: {ok}, I take {person}

[room]
a: load test on crane {crane} at {time}, nobody under the hook
b: how heavy
a: {num} t
c: {place} is taped off, I stand at the corner
a: {thanks}
`,
);
