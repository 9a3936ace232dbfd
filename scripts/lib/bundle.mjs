import fs from "node:fs";
import { inRoot, root } from "./root.mjs";

const ENTRIES = {
  env: "lib/env.ts",
  setup: "lib/cli/setup.ts",
  cli: "lib/cli/main.ts",
  worker: "lib/worker/main.ts",
};

/** Bundles what runs outside Next into dist/*.mjs; packages stay where they are. */
export async function bundle() {
  const { build } = await import("esbuild");
  const entries = Object.entries(ENTRIES).filter(([, file]) => fs.existsSync(inRoot(file)));
  await build({
    entryPoints: Object.fromEntries(entries.map(([name, file]) => [name, inRoot(file)])),
    absWorkingDir: root,
    outdir: inRoot("dist"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    // The real "server-only" refuses to load outside Next.
    alias: { "server-only": inRoot("lib", "testing", "empty.ts"), "@": root },
    sourcemap: "linked",
    logLevel: "error",
  });
}
