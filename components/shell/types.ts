import type { OpenReading } from "@/lib/auth/open-readings";
import type { Permission, Role } from "@/lib/auth/permissions";
import type { ActionResult } from "@/lib/errors";

export type ShellOperator = {
  name: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  /** Requests that wait for this operator to say yes or no. */
  toDecide: number;
};

export type ShellHost = {
  host: string;
  /** A component with rooms. */
  rooms: boolean;
  /** null: not counted. */
  rows: number | null;
};

/** An open reading; times in Unix seconds. */
export type ShellReading = OpenReading;

/** How the machinery behind the pages is: one word, one line. */
export type FootState = {
  tone: "fine" | "guess" | "loss";
  title: string;
  detail: string | null;
};

export type CancelJob = (input: { id: string }) => Promise<ActionResult<unknown>>;
export type EndReading = (input: { id: string }) => Promise<ActionResult<unknown>>;
