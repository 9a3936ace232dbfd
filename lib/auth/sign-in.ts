import "server-only";
import { cleanText } from "@/lib/audit/canonical";
import { keyedHash } from "@/lib/audit/keyed-hash";
import { recordAudit, recordAuditIn } from "@/lib/audit/record";
import { pools } from "@/lib/db/pools";
import type { Operator } from "./grant";
import { verifyPassword } from "./passwords";
import type { Role } from "./permissions";
import { SESSION_SECONDS } from "./sessions";
import type { SignInRefusal } from "./sign-in-refusal";
import { admitAttempt, forgiveAttempt } from "./throttle";

export type SignInForm = { name: string; password: string; address: string; userAgent: string };

type Account = { id: string; name: string; roles: Role[]; passwordHash: string; disabled: boolean };

/**
 * Verifies a name and a password and opens a session. Unknown name, wrong password and disabled account
 * are counted, timed and answered alike. The entry on the trail is committed before the answer.
 */
export async function signIn(
  form: SignInForm,
): Promise<{ ok: true; operator: Operator } | { ok: false; refusal: SignInRefusal }> {
  const name = cleanText(form.name).normalize("NFC").trim().toLowerCase().slice(0, 256);
  const attempt = { name, address: form.address };
  const { blocked, waitSeconds } = await admitAttempt(attempt);
  if (blocked) return { ok: false, refusal: { kind: "wait", waitSeconds } };

  const account = await findAccount(name);
  const right = await verifyPassword(form.password, account?.passwordHash ?? null);
  const operator = account && right ? await openSession(account, form, attempt) : null;
  if (operator) return { ok: true, operator };

  await recordRefusal(name, account, right, { address: form.address, waitSeconds });
  return { ok: false, refusal: { kind: "refused", waitSeconds } };
}

async function findAccount(name: string): Promise<Account | null> {
  const [row] = await pools().interactive<Account[]>`
    select id, name, roles, password_hash as "passwordHash", disabled_at is not null as disabled
    from console.operator where name = ${name}`;
  return row ?? null;
}

/**
 * Null when the account is disabled or got another password meanwhile: FOR SHARE waits for whoever is
 * changing it, and their "end all sessions" then either sees this session or came first.
 */
function openSession(
  account: Account,
  form: SignInForm,
  attempt: { name: string; address: string },
): Promise<Operator | null> {
  return pools().interactive.begin(async (tx) => {
    const [session] = await tx<{ id: string }[]>`
      insert into console.session (operator_id, expires_at, address, user_agent)
      select id, now() + interval '1 second' * ${SESSION_SECONDS}, ${form.address},
        ${cleanText(form.userAgent).slice(0, 400)}
      from (select id from console.operator where id = ${account.id} and disabled_at is null
        and password_hash = ${account.passwordHash} for share) still
      returning id`;
    if (!session) return null;
    const { id, name, roles } = account;
    const operator: Operator = { id, name, roles, sessionId: session.id };
    await forgiveAttempt(tx, attempt);
    await recordAuditIn(
      tx,
      { operator },
      { action: "session.start", phase: "done", subject: name, details: { address: form.address } },
    );
    return operator;
  });
}

const NOBODY: Operator = { id: "anonymous", name: "anonymous", roles: [], sessionId: null };

/** A name that nobody has may be a mistyped password: the trail keeps only its keyed hash. */
async function recordRefusal(
  name: string,
  account: Account | null,
  right: boolean,
  seen: { address: string; waitSeconds: number },
): Promise<void> {
  const why = !account ? "unknown name" : right ? "disabled" : "wrong password";
  await recordAudit(
    { operator: NOBODY },
    {
      action: "session.refuse",
      phase: "refused",
      subject: account?.name ?? `hash:${keyedHash("name", name)}`,
      details: { why, ...seen },
    },
  );
}
