import type { Locale } from "@/lib/format/locale";
import { access as accessDe } from "./de/access";
import { archive as archiveDe } from "./de/archive";
import { audit as auditDe } from "./de/audit";
import { frame as frameDe } from "./de/frame";
import { signIn as signInDe } from "./de/sign-in";
import { ui as uiDe } from "./de/ui";
import { access } from "./en/access";
import { archive } from "./en/archive";
import { audit } from "./en/audit";
import { frame } from "./en/frame";
import { signIn } from "./en/sign-in";
import { ui } from "./en/ui";

/** All words shown to people. English is the shape; another language that lacks a key does not compile. */
const en = { access, archive, audit, frame, signIn, ui };

export type Texts = typeof en;

export const texts: Record<Locale, Texts> = {
  en,
  de: {
    access: accessDe,
    archive: archiveDe,
    audit: auditDe,
    frame: frameDe,
    signIn: signInDe,
    ui: uiDe,
  },
};
