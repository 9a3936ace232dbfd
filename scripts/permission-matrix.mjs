#!/usr/bin/env node
// Prints the matrix of docs/security.md from lib/auth/permissions.ts; with --write puts it there.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const BEGIN = "<!-- permissions: made by scripts/permission-matrix.mjs -->";
const END = "<!-- end of permissions -->";

const source = readFileSync(path.join(root, "lib/auth/permissions.ts"), "utf8");
const { code } = transformSync(source, { loader: "ts", format: "esm" });
const { PERMISSIONS, ROLES, permits } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
);

const row = (cells) => `| ${cells.join(" | ")} |`;
const table = [
  row(["permission", ...ROLES]),
  row(["---", ...ROLES.map(() => ":-:")]),
  ...PERMISSIONS.map((permission) =>
    row([`\`${permission}\``, ...ROLES.map((role) => (permits([role], permission) ? "✓" : " "))]),
  ),
].join("\n");

if (process.argv.includes("--write")) {
  const file = path.join(root, "docs/security.md");
  const docs = readFileSync(file, "utf8");
  const [before, rest] = docs.split(BEGIN);
  if (!rest?.includes(END)) throw new Error("docs/security.md has lost its markers");
  writeFileSync(file, `${before}${BEGIN}\n${table}\n${END}${rest.split(END)[1]}`);
} else {
  console.log(table);
}
