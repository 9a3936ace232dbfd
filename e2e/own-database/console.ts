import fs from "node:fs";
import path from "node:path";
import { freePort } from "@/scripts/lib/ports.mjs";
import { makeTempFolder } from "@/scripts/lib/temp-folder.mjs";
import { Program } from "@/scripts/lib/testing/program.mjs";
import { PASSWORD } from "../fixtures/test";

/** `npm start` over somebody's database, and the command line beside it. */
export class OwnConsole {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly variables: Record<string, string>,
    private readonly program: Program,
  ) {}

  static async start(databaseUrl: string, more: Record<string, string> = {}): Promise<OwnConsole> {
    const folder = makeTempFolder("muniment-own-console");
    const variables = {
      DATABASE_URL: databaseUrl,
      PORT: String(await freePort()),
      MUNIMENT_DATA: path.join(folder, "data"),
      MUNIMENT_DEMO: "1",
      MUNIMENT_PASSWORD: PASSWORD,
      // What these consoles are for is asked without a pause.
      MUNIMENT_SEARCHES_PER_MINUTE: "0",
      ...more,
    };
    const program = new Program("start.mjs", [], variables);
    await program.says(/^Muniment is ready at/m, 40_000);
    return new OwnConsole(`http://127.0.0.1:${variables.PORT}`, folder, variables, program);
  }

  /** What the terminal of `npm start` shows so far. */
  get said(): string {
    return this.program.output;
  }

  /** Process number of the web server; another one after it was killed. */
  get webProcess(): number | undefined {
    return this.program.children(/scripts\/web\.mjs/)[0];
  }

  async muniment(...args: string[]): Promise<{ code: number | null; output: string }> {
    const command = new Program("muniment.mjs", args, this.variables);
    return { code: await command.exit, output: command.output };
  }

  async stop(): Promise<void> {
    this.program.child.kill("SIGTERM");
    await this.program.exit;
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
