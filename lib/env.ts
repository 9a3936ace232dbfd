import "server-only";
import path from "node:path";
import { z } from "zod";
import { ConsoleError } from "@/lib/errors";

const port = z.coerce.number({ error: "must be a port" }).int().min(1).max(65_535);
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a PostgreSQL address like postgres://user:password@host:5432/database",
});

const publicUrl = z
  .url({ protocol: /^https?$/, error: "must be an address like https://muniment.example.org" })
  .refine(
    (value) => !URL.canParse(value) || new URL(value).pathname === "/",
    "must not have a path",
  )
  .transform((value) => new URL(value).origin);

const variables = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be an address or a host name")
    .default("127.0.0.1"),
  DATABASE_URL: databaseUrl.nullable().default(null),
  MUNIMENT_DATA: z.string().default(".data"),
  MUNIMENT_DEMO: flag.optional(),
  MUNIMENT_PASSWORD: z.string().min(8, "must have at least 8 characters").nullable().default(null),
  MUNIMENT_SECRET: z.string().min(32, "must have at least 32 characters").nullable().default(null),
  MUNIMENT_URL: publicUrl.optional(),
  MUNIMENT_PG_PORT: port.nullable().default(null),
  MUNIMENT_PROSODY_SQL: z.string().nullable().default(null),
  MUNIMENT_TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a number of proxies" })
    .int("must be a whole number")
    .min(0, "must not be negative")
    .max(16, "must not be above 16")
    .default(0),
});

/**
 * The configuration. `munimentData` is absolute (a relative one counts from the project's
 * folder); `url` is the public origin without a slash at the end, and
 * `hasPublicUrl` says that the operator gave it.
 */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly munimentData: string;
  readonly demo: boolean;
  readonly password: string | null;
  readonly secret: string | null;
  readonly url: string;
  readonly hasPublicUrl: boolean;
  readonly pgPort: number | null;
  readonly trustedProxies: number;
  /** The `sql = {…}` line for Prosody; scripts/muniment.mjs sets it on the embedded database. */
  readonly prosodySql: string | null;
}

let known: Env | null = null;

/**
 * The only reader of the environment; an empty variable counts as unset.
 * @throws ConsoleError "invalid", naming the variable and never its value, which may be a secret
 */
export function env(): Env {
  known ??= parseEnv(process.env);
  return known;
}

/** Forgets what was read, so that a test may point the next reader elsewhere. */
export function resetEnv(): void {
  known = null;
}

/** Reads a set of variables; `env` for the process's own. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(set);
  if (!parsed.success) throw refusal(parsed.error);
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    munimentData: path.resolve(value.MUNIMENT_DATA),
    demo: value.MUNIMENT_DEMO ?? value.DATABASE_URL === null,
    password: value.MUNIMENT_PASSWORD,
    secret: value.MUNIMENT_SECRET,
    url: value.MUNIMENT_URL ?? localUrl(value.HOST, value.PORT),
    hasPublicUrl: value.MUNIMENT_URL !== undefined,
    pgPort: value.MUNIMENT_PG_PORT,
    trustedProxies: value.MUNIMENT_TRUSTED_PROXIES,
    prosodySql: value.MUNIMENT_PROSODY_SQL,
  };
}

function refusal(error: z.ZodError): ConsoleError {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? "The environment");
  return new ConsoleError("invalid", `${name}: ${issue?.message ?? "is not valid"}`, {
    field: name,
  });
}

/** An address this machine's browser can open: "all addresses" is not one. */
function localUrl(host: string, port: number): string {
  const open = ["127.0.0.1", "0.0.0.0", "::", "localhost"].includes(host) ? "127.0.0.1" : host;
  return `http://${open.includes(":") ? `[${open}]` : open}:${port}`;
}
