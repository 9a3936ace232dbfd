import type { Filters } from "./query";

const none = () => ({ include: [], exclude: [] });

export function emptyFilters(): Filters {
  return {
    from: none(),
    to: none(),
    with: none(),
    in: none(),
    host: none(),
    kind: none(),
    has: none(),
    is: none(),
    id: none(),
    after: [],
    before: [],
    within: [],
  };
}
