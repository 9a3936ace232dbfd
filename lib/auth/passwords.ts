import "server-only";
import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<Buffer, Buffer, number, object, Buffer>(scrypt);

const COST = { N: 2 ** 15, r: 8, p: 1 };
const KEY_BYTES = 32;
/** 128 · N · r is 32 MiB, exactly Node's default limit, which is exclusive. */
const MAX_MEMORY_BYTES = 64 * 2 ** 20;
/** Longer input is a nuisance, not a password. */
const MAX_PASSWORD_LENGTH = 1_024;

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url (RFC 7914). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(prepared(password), salt, KEY_BYTES, {
    ...COST,
    maxmem: MAX_MEMORY_BYTES,
  });
  const { N, r, p } = COST;
  return ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/**
 * Whether `password` belongs to `stored`. With `stored` null (nobody has that name) the same work is done
 * for nothing, so that the time of the answer does not tell.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { cost, salt, key } = parse(stored ?? DUMMY);
  const typed = await derive(prepared(password), salt, key.length, {
    ...cost,
    maxmem: MAX_MEMORY_BYTES,
  });
  const same = timingSafeEqual(typed, key);
  return same && stored !== null && password.length <= MAX_PASSWORD_LENGTH;
}

/** 99 bits, in letters that cannot be mistaken for each other when read aloud: five groups of four. */
export function generatePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}

/** NFC as in RFC 8265 (OpaqueString): the same word from two keyboards is the same password. */
function prepared(password: string): Buffer {
  return Buffer.from(password.slice(0, MAX_PASSWORD_LENGTH).normalize("NFC"), "utf8");
}

function parse(stored: string) {
  const [scheme, N, r, p, salt, key] = stored.split("$");
  if (scheme !== "scrypt" || !salt || !key) throw new Error("unknown password format");
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}

const DUMMY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${"A".repeat(22)}$${"A".repeat(43)}`;
