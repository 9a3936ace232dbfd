import "server-only";
import path from "node:path";
import { z } from "zod";
import { ConsoleError } from "@/lib/errors";

const port = z.coerce.number({ error: "must be a port" }).int().min(1).max(65_535);
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");

const budget = z.coerce
  .number({ error: "must be a number, 0 for no limit" })
  .int("must be a whole number")
  .min(0, "must not be negative");

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

/** Absolute; a relative one counts from the project's folder. */
const file = z
  .string()
  .transform((value) => path.resolve(value))
  .nullable()
  .default(null);

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
  PROSODY_CONFIG: file,
  PROSODY_MANAGED_CONFIG: file,
  PROSODY_ENV_FILE: file,
  PROSODY_ADMIN_SOCKET: file,
  MUNIMENT_TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a number of proxies" })
    .int("must be a whole number")
    .min(0, "must not be negative")
    .max(16, "must not be above 16")
    .default(0),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, "must have at least 16 characters of a-z A-Z 0-9 . _ ~ + / = -")
    .nullable()
    .default(null),
  MUNIMENT_SEARCHES_PER_MINUTE: budget.default(300),
  MUNIMENT_MESSAGES_PER_HOUR: budget.default(50_000),
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
  /** What Prometheus shows to be let in; null: nobody is. */
  readonly metricsToken: string | null;
  /** Of one operator; 0: as many as they like. */
  readonly searchesPerMinute: number;
  readonly messagesPerHour: number;
  /** The `sql = {…}` line for Prosody; scripts/muniment.mjs sets it on the embedded database. */
  readonly prosodySql: string | null;
  /** The operator's prosody.cfg.lua, which is only read; the one file of it that we write. */
  readonly prosodyConfig: string | null;
  readonly prosodyManagedConfig: string | null;
  /** The `.env` of a deployment whose prosody.cfg.lua asks for variables. */
  readonly prosodyEnvFile: string | null;
  readonly prosodyAdminSocket: string | null;
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
    metricsToken: value.METRICS_TOKEN,
    searchesPerMinute: value.MUNIMENT_SEARCHES_PER_MINUTE,
    messagesPerHour: value.MUNIMENT_MESSAGES_PER_HOUR,
    prosodySql: value.MUNIMENT_PROSODY_SQL,
    prosodyConfig: value.PROSODY_CONFIG,
    prosodyManagedConfig: value.PROSODY_MANAGED_CONFIG,
    prosodyEnvFile: value.PROSODY_ENV_FILE,
    prosodyAdminSocket: value.PROSODY_ADMIN_SOCKET,
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
