import { counting } from "../counting";
import type { ChartTexts } from "../en/charts";

const { plural } = counting("de");

export const charts: ChartTexts = {
  shownAs: (title) => `${title}, gezeigt als`,
  chart: "Bild",
  table: "Tabelle",
  save: (title) => `Herunterladen: ${title}`,
  saveHint: "Als PNG, SVG oder CSV herunterladen",
  png: "Bild (PNG)",
  svg: "Zeichnung (SVG)",
  csv: "Tabelle (CSV)",
  rows: (count) => plural(count, "Zeile", "Zeilen"),
  notSaved: "Die Datei konnte nicht erstellt werden.",
  noPicture: "Das Bild ist noch nicht gezeichnet.",
  walk: "Pfeiltasten gehen durch die Werte.",
  walkAndZoom:
    "Pfeiltasten gehen durch die Werte; Umschalt und Pfeil markieren einen Bereich, Eingabe vergrößert ihn.",
  walkAndOpen: "Pfeiltasten gehen durch die Werte, Eingabe öffnet einen.",
};
