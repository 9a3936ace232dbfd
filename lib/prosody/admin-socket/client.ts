import "server-only";
import net from "node:net";
import { refusal } from "@/lib/refusal";
import { type Answer, answerReader, commandElement, STREAM_OPEN } from "./stream";

export type Ask = (line: string) => Promise<Answer>;

/** A reload reads the whole configuration and every list of modules. */
const PATIENCE_MS = 15_000;

/**
 * Speaks to Prosody's admin shell (util/adminstream.lua, mod_admin_socket) for as long as `talk` lasts; one command
 * after the other. The line is a program in Lua: build it with `commands.ts`, never from what people write.
 * @throws ConsoleError `unavailable` when nobody answers there
 */
export async function withAdminSocket<T>(
  socketPath: string,
  talk: (ask: Ask) => Promise<T>,
): Promise<T> {
  const socket = net.connect(socketPath);
  socket.setEncoding("utf8");
  try {
    return await talk(await openStream(socket));
  } finally {
    socket.end("</stream:stream>");
    socket.destroy();
  }
}

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };

function openStream(socket: net.Socket): Promise<Ask> {
  const waiting: Waiting[] = [];
  return new Promise((opened, refused) => {
    const fail = (cause: unknown) => {
      const error = refusal("unavailable", "socket-away", { cause });
      refused(error);
      for (const one of waiting.splice(0)) one.reject(error);
      socket.destroy();
    };
    const read = answerReader(
      () => opened((line) => askOn(socket, waiting, line)),
      (answer) => waiting.shift()?.resolve(answer),
    );
    socket.setTimeout(PATIENCE_MS, () => fail(new Error("no answer")));
    socket.on("error", fail);
    socket.on("close", () => fail(new Error("closed")));
    socket.on("connect", () => socket.write(STREAM_OPEN));
    socket.on("data", (piece) => {
      try {
        read(String(piece));
      } catch (error) {
        fail(error);
      }
    });
  });
}

function askOn(socket: net.Socket, waiting: Waiting[], line: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    socket.write(commandElement(line));
  });
}
