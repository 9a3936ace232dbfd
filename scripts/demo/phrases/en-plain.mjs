import { dialoguesFrom } from "./lib/dialogues.mjs";

/** Plain talk of a working day: nothing to remember, and most of what people write. */
export const dialogues = dialoguesFrom(
  "en",
  `
[pair]
a: {hello}, how far is {part} for {ship}?
b: {status}, {why}

[pair]
a: can you {task} {soon}?
b: {ok}, {time} at the latest

[pair]
a: where do I find {document}?
b: {where}, {drawing} is clipped to it
a: {thanks}

[pair]
a: {tool} is not in {place}
b: look {where}, {person} used it at {clock}
a: {thanks}, got it

[pair]
a: {part} on {ship}: repair or replace? {problem}
b: {opinion}. {mm} of play?
a: {mm}, yes. {hm}

[pair]
a: {customer} called about {order}, they want it {day}
b: {hm}. {status}, tell them {day2}
a: {ok}

[room]
a: {document} for {ship}: {status}
b: {hm}, I thought {day}
a: moved, {why}

[room deliveries]
a: {order} {material}: {few} pieces in {place}, {where}
b: {thanks}, {person} collects {soon}

[room deliveries]
a: {truck} comes {day} {time}, {num} pallets {material}
b: {place} then, {place2} is full, {why}
c: {ok}, I tell {person}

[pair]
a: {person} asks for {material}, {num} m, for {place}
b: {num2} m left {where}, rest {day}

[room dock-2]
a: {drawing}: {mm} difference to the site at axis {num}
b: {opinion}
c: {hm}. I measure again {soon}

[room dock-2]
a: status {day}: {task} {status}, {task2} {status2}
b: {thanks}. {part} is {status3}, {why}

[room pump-room]
a: p{pump} at {percent}, sump {level}, {weather}
b: {hm}. yesterday {level2} at the same time
a: {opinion}

[room pump-room]
a: {part} of p{pump} is {status}
b: {thanks}, then {task} {soon}
c: {partno} is {where}, take that one

[room night-shift] night
a: {clock}: {place} and {place2} checked, {weather}, sump {level}
b: {ok}, I do {place3} {soon}

[room night-shift] morning
a: for the day people: {part} at {place}, {problem}, {status}
b: {hm}, {thanks}. anything from {ship}?
a: in at {clock}, {why}

[pair]
a: {invoice} over {amount}: {material} or {tool}?
b: {material}, {order}
a: {thanks}, booked {ago}

[pair]
a: offer for {part}: {amount}, {num} days
b: {hm}. {opinion}
a: {ok}, I answer them {soon}

[pair]
a: {customer} paid {invoice}, {amount}
b: {hm}, {num} days late
a: still. {task} can start {day}

[pair]
a: meeting {day} {time}, {place}, about {document}
b: {ok}, I bring {drawing}

[pair]
a: {day} {time} or {day2} {time2}?
b: {day2}, {excuse}
a: {ok}, {place}

[pair]
a: I'm at {place}, where are you?
b: {place2}, {excuse}, {num} min
a: {ok}

[room]
a: {place} is without power until {time}, {why}
b: {hm}, {part} test moves to {day} then
a: {thanks}

[room]
a: anybody going to {place} {soon}? {partno} should come back with you
b: me, at {time}, where is it
a: {where}. {thanks}

[pair]
a: {ship} reports {problem}, {part} port side
b: {hm}. can they wait until {time}?
a: they say {time2}, {why}

[pair]
a: {imo} {ship}, draught {draught}, berth {small}?
b: {draught2} at low water, {opinion}

[pair]
a: paint on frame {num}: {status}, {degrees}, humidity {percent}
b: {hm}. {opinion}

[pair]
a: {person} is off until {day}, who will {task}?
b: {person2}, {soon}

[pair]
a: crane {crane} free at {time}? {big} kg, {material} to {place}
b: {time2}, {why}
a: {ok}, tell me on the radio

[pair]
a: wind {kmh}, {weather}
b: {hm}. {opinion}

[pair]
a: {thanks} for {document}. page {num} was what {customer} wanted
b: {hm}, {drawing} goes with it, {soon}

[pair]
a: did {person} {task}?
b: {status}, {excuse}

[room cafe] noon
a: {meal} or {meal2} on {weekday}?
b: {meal}, {opinion}
c: {meal2}, as always

[room cafe]
a: {hello}, cake {where} in {place}, {person} became a father
b: {hm}! {soon}
c: {num} pieces left, then {few}

[room spokes]
a: {num} km {day}, {kmh} from the side, {feel}
b: {hm}. I did {small} km and {meal}

[room works-council]
a: item {small} on {weekday}: {document}, {status}
b: {hm}, {opinion}

[pair]
a: {feel}. you?
b: {feel2}, {soon} coffee?
a: {ok}, {place}

[pair]
a: survey points {big} to {big2} are in, residual {mm}
b: {hm}, {place} has {mm2}
a: {opinion}

[pair]
a: please send {partno} to {place}, {customer} asked at {clock}
b: {status}, {truck} takes it {soon}
a: {thanks}

[pair]
a: {order} says {num} pieces, I count {num2}
b: {hm}. the rest is {where}
a: {thanks}, {num} it is

[pair]
a: torque on the {num} bolts of {part}: {status}
b: {opinion}, and mark them
a: {ok}

[pair]
a: what's the level at {place}? {weather} here
b: {level}, was {level2} at {clock}
a: {hm}, {task} {soon} then
`,
);
