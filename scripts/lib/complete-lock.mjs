/**
 * A registry that lacks other platforms' binary packages makes `npm install` write a lock without
 * them, and `npm ci` then refuses it. These functions find such entries and write them as npm would.
 */

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[],
 *   libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Record<string, Entry>} Packages keyed by folder, as in package-lock.json
 */

/**
 * @param {Packages} packages
 * @returns {{ name: string, version: string, dev: boolean }[]} optional dependencies without an entry
 */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([where, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isResolved(packages, where, name))
      .map(([name, range]) => ({
        ...{ name, version: range.replace(/^[\^~]/, ""), dev: entry.dev ?? false },
      })),
  );
}

/** As Node does: in the package's own node_modules, then in each folder above. */
function isResolved(
  /** @type {Packages} */ packages,
  /** @type {string} */ where,
  /** @type {string} */ name,
) {
  for (
    let folder = where;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))
  ) {
    if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

/**
 * @param {Packages} packages
 * @returns {Packages} with an entry for everything that was missing, in npm's order
 */
export function completePackages(packages) {
  const added = missingEntries(packages).map(({ name, version, dev }) => [
    `node_modules/${name}`,
    { version, ...(dev ? { dev } : {}), ...platformOf(name), optional: true },
  ]);
  const all = { ...packages, ...Object.fromEntries(added) };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const SYSTEMS = /(android|darwin|linux|win32|windows|freebsd|openbsd|netbsd|sunos|aix|openharmony)/;
const PROCESSORS = /(arm64|x64|ia32|arm(?=-|$)|ppc64|s390x|riscv64|loong64|mips64el|wasm32)/;

/** Platform packages carry their platform in their name. @param {string} name */
function platformOf(name) {
  const system = SYSTEMS.exec(name)?.[1];
  const processor = PROCESSORS.exec(name.replace(/^@[^/]+\//, ""))?.[1];
  const library = /musl/.test(name) ? "musl" : /gnu/.test(name) ? "glibc" : undefined;
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(library ? { libc: [library] } : {}),
    ...(system ? { os: [system === "windows" ? "win32" : system] } : {}),
  };
}
