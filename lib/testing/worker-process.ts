import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.join(ROOT, "node_modules", ".cache", `muniment-worker-${process.pid}`);
const BUNDLE = path.join(FOLDER, "worker.mjs");

/** The worker as it is shipped: bundled, in a process of its own. */
export async function bundleWorker(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await build({
    entryPoints: [path.join(ROOT, "lib/worker/main.ts")],
    outfile: BUNDLE,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    alias: { "server-only": path.join(ROOT, "lib/testing/empty.ts"), "@": ROOT },
  });
}

export function removeWorkerBundle(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

export class WorkerProcess {
  readonly child: ChildProcess;
  output = "";

  constructor(databaseUrl: string) {
    this.child = spawn(process.execPath, [BUNDLE], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: databaseUrl, MUNIMENT_DATA: FOLDER },
      stdio: ["pipe", "ignore", "pipe"],
    });
    this.child.stderr?.setEncoding("utf8").on("data", (part: string) => {
      this.output += part;
    });
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Exit code or signal, once it has ended. */
  async end(how: NodeJS.Signals | "close stdin"): Promise<number | string | null> {
    const ended = once(this.child, "exit");
    if (how === "close stdin") this.child.stdin?.end();
    else this.child.kill(how);
    const [code, signal] = (await ended) as [number | null, string | null];
    return code ?? signal;
  }
}
