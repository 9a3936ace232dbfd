import { dialoguesFrom } from "./lib/dialogues.mjs";

/** Machines, tickets and builds, in English. */
export const dialogues = dialoguesFrom(
  "en",
  `
[room it-desk]
a: vpn says no
b: what exactly does it say
a: "no route to {host}"
b: try again, I restarted it at {clock}
a: works, {thanks}

[room it-desk]
a: ticket {ticket} says done but {problem}
b: done means I looked at it
c: reopened, assigned to me
a: {thanks}

[pair]
a: build {build} is red
b: which test
a: the one that's only red when it's {weather}
b: time zones. it's always time zones
a: looking

[pair]
a: deployed {build} to {host} at {clock}
b: anything odd?
a: cpu {percent}, was {percent2} before
b: leave it till {time}, then decide
a: {ok}

[room it-desk]
a: disk on {host} at {percent}
b: old photos from {place} again, {big} GB
c: may I delete them?
b: ask {person} first, those are the crack pictures
c: asked. we keep half

[pair]
a: can I get access to {host}? ticket {ticket}
b: what for
a: {document}
b: read only until {day}
a: {thanks}

[pair]
a: can you call me about {ticket}? easier than typing
b: at {time}, now I have {customer} on the other line
a: {ok}

[room it-desk]
a: {host} {problem}, ticket {ticket}
b: {hm}. looking {soon}
c: was the same {ago}, {why}

[room it-desk]
a: {host} updated to {build}, {percent} memory
b: {thanks}, {place} says it's fine

[pair]
a: {ticket} again, {host}, {clock}
b: {hm}. {opinion}
a: {ok}, I write it into the ticket

[pair]
a: {hello}, {host} is slow since {clock}, {percent} cpu
b: {hm}, that's the backup, done by {time}

[pair]
a: backup of {host}: {big} GB in {num} minutes
b: {hm}. restore test {day}?
a: {ok}, at {time}

[room it-desk]
a: certificate on {host} runs out {day}
b: renewed at {clock}, please reload
a: {thanks}

[room it-desk]
a: {ticket}: {person} can't log in at {place}
b: caps lock or network?
c: {status}, I'm with him {soon}

[pair]
a: query on {host} took {big} ms, was {num}
b: missing index, {build} brings it
a: {ok}, then {day}

[pair]
a: {ticket} closed, {ticket2} open again, {host}
b: {hm}. {opinion}

[pair]
a: rolled {host} back to {build}
b: {why}?
a: no, {percent} errors. {time} I try again

[room it-desk]
a: phones in {place} dead since {clock}
b: switch {num}, port {num2}. {soon}
a: {thanks}
`,
);
