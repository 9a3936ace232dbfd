import { sqlState } from "@/lib/db/transaction";
import { refusal } from "@/lib/refusal";

/** SQLSTATE: query cancelled by a timeout, lock not available, too many connections, deadlock. */
const BUSY = new Set(["57014", "55P03", "53300", "40P01"]);
/** SQLSTATE: shutting down, crashed, starting up; class 08 besides. */
const GONE = new Set(["57P01", "57P02", "57P03"]);
/** Of Node's sockets and of postgres.js. */
const NO_CONNECTION = /^(ECONN\w+|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT(ION)?_\w+)$/;

/** A database that is busy or away is no bug: `busy` or `unavailable`. Everything else comes back as it is. */
export function withDatabaseFailure(error: unknown): unknown {
  const state = sqlState(error);
  if (state !== null && BUSY.has(state)) {
    return refusal("busy", "database-busy", { cause: error });
  }
  if ((state !== null && (GONE.has(state) || state.startsWith("08"))) || isDisconnected(error)) {
    return refusal("unavailable", "database-away", { cause: error });
  }
  return error;
}

function isDisconnected(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && NO_CONNECTION.test(code);
}
