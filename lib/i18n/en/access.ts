import { capital, countWord } from "@/lib/format/count-word";

const people = (n: number) => `${countWord(n)} ${n === 1 ? "operator" : "operators"}`;
const sessions = (n: number) => `${countWord(n)} ${n === 1 ? "session" : "sessions"}`;

export const access = {
  title: "Access",
  count: (n: number) => capital(people(n)),
  signedIn: (n: number, of: number) =>
    n === 0
      ? "nobody is signed in."
      : n === of && n > 1
        ? "all of them are signed in, in"
        : `${countWord(n)} of them ${n === 1 ? "is" : "are"} signed in, in`,
  sessions,
  disabledCount: (n: number) => `${capital(countWord(n))} ${n === 1 ? "is" : "are"} disabled.`,
  add: "Add operator",
  you: "you",
  disabled: "disabled",
  since: "since",
  noRoles: "No role",
  rolesAre: (roles: string[]) => `${roles.length === 1 ? "Role" : "Roles"} ${roles.join(", ")}`,
  seen: "seen",
  neverSeen: "never signed in",
  created: "Created",
  passwordSet: "password set",
  notSignedIn: "Not signed in.",
  session: {
    caption: (name: string) => `Sessions of ${name}`,
    started: "Signed in",
    seen: "Last seen",
    ends: "Ends",
    from: "From",
    browser: "Browser",
    unknownBrowser: "unknown browser",
    current: "this one",
  },
  actions: {
    more: (name: string) => `More for ${name}`,
    disable: "Disable",
    enable: "Enable",
    signOut: "Sign out everywhere",
    reset: "Reset password",
    roles: "Change roles",
    disableOf: (name: string) => `Disable ${name}`,
    enableOf: (name: string) => `Enable ${name}`,
    signOutOf: (name: string) => `Sign out ${name} everywhere`,
    disableSelf: "You cannot disable yourself. Another admin can.",
    noSessions: "There is no session to end.",
  },
  dialogs: {
    disableTitle: (name: string) => `Disable ${name}?`,
    disableNote: (n: number) =>
      n === 0
        ? "The next sign-in is refused. What this operator did stays on the audit trail, and the account can be enabled again."
        : `${capital(sessions(n))} ${n === 1 ? "ends" : "end"} at once: the very next request is refused. What this operator did stays on the audit trail, and the account can be enabled again.`,
    enableTitle: (name: string) => `Enable ${name}?`,
    enableNote: "The old password works again, with the same roles.",
    signOutTitle: (name: string) => `Sign out ${name} everywhere?`,
    signOutNote: (n: number) =>
      `${capital(sessions(n))} ${n === 1 ? "ends" : "end"} at once, whatever is open. The password stays; signing in again is possible.`,
    signOutSelf: "This one is among them: you are led to the sign-in.",
    resetTitle: (name: string) => `Reset the password of ${name}?`,
    resetNote: (n: number) =>
      n === 0
        ? "A new password is made and shown once, to you. The old one stops working."
        : `A new password is made and shown once, to you. The old one stops working, and ${sessions(n)} ${n === 1 ? "ends" : "end"} at once.`,
    rolesTitle: (name: string) => `Roles of ${name}`,
    rolesNote: "They count from the next request. Several may be held; one that permits is enough.",
    rolesAct: "Save roles",
    rolesSelf: "You cannot take the role admin from yourself. Another admin can.",
    addTitle: "Add operator",
    addNote: "A password is made and shown once, to you. Hand it over on another way than chat.",
    addAct: "Add operator",
    name: "Username",
    nameHint: "Lower case; it is what is typed at the sign-in and what the audit trail says.",
    roles: "Roles",
    noRole: "Choose at least one role.",
    passwordTitle: (name: string) => `The password of ${name}`,
    passwordNote:
      "Shown this once and kept nowhere. Whoever loses it gets a new one, under Reset password.",
    copyPassword: "Copy the password",
    done: "I have handed it on",
  },
  done: {
    disabled: (name: string) => `${name} is disabled.`,
    enabled: (name: string) => `${name} is enabled.`,
    signedOut: (name: string, n: number) => `${name}: ${sessions(n)} ended.`,
    roles: (name: string) => `The roles of ${name} are changed.`,
    added: (name: string) => `${name} is added.`,
    onTrail: "It is on the audit trail.",
  },
  guards: {
    title: "What is guarded",
    lines: [
      "Nobody disables themselves or takes the role admin from themselves.",
      "The last admin who is not disabled stays one.",
      "Every change here is on the audit trail in the same transaction; if it cannot be written there, it does not happen.",
      "A session ends 8 hours after its sign-in, and 30 minutes after its last request.",
    ],
    weaker: {
      roles:
        "Weaker here: the database roles of scripts/roles.sql are missing, so every process acts with all rights of its login",
      superuser: "Weaker here: the login is a superuser, whom no rule of the database binds",
      disconnect:
        "Weaker here: before PostgreSQL 14 a query of a killed web process runs to its end",
      "public-schema":
        "Weaker here: whoever signs in to the database may create objects in schema public, as was usual before PostgreSQL 15",
      "case-folding": "Weaker here: LC_CTYPE is C, so letters outside ASCII keep their case",
      "search-scope":
        "Weaker here: the extension btree_gin is missing, so a search within one archive or month is slower",
      "search-substring":
        "Weaker here: the extension pg_trgm is missing, so pieces of words are found within one archive at a time",
    },
  },
  matrix: {
    title: "What each role may do",
    permission: "To",
    yes: "yes",
    no: "no",
  },
  roleHints: {
    admin: "the server, its operators, and text under a stated reason",
    compliance: "text under a stated reason, and the audit trail",
    support: "who, when, what kind and how long; never text",
    auditor: "the audit trail; nothing else",
  },
  failed: "It did not work, and nothing was changed.",
};
