import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { numberOwners, type OwnerKey, type OwnerNumbers } from "../owners";
import { numberParties } from "../parties";

/** Names of archives and people with more than this many are asked for again. */
const MOST = 500_000;

/** Our numbers of owners and parties, remembered from range to range; void when the projection is emptied. */
export class Numbers {
  private readonly owners = new Map<string, OwnerNumbers>();
  private readonly parties = new Map<string, number>();

  constructor(private readonly sql: Queryable) {}

  /** Call before the others, with everybody whom they will be asked for. */
  async learn(owners: OwnerKey[], parties: string[][]): Promise<void> {
    if (this.owners.size > MOST) this.owners.clear();
    if (this.parties.size > MOST) this.parties.clear();
    const newOwners = new Map<string, OwnerKey>();
    for (const it of owners) {
      const name = nameOf(it);
      if (!this.owners.has(name)) newOwners.set(name, it);
    }
    const newParties = new Set<string>();
    for (const names of parties) {
      for (const name of names) if (!this.parties.has(name)) newParties.add(name);
    }
    if (newOwners.size > 0) {
      const index = await numberOwners(this.sql, newOwners.values());
      for (const [name, key] of newOwners) this.owners.set(name, index.get(key));
    }
    for (const [name, id] of await numberParties(this.sql, newParties)) this.parties.set(name, id);
  }

  readonly find = (key: OwnerKey): OwnerNumbers | undefined => this.owners.get(nameOf(key));

  owner(key: OwnerKey): OwnerNumbers {
    const found = this.find(key);
    if (!found) throw new Error(`no number for an owner of host ${key.host}`);
    return found;
  }

  party(name: string): number {
    const found = this.parties.get(name);
    if (found === undefined) throw new Error("no number for a party");
    return found;
  }
}

/** PostgreSQL stores no NUL in a text, so it separates. */
function nameOf({ host, user, store }: OwnerKey): string {
  return `${host}\0${user}\0${store}`;
}
