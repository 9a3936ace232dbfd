import type { Role } from "@/lib/auth/permissions";

/** A session that would be let in now. Times are ISO 8601, UTC. */
export type SessionView = {
  id: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  address: string;
  userAgent: string;
  /** The one that is asking. */
  current: boolean;
};

export type OperatorView = {
  id: string;
  name: string;
  roles: Role[];
  createdAt: string;
  passwordChangedAt: string;
  disabledAt: string | null;
  /** Of any session, ended ones too; null: never signed in. */
  lastSeenAt: string | null;
  /** Newest first. */
  sessions: SessionView[];
  /** The one that is asking. */
  self: boolean;
};
