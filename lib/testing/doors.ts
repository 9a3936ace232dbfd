/** Where people come in without `page()`, `route()`, `action()`, and why. Everything else goes through them. */
export const OPEN_DOORS: Record<string, string> = {
  "app/sign-in/page.tsx": "for people without a session",
  "app/no-access/page.tsx": "for people whose roles do not permit the page",
  "app/api/health/route.ts": "for supervisors and load balancers; says nothing about the archive",
  "app/metrics/route.ts": "for Prometheus, with METRICS_TOKEN; numbers and names of hosts",
  "app/api/auth/[...nextauth]/route.ts": "next-auth: sign-in, sign-out, session, CSRF token",
};

const VERBS = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
/** Files Next serves or renders by their name alone; none of these exists, and one would need a rule here. */
const UNKNOWN_DOOR =
  /\/(default|template|robots|sitemap|manifest|opengraph-image|twitter-image|icon|apple-icon|unauthorized|forbidden)\.tsx?$/;

/** What is wrong with a source file as a door; empty when nothing is, or when it is no door. */
export function doorFaults(file: string, source: string): string[] {
  const code = withoutComments(source);
  if (isServerFile(code)) return actionFaults(code);
  const faults = /(["'])use server\1/.test(code) ? ["a server action inside another file"] : [];
  if (!file.startsWith("app/") || file in OPEN_DOORS) return faults;
  if (UNKNOWN_DOOR.test(file)) return [...faults, "a door of a kind nobody has made a rule for"];
  if (/\/page\.tsx?$/.test(file)) return [...faults, ...pageFaults(code)];
  if (/\/route\.tsx?$/.test(file)) return [...faults, ...routeFaults(code)];
  return faults;
}

export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

const isServerFile = (code: string) => /^\s*(["'])use server\1/.test(code);

function pageFaults(code: string): string[] {
  const faults = fromWrappers(code, "page");
  if (!/^export default page\(/m.test(code)) faults.push("the page is not made by page()");
  if (/generateMetadata/.test(code) && !/^export const generateMetadata = metadata\(/m.test(code)) {
    faults.push("generateMetadata is not made by metadata()");
  }
  if (/generateStaticParams/.test(code))
    faults.push("the page would be built without anybody asking");
  return faults;
}

function routeFaults(code: string): string[] {
  const faults = fromWrappers(code, "route");
  const made = new RegExp(`^export const (${VERBS}) = route\\(`);
  for (const line of exportsOf(code)) {
    if (!made.test(line)) faults.push(`not made by route(): ${line}`);
  }
  return faults;
}

function actionFaults(code: string): string[] {
  const faults = fromWrappers(code, "action");
  for (const line of exportsOf(code)) {
    const isAction = /^export const \w+Action = action\(/.test(line);
    if (!isAction) faults.push(`not made by action(): ${line}`);
  }
  return faults;
}

function exportsOf(code: string): string[] {
  return code.split("\n").filter((line) => /^\s*export\b(?! type\b)(?! interface\b)/.test(line));
}

/** The wrapper is the one of lib/auth, not another function of that name. */
function fromWrappers(code: string, wrapper: string): string[] {
  const [, names = ""] = /import \{([^}]*)\} from "@\/lib\/auth\/wrappers"/.exec(code) ?? [];
  const imported = names.split(",").map((name) => name.trim());
  return imported.includes(wrapper) ? [] : [`${wrapper}() is not imported from lib/auth/wrappers`];
}
