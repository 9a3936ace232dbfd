import { createHash, randomUUID } from "node:crypto";
import { askAsSuperuser } from "./fixtures/demo-archive";
import { expect, test } from "./fixtures/test";

/** As the page of the policy asks; `requester` is nobody who signs in here unless told. */
async function ask(subject: string, requester: string = randomUUID()): Promise<string> {
  const content = '{"rows":12}';
  const sha256 = createHash("sha256").update(content).digest("hex");
  const [made] = await askAsSuperuser(
    (sql) => sql<{ id: string }[]>`
      insert into console.approval (kind, subject, content, content_sha256, reason, requester_id,
        requester_name, expires_at)
      values ('policy.apply', ${subject}, ${content}, ${sha256}, 'Old rows cost money',
        coalesce((select id::text from console.operator where name = ${requester}), ${requester}),
        ${requester}, now() + interval '1 day')
      returning id`,
  );
  return made?.id ?? "";
}

const stateOf = (id: string) =>
  askAsSuperuser(
    (sql) =>
      sql`select state, approver_name, decision_reason from console.approval where id = ${id}`,
  ).then(([row]) => row);

const named = (what: string) => `${what}-${randomUUID().slice(0, 8)}.example`;

test("a second person sees exactly what is asked and says yes", async ({ pageAs }) => {
  const subject = named("yes");
  const id = await ask(subject);
  const page = await pageAs("admin");
  await page.goto("/approvals");
  const request = page.getByRole("article").filter({ hasText: subject });
  await expect(request).toContainText("Old rows cost money");
  await expect(request).toContainText('"rows": 12');
  await request.getByRole("button", { name: "Approve" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  await expect(request).toContainText("approved");
  expect(await stateOf(id)).toMatchObject({ state: "approved", approver_name: "admin" });
});

test("whoever refuses says why, and it stands among what is over", async ({ pageAs }) => {
  const subject = named("no");
  const id = await ask(subject);
  const page = await pageAs("admin");
  await page.goto("/approvals");
  await page
    .getByRole("article")
    .filter({ hasText: subject })
    .getByRole("button", { name: "Refuse" })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("Too much at once");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByRole("row").filter({ hasText: subject })).toContainText(
    "refused: Too much at once",
  );
  expect(await stateOf(id)).toMatchObject({
    ...{ state: "refused", decision_reason: "Too much at once" },
  });
});

test("nobody decides what they asked for, but takes it back", async ({ pageAs }) => {
  const subject = named("own");
  const id = await ask(subject, "admin");
  const page = await pageAs("admin");
  await page.goto("/approvals");
  const request = page.getByRole("article").filter({ hasText: subject });
  await expect(request).toContainText("somebody else has to say yes");
  await expect(request.getByRole("button")).toHaveText(["Take back"]);
  await request.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("row").filter({ hasText: subject })).toContainText("taken back");
  expect(await stateOf(id)).toMatchObject({ state: "cancelled", approver_name: null });
});

test("an auditor sees requests and decides nothing", async ({ pageAs }) => {
  const subject = named("look");
  await ask(subject);
  const page = await pageAs("auditor");
  await page.goto("/approvals");
  const request = page.getByRole("article").filter({ hasText: subject });
  await expect(request).toBeVisible();
  await expect(request.getByRole("button", { name: /Approve|Refuse|Take back/ })).toHaveCount(0);
});
