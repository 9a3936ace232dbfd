import { getText } from "@/lib/i18n/server";

const COMMANDS = ["plan", "adopt", "release"] as const;
const LINES = {
  plan: "npx muniment adopt --plan",
  adopt: "npx muniment adopt",
  release: "npx muniment release",
};

/** Why nothing was added to Prosody's table yet, and the commands that do it and undo it. */
export async function HowToIndex({ folded }: { folded: boolean }) {
  const t = (await getText()).archive.index;
  const how = (
    <>
      <p>{t.because}</p>
      <dl className="commands">
        {COMMANDS.map((name) => (
          <div key={name}>
            <dt>
              <code>{LINES[name]}</code>
            </dt>
            <dd>{t[name]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
  if (!folded) return how;
  return (
    <details>
      <summary className="link">{t.why}</summary>
      {how}
    </details>
  );
}
