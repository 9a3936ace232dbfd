import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { grantFor } from "./grant-for";
import { PERMISSIONS, type Permission, ROLES, type Role } from "./permissions";

/** The table of the product, typed by hand: a change of permissions.ts alone must not pass. */
const PROMISED: Record<Permission, string> = {
  "archive.browse": "admin compliance support",
  "archive.read": "admin compliance",
  "search.metadata": "admin compliance support",
  "search.text": "admin compliance",
  "storage.read": "admin compliance support",
  "storage.maintain": "admin",
  "policy.read": "admin compliance support auditor",
  "policy.write": "admin",
  "retention.read": "admin compliance support auditor",
  "retention.run": "admin",
  "hold.read": "admin compliance auditor",
  "hold.place": "admin compliance",
  "hold.release": "admin compliance",
  "request.read": "admin compliance auditor",
  "request.handle": "compliance",
  "request.approve": "admin compliance",
  "case.open": "admin compliance",
  "diagnosis.run": "admin compliance support",
  "probe.run": "admin support",
  "server.read": "admin support",
  "audit.read": "admin compliance auditor",
  "operator.manage": "admin",
};

const operator = (roles: Role[]) => ({ id: "x", name: "x", roles, sessionId: null });

const permitted = (roles: Role[], permission: Permission) => {
  try {
    return grantFor(operator(roles), permission).operator.roles === roles;
  } catch (error) {
    expect(error).toMatchObject({ code: "forbidden" });
    return false;
  }
};

describe.each(PERMISSIONS.map((p) => [p] as const))("%s", (permission) => {
  const promised = PROMISED[permission].split(" ");

  test.each(ROLES.map((r) => [r] as const))("%s", (role) => {
    expect(permitted([role], permission)).toBe(promised.includes(role));
  });

  test("nobody without a role, and whoever holds one role that may", () => {
    expect(permitted([], permission)).toBe(false);
    expect(permitted(ROLES, permission)).toBe(true);
  });
});

test("no permission outside the table, and no role that is none", () => {
  expect([...PERMISSIONS].sort()).toEqual(Object.keys(PROMISED).sort());
  expect(
    permitted(
      ["root" as Role].filter((r) => ROLES.includes(r)),
      "archive.read",
    ),
  ).toBe(false);
});

test("docs/security.md shows this very table", () => {
  const printed = execFileSync(process.execPath, ["scripts/permission-matrix.mjs"], {
    encoding: "utf8",
  });
  const docs = readFileSync("docs/security.md", "utf8");
  expect(docs).toContain(printed.trim());
  expect(printed.match(/✓/g)).toHaveLength(
    Object.values(PROMISED).flatMap((roles) => roles.split(" ")).length,
  );
});
