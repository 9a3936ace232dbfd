import "server-only";
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { type FileHandle, link, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { type Checkpoint, checkpointLine, readCheckpoint } from "./checkpoint";

const folder = () => path.join(env().munimentData, "audit-checkpoints");
const keyFile = () => path.join(folder(), "key.pem");
/** Enough to check the lines where the key must not be. */
const publicKeyFile = () => path.join(folder(), "public.pem");
const listFile = (database: string) => path.join(folder(), `${database}.jsonl`);

/** Some hundred lines. */
const TAIL_BYTES = 64 * 1024;

export type CheckpointList = {
  /** Oldest first. */
  good: Checkpoint[];
  /** Lines that are not whole or not signed by our key. */
  strange: number;
};

/**
 * Every checkpoint of this database (its name: chain-identity.ts) in MUNIMENT_DATA; null where none was
 * ever made. Cost: one verification of a signature each, about 0.1 ms.
 */
export async function readCheckpoints(database: string): Promise<CheckpointList | null> {
  const [text, pem] = await Promise.all([readIfThere(listFile(database)), readIfThere(keyFile())]);
  if (text === null || pem === null) return null;
  const key = createPublicKey(pem);
  const lines = text.split("\n").filter((line) => line !== "");
  const good = lines.map((line) => readCheckpoint(line, key)).filter((it) => it !== null);
  return { good, strange: lines.length - good.length };
}

/** The newest one; cost is constant, so that it may be asked each minute for years. */
export async function lastCheckpoint(database: string): Promise<Checkpoint | null> {
  const [text, pem] = await Promise.all([
    readIfThere(listFile(database), TAIL_BYTES),
    readIfThere(keyFile()),
  ]);
  if (text === null || pem === null) return null;
  const key = createPublicKey(pem);
  for (const line of text.split("\n").reverse()) {
    const checkpoint = readCheckpoint(line, key);
    if (checkpoint) return checkpoint;
  }
  return null;
}

/** Signs and appends one, on the disk before it returns. */
export async function appendCheckpoint(database: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const file = listFile(database);
  const before = await readIfThere(file, 1);
  // A power cut may have left half a line, which must not spoil this one.
  const gap = before === null || before === "" || before === "\n" ? "" : "\n";
  await append(file, gap + checkpointLine(checkpoint, await signingKey()), "a");
}

/** For a chain that is taken away on purpose: another one in the same database begins with none. */
export async function retireCheckpoints(database: string): Promise<void> {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
  try {
    await rename(listFile(database), listFile(`${database}-until-${stamp}`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** Drawn once. It appears whole or not at all, and of two workers that start together one draws it. */
async function signingKey(): Promise<KeyObject> {
  const known = await readIfThere(keyFile());
  if (known !== null) return createPrivateKey(known);
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const drawn = `${keyFile()}.${process.pid}`;
  await append(drawn, privateKey.export({ type: "pkcs8", format: "pem" }), "w");
  try {
    await link(drawn, keyFile());
    await append(publicKeyFile(), publicKey.export({ type: "spki", format: "pem" }), "w");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(drawn, { force: true });
  }
  return signingKey();
}

async function append(file: string, text: string | Buffer, flags: "a" | "w"): Promise<void> {
  const handle = await open(file, flags, 0o600);
  try {
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** All of a file, or its last bytes; null when there is none. */
async function readIfThere(file: string, lastBytes = Infinity): Promise<string | null> {
  let handle: FileHandle;
  try {
    handle = await open(file, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, lastBytes);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8");
  } finally {
    await handle.close();
  }
}
