import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { doorFaults, OPEN_DOORS, withoutComments } from "@/lib/testing/doors";

const sources = ["app", "components", "lib"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  )
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file));
const doors = sources.filter(
  (file) =>
    /^app\/.*\b(page|route)\.tsx?$/.test(file) ||
    /^\s*(["'])use server\1/.test(readFileSync(file, "utf8")),
);

describe("every page, route handler and server action goes through lib/auth", () => {
  test("there are doors to look at, of each kind", () => {
    for (const kind of ["page.tsx", "route.ts", "actions.ts"]) {
      expect(doors.filter((file) => file.endsWith(kind)).length).toBeGreaterThan(0);
    }
  });

  test.each(doors)("%s", (file) => {
    expect(doorFaults(file, readFileSync(file, "utf8"))).toEqual([]);
  });

  test("no other file is a door", () => {
    for (const file of sources)
      expect(doorFaults(file, readFileSync(file, "utf8")), file).toEqual([]);
  });

  test("open doors reach no query and no command", () => {
    for (const file of doors.filter((door) => door in OPEN_DOORS)) {
      const source = readFileSync(file, "utf8");
      expect(source, file).not.toMatch(/from "@\/lib\/(\w+\/(queries|commands)|db\/)/);
    }
  });
});

test("grants and readings are made where authorization is, and nowhere else", () => {
  const made = /Grant\.issue\(|\bas (unknown as )?(Grant|Reading)\b/;
  const makers = sources.filter((file) => made.test(withoutComments(readFileSync(file, "utf8"))));
  expect(makers.filter((file) => !file.startsWith("lib/testing/"))).toEqual([
    "lib/auth/grant-for.ts",
  ]);
});

describe("a door that forgot is found", () => {
  const wrappers = (name: string) => `import { ${name} } from "@/lib/auth/wrappers";\n`;
  const cases: [string, string, string][] = [
    ["a bare page", "app/x/page.tsx", "export default async function Page() {}"],
    ["a page of another page()", "app/x/page.tsx", 'export default page("archive.browse", f);'],
    [
      "a page with its own metadata",
      "app/x/page.tsx",
      `${wrappers("page")}export async function generateMetadata() {}\nexport default page("a", f);`,
    ],
    ["a bare handler", "app/api/x/route.ts", "export async function GET() {}"],
    [
      "one bare handler beside another",
      "app/api/x/route.ts",
      `${wrappers("route")}export const GET = route("a", f);\nexport const POST = handle;`,
    ],
    [
      "handlers under other names",
      "app/api/x/route.ts",
      `${wrappers("route")}export { f as GET };`,
    ],
    ["a bare action", "lib/x.ts", '"use server";\nexport async function wipeAction() {}'],
    [
      "one bare action beside another",
      "app/x/actions.ts",
      `"use server";\n${wrappers("action")}export const aAction = action("a", null, f);\nexport const b = c;`,
    ],
    ["an action inside a component", "components/x.tsx", 'async function f() { "use server"; }'],
    ["only a comment that says so", "app/x/page.tsx", "// export default page(\nexport default f;"],
    ["a kind without a rule", "app/sitemap.ts", "export default function sitemap() {}"],
  ];

  test.each(cases)("%s", (_, file, source) => {
    expect(doorFaults(file, source)).not.toEqual([]);
  });
});
