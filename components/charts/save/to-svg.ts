import { wrapWords } from "./wrap-words";

/** What a picture needs to look the same without our style sheets. */
const LOOK = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "opacity",
  "paint-order",
  "font-size",
  "font-weight",
  "font-family",
  "font-variant-numeric",
  "text-anchor",
] as const;
const SVG = "http://www.w3.org/2000/svg";
const EDGE = 24;
const HEAD = 40;
const LEGEND_LINE = 24;
const NOTE_LINE = 16;
/** About as wide as a letter of 12 px in any sans. */
const CHARACTER = 7;

type Words = { title: string; note: string; legend: readonly { label: string; ink: string }[] };
type Say = (x: number, y: number, text: string, look: Attributes) => void;

/** A drawing of the page as a file of its own: colours resolved, with its title, legend and note. */
export function toSvg(drawing: SVGSVGElement, words: Words): SVGSVGElement {
  const { width, height } = drawing.getBoundingClientRect();
  const notes = wrapWords(words.note, Math.floor(width / CHARACTER));
  const named = words.legend.length > 0 ? LEGEND_LINE : 0;
  const foot = named + notes.length * NOTE_LINE;
  const sheet = makeSheet(width + 2 * EDGE, height + HEAD + foot + EDGE);
  const { of: ink, done } = colours(drawing);
  const font = { "font-family": getComputedStyle(drawing).fontFamily };
  const say: Say = (x, y, text, look) => {
    const line = make("text", { x, y, ...font, ...look });
    line.textContent = text;
    sheet.append(line);
  };
  sheet.append(make("rect", { width: "100%", height: "100%", fill: ink("--paper") }));
  say(EDGE, EDGE + 4, words.title, { fill: ink("--ink"), "font-size": 14, "font-weight": 600 });
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copyLook(drawing, copy);
  setAll(copy, { x: EDGE, y: HEAD, width, height });
  sheet.append(copy);
  const below = HEAD + height + LEGEND_LINE - 8;
  drawLegend(sheet, words.legend, below, ink, say);
  for (const [i, line] of notes.entries()) {
    say(EDGE, below + named + i * NOTE_LINE, line, { fill: ink("--ink-3"), "font-size": 12 });
  }
  done();
  return sheet;
}

function drawLegend(
  sheet: SVGSVGElement,
  legend: Words["legend"],
  y: number,
  ink: Colours["of"],
  say: Say,
): void {
  let x = EDGE;
  for (const { label, ink: colour } of legend) {
    sheet.append(make("rect", { x, y: y - 9, width: 10, height: 10, rx: 2, fill: ink(colour) }));
    say(x + 16, y, label, { fill: ink("--ink-2"), "font-size": 12 });
    x += 40 + label.length * CHARACTER;
  }
}

function makeSheet(width: number, height: number): SVGSVGElement {
  const box = { width, height, viewBox: `0 0 ${width} ${height}` };
  return make("svg", { xmlns: SVG, ...box }) as SVGSVGElement;
}

type Attributes = Record<string, string | number>;

function make(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(SVG, name);
  setAll(element, attributes);
  return element;
}

function setAll(element: Element, attributes: Attributes): void {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
}

type Colours = { of: (token: string) => string; done: () => void };

/** Tokens (`--ink`, `var(--ink)`) as colours that stand alone: the browser resolves light-dark(). */
function colours(near: Element): Colours {
  const probe = document.createElement("span");
  near.parentElement?.append(probe);
  return {
    of: (token) => {
      probe.style.color = token.startsWith("--") ? `var(${token})` : token;
      return getComputedStyle(probe).color;
    },
    done: () => probe.remove(),
  };
}

function copyLook(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  to.removeAttribute("class");
  to.removeAttribute("style");
  for (const name of LOOK) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  for (const [i, child] of [...from.children].entries()) {
    const twin = to.children[i];
    if (twin) copyLook(child, twin);
  }
}

export function svgText(sheet: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(sheet)}\n`;
}
