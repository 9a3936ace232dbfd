import { attr, childElements, childrenOf, type Element } from "../element";
import type { CallStep, StanzaFacts } from "../facts";
import { NS } from "../namespaces";

const STEPS: readonly string[] = [
  "propose",
  "ringing",
  "accept",
  "proceed",
  "reject",
  "retract",
  "finish",
] satisfies CallStep[];

/** XEP-0353. Prosody stores the steps that carry a store hint, and every `propose` and `finish`. */
export function readCall(message: Element): StanzaFacts["call"] {
  for (const step of childElements(message)) {
    if (step.xmlns !== NS.jingleMessage || !isStep(step.name)) continue;
    const id = attr(step, "id");
    if (!id) continue;
    const media = childrenOf(step, "description", NS.jingleRtp).map((it) => attr(it, "media"));
    return { id, step: step.name, media: [...new Set(media.filter((it) => it !== null))] };
  }
  return null;
}

function isStep(name: string): name is CallStep {
  return STEPS.includes(name);
}
