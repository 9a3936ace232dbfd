import type net from "node:net";

/** Longer than any transaction of ours thinks between two statements. */
const GRACE_MS = 2_000;
/** ReadyForQuery without its last byte, the state of the transaction (I, T or E). */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);
const IDLE = "I".charCodeAt(0);
/** "In a failed transaction": lets postgres.js send the next of its queued statements. */
const FAILED = Buffer.from([...READY, "E".charCodeAt(0)]);

/**
 * Lets postgres.js 3.4 survive a connection that is lost inside a transaction. It forgets the socket with
 * "close", but its transaction still sends statements and a rollback: these end the process (nextWrite()
 * on null), or reach whoever uses the connection next. So a socket that is lost in a transaction says
 * "close" only later, and until then refuses whatever is in flight or still sent.
 */
export function steady(socket: net.Socket, onLost: () => void = () => {}): net.Socket {
  const emit = socket.emit.bind(socket);
  const write = socket.write.bind(socket);
  let state = IDLE;
  let lost: Error | null = null;

  const refuse = () => {
    emit("error", lost);
    emit("data", FAILED);
  };
  const lose = (error: Error) => {
    if (lost) return;
    lost = error;
    onLost();
    refuse();
    setTimeout(() => emit("close", false), GRACE_MS).unref();
  };

  socket.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    if (event === "data") state = stateAfter(args[0] as Buffer) ?? state;
    if (state === IDLE || (event !== "close" && event !== "error")) return emit(event, ...args);
    lose(event === "error" ? (args[0] as Error) : closedError(socket));
    return true;
  };
  const refusingWrite = (...args: Parameters<typeof write>) => {
    if (!lost) return write(...args);
    setImmediate(refuse);
    return true;
  };
  // A setter that does nothing: after the server's FIN Node puts a `write` of its own here (net.js).
  Object.defineProperty(socket, "write", { get: () => refusingWrite, set: () => {} });
  return socket;
}

/** The last ReadyForQuery of a chunk; a farewell of the server may follow it. */
function stateAfter(chunk: Buffer): number | null {
  const at = chunk.lastIndexOf(READY);
  return at < 0 ? null : (chunk[at + READY.length] ?? null);
}

/** As postgres.js words it, so that callers know it by its code. */
function closedError(socket: net.Socket): Error {
  const address = `${socket.remoteAddress ?? "the server"}:${socket.remotePort ?? ""}`;
  return Object.assign(new Error(`write CONNECTION_CLOSED ${address}`), {
    code: "CONNECTION_CLOSED",
    errno: "CONNECTION_CLOSED",
  });
}
