import { values } from "./lib/dialogues.mjs";

/** Half sentences for plain talk. */
export const slots = {
  en: {
    soon: values(`in a minute | after lunch | within the hour | before the shift ends | first thing tomorrow
      when the rain stops | right after this call | as soon as I'm back | in half an hour | when the others are here
      tonight | by noon | before the tide turns | as soon as it's printed | when my hands are clean
      at the latest by four | in ten | once the crane is free | this afternoon | between two meetings
      when it's signed | after the coffee | today still | as soon as I find it | before I go home`),
    status:
      values(`half done | nearly finished | waiting for paint | waiting for a signature | not started, honestly
      done since yesterday | stuck at customs | in the post | on my desk | with the workshop | under review
      ready to collect | drying | 80 % and the rest is hard | postponed | cancelled, somebody should have told you
      back to square one | with the lawyers | one bolt away from done | on hold until the parts come
      finished but not tested | tested but not finished | looking good | better than planned | in the second coat`),
    why: values(`because of the wind | the drawing changed | nobody signed | the part is wrong by a hair | we're one short
      the supplier slept | the crane had priority | it was promised to somebody else | the key is missing
      rain in the night | the numbers didn't match | it was never ordered | there was a ship in the way
      the old one is still in it | the permit ran out | they came without tools | the bridge was up
      somebody was ill | it's the end of the month | the forecast was wrong | it had to dry
      the measurement was too good to be true | the truck was too long | the list was from last year
      the client changed the colour`),
    hm: values(`hm | oh | ah | right | I see | ok so | good to know | that explains it | as I feared | interesting
      ha | fair enough | typical | well then | not ideal | could be worse | makes sense | thought so
      sounds familiar | ouch | nice | really? | again | ok not great | lovely`),
    where:
      values(`behind the door | on the second shelf | in the blue box | under the stairs | at the far end
      next to the compressor | in the van | on my desk | in the shared folder | in the cupboard without a handle
      left of the gate | beside the kettle | in the old office | in the drawer with the batteries | on the pallet
      by the window | in the yellow bag | on top of the lockers | in the second container | at reception
      under the tarp | in the glass cabinet | near the bollard | in the tray | where it always is`),
    opinion:
      values(`I'd wait | I'd do it now | I'd ask first | let's take the safe way | cheaper is fine here | measure twice
      write it down and move on | not on the last day of the week | only with two people | leave it for the day shift
      take the longer one | I trust the old gauge more | better call them | I would not touch it
      if it holds till summer it holds | go with the bronze | go with the second offer | send a photo before anything
      keep the old one as a spare | let somebody else have a look | do half of it | skip it this time
      double the time and you're close | no shortcuts on that one | I'd sleep over it`),
  },
};
