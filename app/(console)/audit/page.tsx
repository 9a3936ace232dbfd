import { createLoader } from "nuqs/server";
import { AuditPageView } from "@/components/audit/audit-view";
import { auditParams } from "@/components/audit/search-params";
import { toInstants } from "@/components/audit/to-filter";
import { getAuditProof } from "@/lib/audit/entry";
import { getAudit, listAudit } from "@/lib/audit/queries";
import type { Grant } from "@/lib/auth/grant";
import { metadata, page } from "@/lib/auth/wrappers";
import { getPreferences, getText } from "@/lib/i18n/server";
import { verifyAuditAction } from "./actions";

export const generateMetadata = metadata("audit.read", async () => ({
  title: (await getText()).audit.title,
}));

const load = createLoader(auditParams);
const PAGE = 100;

export default page("audit.read", async (grant, { searchParams }: PageProps<"/audit">) => {
  const state = await load(searchParams);
  const { zone } = await getPreferences();
  const { operator, action, subject, before, entry } = state;
  const filter = { operator, action, subject, before, limit: PAGE, ...toInstants(state, zone) };
  const [{ entries, next }, head, open] = await Promise.all([
    listAudit(grant, filter),
    listAudit(grant, { limit: 1 }),
    entry === null ? null : openEntry(grant, entry),
  ]);
  return (
    <AuditPageView
      newest={head.entries[0] ?? null}
      entries={entries}
      next={next}
      state={state}
      open={open}
      verify={verifyAuditAction}
    />
  );
});

async function openEntry(grant: Grant<"audit.read">, seq: number) {
  const [view, proof] = await Promise.all([getAudit(grant, seq), getAuditProof(grant, seq)]);
  return view && proof ? { view, proof } : null;
}
