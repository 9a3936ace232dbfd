/** ISO 8601 to Unix seconds, the unit of every time that is formatted. */
export function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}
