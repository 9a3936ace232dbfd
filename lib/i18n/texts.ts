import type { Locale } from "@/lib/format/locale";
import { access as accessDe } from "./de/access";
import { approvals as approvalsDe } from "./de/approvals";
import { archive as archiveDe } from "./de/archive";
import { audit as auditDe } from "./de/audit";
import { charts as chartsDe } from "./de/charts";
import { database as databaseDe } from "./de/database";
import { errors as errorsDe } from "./de/errors";
import { frame as frameDe } from "./de/frame";
import { holds as holdsDe } from "./de/holds";
import { jobs as jobsDe } from "./de/jobs";
import { optionInstead as optionInsteadDe, options as optionsDe } from "./de/options";
import { overview as overviewDe } from "./de/overview";
import { policy as policyDe } from "./de/policy";
import { reading as readingDe } from "./de/reading";
import { retention as retentionDe } from "./de/retention";
import { search as searchDe } from "./de/search";
import { server as serverDe } from "./de/server";
import { signIn as signInDe } from "./de/sign-in";
import { storage as storageDe } from "./de/storage";
import { tables as tablesDe } from "./de/tables";
import { transcript as transcriptDe } from "./de/transcript";
import { ui as uiDe } from "./de/ui";
import { access } from "./en/access";
import { approvals } from "./en/approvals";
import { archive } from "./en/archive";
import { audit } from "./en/audit";
import { charts } from "./en/charts";
import { database } from "./en/database";
import { errors } from "./en/errors";
import { frame } from "./en/frame";
import { holds } from "./en/holds";
import { jobs } from "./en/jobs";
import { type OptionName, type OptionWords, optionInstead, options } from "./en/options";
import { overview } from "./en/overview";
import { policy } from "./en/policy";
import { reading } from "./en/reading";
import { retention } from "./en/retention";
import { search } from "./en/search";
import { server } from "./en/server";
import { signIn } from "./en/sign-in";
import { storage } from "./en/storage";
import { tables } from "./en/tables";
import { transcript } from "./en/transcript";
import { ui } from "./en/ui";

/** All words shown to people. English is the shape; another language that lacks a key does not compile. */
const en = {
  access,
  approvals,
  archive,
  audit,
  charts,
  database,
  errors,
  frame,
  holds,
  jobs,
  overview,
  // A record: which words an option has does not depend on its name.
  options: options as Record<OptionName, OptionWords>,
  optionInstead,
  policy,
  reading,
  retention,
  search,
  server,
  signIn,
  storage,
  tables,
  transcript,
  ui,
};

export type Texts = typeof en;

export const texts: Record<Locale, Texts> = {
  en,
  de: {
    access: accessDe,
    approvals: approvalsDe,
    archive: archiveDe,
    audit: auditDe,
    charts: chartsDe,
    database: databaseDe,
    errors: errorsDe,
    frame: frameDe,
    holds: holdsDe,
    jobs: jobsDe,
    overview: overviewDe,
    options: optionsDe,
    optionInstead: optionInsteadDe,
    policy: policyDe,
    reading: readingDe,
    retention: retentionDe,
    search: searchDe,
    server: serverDe,
    signIn: signInDe,
    storage: storageDe,
    tables: tablesDe,
    transcript: transcriptDe,
    ui: uiDe,
  },
};
