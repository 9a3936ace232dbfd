import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, readdir, rename, unlink } from "node:fs/promises";
import path from "node:path";
import { refusal } from "@/lib/refusal";

/** SHA-256 in hex of a file; of one that is not there: null. */
export type FileHash = string | null;

export const hashOf = (bytes: Buffer | null): FileHash =>
  bytes && createHash("sha256").update(bytes).digest("hex");

/** Prosody reads it under a login of its own, and no secret is in it. */
const NEW_FILE_MODE = 0o644;
const TEMPORARY = /^\.muniment-[0-9a-f]{16}\.tmp$/;

/**
 * Exchanges a file as a whole: a temporary one in the same folder, fsync, rename, fsync of the folder. Whoever looks,
 * also after a crash, finds the old or the new one. Mode and owner stay. `expected` is the hash of what the caller
 * has seen; its temporary name is one that no `*.cfg.lua` includes.
 * @throws ConsoleError `conflict` when the file is another one by now; `unavailable` for a link, something that is no
 * file, and where we may not write
 */
export async function writeWhole(file: string, bytes: Buffer, expected: FileHash): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.muniment-${randomBytes(8).toString("hex")}.tmp`);
  try {
    const before = await examine(file, expected);
    await clearLeftovers(folder);
    await writeSynced(temporary, bytes, before);
    await examine(file, expected);
    await rename(temporary, file);
    await syncFolder(folder);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw asRefusal(error);
  }
}

/** The bytes, or null where there is no file. A link is not followed. */
export async function readPlain(file: string): Promise<Buffer | null> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      if (!(await handle.stat()).isFile()) throw refusal("unavailable", "policy-file-kind");
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw asRefusal(error);
  }
}

type Before = { mode: number; uid: number; gid: number } | null;

async function examine(file: string, expected: FileHash): Promise<Before> {
  const bytes = await readPlain(file);
  if (hashOf(bytes) !== expected) throw refusal("conflict", "policy-file-changed");
  if (bytes === null) return null;
  const { mode, uid, gid } = await lstat(file);
  return { mode: mode & 0o7777, uid, gid };
}

async function writeSynced(file: string, bytes: Buffer, before: Before): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await keepOwner(handle, before);
    await handle.chmod(before?.mode ?? NEW_FILE_MODE);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function keepOwner(handle: FileHandle, before: Before): Promise<void> {
  const { uid, gid } = await handle.stat();
  if (before && (before.uid !== uid || before.gid !== gid)) {
    await handle.chown(before.uid, before.gid);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Of a process that was killed while it wrote; a minute is far more than a write takes. */
async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const leftover = path.join(folder, name);
    const info = await lstat(leftover).catch(() => null);
    if (info?.isFile() && Date.now() - info.mtimeMs > 60_000)
      await unlink(leftover).catch(() => {});
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : null;

const REFUSED: Record<string, Parameters<typeof refusal>[1]> = {
  ELOOP: "policy-file-kind",
  EISDIR: "policy-file-kind",
  EACCES: "policy-file-rights",
  EPERM: "policy-file-rights",
  EROFS: "policy-file-rights",
  ENOENT: "policy-file-folder",
  ENOTDIR: "policy-file-folder",
  ENOSPC: "policy-file-room",
};

function asRefusal(cause: unknown): unknown {
  const reason = REFUSED[codeOf(cause) ?? ""];
  return reason === undefined ? cause : refusal("unavailable", reason, { cause });
}
