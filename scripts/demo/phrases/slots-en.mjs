import { values } from "./lib/dialogues.mjs";

export const slots = {
  en: {
    weekday:
      values(`Monday | Tuesday | Wednesday | Thursday | Friday | Monday morning | Tuesday morning
      Wednesday morning | Thursday morning | Friday morning | Monday afternoon | Tuesday afternoon
      Wednesday afternoon | Thursday afternoon | Friday afternoon | the 3rd | the 8th | the 12th | the 17th
      the 21st | the 26th | Saturday | Sunday | Monday at noon | Thursday at noon`),
    ago: values(`yesterday | two days ago | last week | on Monday | on Tuesday | on Wednesday | on Thursday | on Friday
      this morning | last night | an hour ago | before lunch | last Friday | last month | on the 3rd | on the 12th
      the day before yesterday | earlier today | before the holiday | on Sunday night | three days ago
      ten minutes ago | last Tuesday | on Saturday | before the storm`),
    ok: values(`ok | okay | ok then | fine | fine by me | right | alright | sure | will do | done | noted | got it
      understood | yes | yep | perfect | works for me | good | agreed | on it | ok, doing it now | that works
      all clear | ok, I'll see to it | say no more | good plan | sounds right | as you say | yes please`),
    thanks:
      values(`thanks | thank you | thx | many thanks | cheers | thanks a lot | thank you! | great, thanks
      appreciated | you're a star | thanks, that helps | ta | thank you, really | lifesaver | tusen tack
      thanks for being quick | perfect, thank you | thanks, I owe you one | good, thanks | thanks 🙏
      obrigado | merci | thanks a million | very kind | thanks again`),
    hello:
      values(`morning | good morning | hi | hello | hey | hi there | moin | quick one | question
      do you have a minute | sorry to bother you | short question | are you there | just checking | one thing
      before I forget | good day | hi, me again | small thing | hello hello | hey, you around | one more thing
      psst | sorry, late reply | back now`),
    place:
      values(`hall 1 | hall 2 | hall 3 | hall 4 | gate 1 | gate 2 | gate 3 | the slipway | the coating yard
      the welding shop | the drawing office | the pump room | the canteen | quay 5 | quay 7 | the survey hut
      the north store | the tool crib | the crane cab | dock 1 | the dive pontoon | the small meeting room
      reception | the bike shed | the chain locker | the boiler house | the weighbridge | pier C | the old lock
      the roof of hall 2 | the parking deck | the container by gate 3`),
    day: values(`Monday | Tuesday | Wednesday | Thursday | Friday | tomorrow | today | next Monday | next week
      Monday morning | Tuesday afternoon | Wednesday at noon | Thursday morning | Friday afternoon
      the day after tomorrow | end of the week | early next week | Saturday morning | this afternoon
      the 3rd | the 8th | the 12th | the 17th | the 21st | the 26th | month end`),
    document:
      values(`the lifting plan | the weld map | the tide table | the method statement | the minutes
      the bill of quantities | the transmittal | the inspection report | the delivery note | the risk register
      the coating log | the load test certificate | the shift roster | the site diary | the packing list
      the calibration sheet | the dive log | the pump curve | the budget sheet | the gate list
      the stability booklet | the pour plan | the handover sheet | the cable list | the spare parts list
      the claim letter | the permit | the paint schedule | the timesheet | the survey grid`),
    part: values(`the seal | the coupling | the bearing | the limit switch | the hinge pin | the impeller
      the gasket set | the hose | the solenoid | the hydraulic pump | the brake lining | the filter
      the valve block | the contactor | the winch drum | the shackle set | the anode | the gearbox
      the float switch | the pressure sensor | the slip ring | the motor | the circlip | the cable gland
      the rope guide | the fender chain | the bushing | the flange | the pinion | the breather`),
    tool: values(`the torque wrench | the laser level | the chain hoist | the megger | the grinder | the heat gun
      the dial gauge | the total station | the pressure washer | the pallet truck | the label printer
      the borescope | the crimping tool | the long ladder | the gas detector | the vacuum lifter
      the thermal camera | the big jack | the mag drill | the depth gauge | the sack barrow | the spare radio
      the drain snake | the cordless saw | the alignment kit | the welding screen`),
    material:
      values(`plate 20 mm | angle 80x8 | flat bar 100x10 | primer | zinc | hardener | grout | rebar 16
      gravel 8/16 | argon | welding wire 1.2 | bolts M20 | bolts M24 | stainless tube | teak offcuts
      plywood 21 mm | chain 13 mm | rope 24 mm | hydraulic oil | grease | concrete C35/45 | gloves size 9
      filter cloth | marine ply | epoxy | sand 0/2`),
    problem:
      values(`it leaks | it hums | it trips after a minute | it smells hot | it's stuck | it only works if you kick it
      it drips into the tray | the light stays red | it stops at half way | nobody can find the key
      the display is blank | it's off by a bit | it vibrates | the alarm won't reset | it jams when it's wet
      it runs backwards | the cable is chafed | it makes a noise like a kettle | it won't start cold
      it beeps every few seconds | it's frozen | the cover is missing | the readings jump | it needs two people
      the guard is loose | it loses pressure overnight`),
    meal: values(`goulash | lentil soup | noodles | fish cakes | shakshuka | risotto | schnitzel | pea soup | dal
      Kaiserschmarrn | chicken curry | gnocchi | potato salad | ramen | stuffed peppers | pancakes | bean stew
      lasagne | meatballs | pierogi | bacalhau | falafel | leek quiche | tomato soup | mushroom stroganoff
      couscous | spinach dumplings`),
    weather:
      values(`drizzle | fog | sideways rain | sun and wind | sleet | a proper gale | frost on the rails
      grey as a gasket | warm for once | thunder later | low cloud | wind from the north-west | snow on the crane
      hot, no wind | hail for two minutes | clear and cold | mist on the water | gusts after lunch
      rain until noon | a rainbow over hall 3 | nothing but grey | bright, drive carefully | sea smoke
      black ice at the gate | a warm south wind`),
    excuse:
      values(`traffic on the bridge | the ferry is late | dentist | flat tyre | the train stands in a field
      kid is sick | meeting ran over | my phone died | I read the wrong calendar | the lift is stuck
      I'm still on the quay | the boiler man is here | I missed the bus | a call from customs
      I locked myself out | the tide is early | I'm waiting for a delivery | road closed at the tunnel
      my glasses are at home | vet with the dog | I'm in the other building | the bridge is up
      I overslept, no better story | the badge doesn't work | I had to go back for my boots`),
    customer:
      values(`the ferry people | the navy | the port authority | the fish hall | the pilots | the lighthouse trust
      the dredging firm | the shipowner | the museum ship | the yacht club | the insurer | the city
      the rowing club | the wind park people | the tug company | the cement terminal | the coast guard
      the university | the grain terminal | the railway | the sailing school | the customs office
      the salvage firm | the cable layer | the ice breaker crew`),
    task: values(`check the anchors | sweep the slipway | count the shackles | change the filters | test the alarms
      label the cables | wash the filters | move the scaffold | empty the skip | sign the permits
      photograph the welds | calibrate the gauges | grease the rails | order the signs | close the tickets
      book the barge | call the surveyor | update the roster | scan the notes | renew the certificates
      seal the hatch | clear the gangway | mark the cable route | check the extinguishers | restack the pallets
      back up the survey data`),
    feel: values(`tired but fine | can't complain | better after coffee | cold hands, warm heart | surviving
      like a Monday | good, actually | a bit of a cold | hungry | full of energy, suspicious | slow today
      awake since four | in a good mood, don't tell anyone | busy, busy | one eye open | happy it's nearly over
      ready for the weekend | wet to the knees | fine, you? | proud of the team | sunburnt | on my third tea
      calm as the dock | between two meetings | not bad at all`),
  },
};
