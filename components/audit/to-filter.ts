import { addDays, dayStart } from "@/lib/format/day";

type Days = { from: Date | null; to: Date | null };

const key = (day: Date) => day.toISOString().slice(0, 10);

/** Calendar days of the lens as instants, both inclusive: the last one ends a millisecond before the next day. */
export function toInstants(
  { from, to }: Days,
  zone: string,
): { from: string | null; to: string | null } {
  return {
    from: from ? new Date(dayStart(key(from), zone) * 1000).toISOString() : null,
    to: to ? new Date(dayStart(addDays(key(to), 1), zone) * 1000 - 1).toISOString() : null,
  };
}
