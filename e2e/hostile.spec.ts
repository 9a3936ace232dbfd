import type { TranscriptPage } from "@/lib/archive/views";
import { segments } from "@/lib/xmpp/visible-text";
import { HOSTILE } from "../scripts/demo/hostile.mjs";
import { expect, test } from "./fixtures/test";

const PLACE = "/archive/northquay.example/leo?with=tomas%40northquay.example";

/** What a reader sees of a text: characters that cannot be seen stand there as their code. */
function asShown(text: string): string {
  return segments(text)
    .map((part) =>
      part.type === "mark"
        ? `U+${part.codePoint.toString(16).toUpperCase().padStart(4, "0")}`
        : part.text,
    )
    .join("");
}

test("hostile text is shown, in its place, and does nothing", async ({ pageAs, baseURL }) => {
  const page = await pageAs("admin");
  const foreign: string[] = [];
  const ran: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  page.on("dialog", async (dialog) => {
    ran.push(dialog.message());
    await dialog.dismiss();
  });
  await page.goto(PLACE);
  await page.getByRole("button", { name: "Open the text" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("looking at what came in by mail");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Open and write to the trail" })
    .click();
  await expect(page.getByText(/^Reading:/)).toBeVisible();

  const answer = await page.request.get(
    "/api/archive/northquay.example/leo/messages?with=tomas%40northquay.example&limit=500",
  );
  const { messages }: TranscriptPage = await answer.json();
  const said = messages.flatMap(({ rowId, text }) =>
    text && !text.closed ? [{ rowId, text: text.text }] : [],
  );
  const bodies = said.map((it) => it.text);
  // An empty body is shown by a word of ours.
  const wanted = HOSTILE.filter((it) => it !== "");
  for (const body of wanted) expect(bodies).toContain(body);

  const transcript = page.getByRole("region", { name: "Transcript" });
  await transcript.evaluate((it) => it.scrollTo(0, 0));
  await expect(page.getByText("This is where the archive begins.")).toBeInViewport();
  await page.waitForTimeout(300);
  const shown = new Map<number, string>();
  for (let i = 0; i < 40; i += 1) {
    const found = await transcript
      .locator("article")
      .evaluateAll((articles) =>
        articles.map((it): [number, string] => [
          Number(it.getAttribute("data-row")),
          it.querySelector(".words")?.textContent ?? "",
        ]),
      );
    for (const [row, text] of found) shown.set(row, text);
    await transcript.evaluate((it) => it.scrollBy(0, 500));
    await page.waitForTimeout(60);
  }
  for (const { rowId, text } of said.filter((it) => it.text !== ""))
    expect(shown.get(rowId), `row ${rowId}`).toBe(asShown(text));

  // A map keeps the order of arrival: from the top down, as they stand on the page.
  expect([...shown.keys()].filter((row) => said.some((it) => it.rowId === row))).toEqual(
    said.map((it) => it.rowId),
  );
  expect(ran, "scripts that ran").toEqual([]);
  expect(foreign, "requests to other hosts").toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});
