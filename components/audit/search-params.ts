import { parseAsInteger, parseAsIsoDate, parseAsString } from "nuqs/server";

/** The address of the audit page: what is filtered, how far down, which entry is open. */
export const auditParams = {
  operator: parseAsString,
  action: parseAsString,
  subject: parseAsString,
  /** Calendar days in the zone of the lens, both inclusive. */
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  /** Entries with a smaller number. */
  before: parseAsInteger,
  entry: parseAsInteger,
};
