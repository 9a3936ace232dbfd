/**
 * How well what was typed fits one of the names: 1 at the beginning of a word, 0.5 inside, 0 not at all.
 * Letters as typed: a fuzzy match would turn Kathmandu into Khartoum, and "mar" into a dark theme.
 */
export function fits(names: readonly string[], typed: string): number {
  const wanted = typed.trim().toLowerCase().replaceAll("_", " ");
  const places = names
    .map((name) => ` ${name.toLowerCase()}`)
    .filter((name) => name.includes(wanted));
  if (places.length === 0) return 0;
  return places.some((name) => name.includes(` ${wanted}`)) ? 1 : 0.5;
}
