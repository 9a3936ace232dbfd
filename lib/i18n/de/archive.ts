import type { archive as english } from "@/lib/i18n/en/archive";

export const archive = {} satisfies typeof english;
