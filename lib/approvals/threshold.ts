/** Above either, what is deleted is final enough for a second person (trust.md §4). */
const MOST_ROWS = 1_000_000;
const MOST_SHARE = 0.2;
/** Too few rows to speak of a share. */
const FEW_ROWS = 1_000;

/** Whether deleting so many rows, of so many, needs one. */
export const isFinal = (rows: number, of: number): boolean =>
  rows > MOST_ROWS || (rows > FEW_ROWS && rows > MOST_SHARE * of);
