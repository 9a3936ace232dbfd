import "server-only";
import { createHash } from "node:crypto";
import { canonicalJson, type JsonObject } from "@/lib/audit/canonical";

/** What is asked, in the one form that is hashed, stored and shown. */
export function sealContent(content: JsonObject): { canonical: string; sha256: string } {
  const canonical = canonicalJson(content);
  return { canonical, sha256: createHash("sha256").update(canonical, "utf8").digest("hex") };
}
