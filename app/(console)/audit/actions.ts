"use server";

import { verifyAudit } from "@/lib/audit/verify";
import { action } from "@/lib/auth/wrappers";

/** Walks the whole chain; the same check as `muniment audit verify`. */
export const verifyAuditAction = action("audit.read", null, verifyAudit);
