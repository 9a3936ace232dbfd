import { runCli } from "@/lib/cli/run";

export type Said = { code: number; out: string; error: string };

/** One call of the command line in this process. Without `answer` nobody sits at the terminal. */
export async function muniment(line: string[], answer?: string): Promise<Said> {
  const said = { out: "", error: "" };
  const code = await runCli(line, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
    ask: answer === undefined ? null : async () => answer,
  });
  return { code, ...said };
}
