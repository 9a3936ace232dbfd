// @ts-check
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { makeTempFolder } from "../../scripts/lib/temp-folder.mjs";

/**
 * A certificate authority of our own and a certificate it issued for `host`; never trusted by anything
 * that does not name it.
 * @param {string} host
 */
export function makeCertificate(host) {
  const folder = makeTempFolder("muniment-ca");
  const file = (/** @type {string} */ name) => path.join(folder, name);
  const openssl = (/** @type {string[]} */ ...args) =>
    execFileSync("openssl", args, { stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...key,
    "-days",
    "2",
    "-subj",
    "/CN=Muniment test CA",
    "-keyout",
    file("ca.key"),
    "-out",
    file("ca.crt"),
  );
  openssl(
    "req",
    ...key,
    "-subj",
    `/CN=${host}`,
    "-keyout",
    file("host.key"),
    "-out",
    file("host.csr"),
  );
  fs.writeFileSync(file("names"), `subjectAltName=DNS:${host}\n`);
  openssl(
    "x509",
    "-req",
    "-days",
    "2",
    "-in",
    file("host.csr"),
    "-CA",
    file("ca.crt"),
    "-CAkey",
    file("ca.key"),
    "-CAcreateserial",
    "-extfile",
    file("names"),
    "-out",
    file("host.crt"),
  );
  return {
    authority: file("ca.crt"),
    key: file("host.key"),
    cert: file("host.crt"),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
