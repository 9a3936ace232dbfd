import { expect, test } from "vitest";
import { completePackages, missingEntries } from "./complete-lock.mjs";
import { readJson } from "./files.mjs";
import { inRoot } from "./root.mjs";

const packages = {
  "": {},
  "node_modules/a": {
    version: "1.0.0",
    dev: true,
    optionalDependencies: { "@a/linux-x64-musl": "1.0.0", b: "^2.0.0" },
  },
  "node_modules/c": { version: "1.0.0", optionalDependencies: { "@c/win32-arm64": "~1.2.0" } },
  "node_modules/b": { version: "2.1.0" },
};

test("the lock of this project has an entry for every platform", () => {
  const lock = /** @type {{ packages: import("./complete-lock.mjs").Packages }} */ (
    readJson(inRoot("package-lock.json"))
  );
  expect(missingEntries(lock.packages)).toEqual([]);
});

test("what is missing is written as npm would", () => {
  expect(missingEntries(packages).map(({ name }) => name)).toEqual([
    "@a/linux-x64-musl",
    "@c/win32-arm64",
  ]);
  const complete = completePackages(packages);
  expect(complete).toMatchObject({
    "node_modules/@a/linux-x64-musl": {
      version: "1.0.0",
      dev: true,
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
    },
    "node_modules/@c/win32-arm64": {
      version: "1.2.0",
      optional: true,
      os: ["win32"],
      cpu: ["arm64"],
    },
  });
  expect(missingEntries(complete)).toEqual([]);
});

test("a nested entry counts where Node would find it, and nowhere else", () => {
  const nested = {
    ...packages,
    "node_modules/a/node_modules/@a/linux-x64-musl": { version: "1.0.0" },
  };
  expect(missingEntries(nested).map(({ name }) => name)).toEqual(["@c/win32-arm64"]);
});
