/**
 * Columns of the two tables of /archive: the same in both, so that hosts and owners stand under each
 * other and no filter moves them.
 */
export const WIDTHS = {
  owners: "n hide-s w-28",
  rows: "n w-16 min-[761px]:w-24",
  size: "n hide-s w-28",
  encrypted: "n hide-s w-28",
  first: "n hide-s w-30",
  last: "n w-24 min-[761px]:w-40",
} as const;
