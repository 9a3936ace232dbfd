/**
 * Settings of Prosody's archives in plain words. The control stands between `before` and `after`; `label` is the short
 * name of tables, `on` and `off` what a switch chooses between.
 */
export const options = {
  archive_expires_after: {
    label: "Keep messages",
    before: "Keep one to one messages for",
    after: ", then delete them.",
    note: "1 to 36,500 days, or never. Prosody's default is 7 days. Written as plain days, which every version reads alike.",
  },
  muc_log_expires_after: {
    label: "Keep rooms",
    before: "Keep messages of rooms for",
    after: ", then delete them.",
    note: "A setting of its own, which one to one messages do not reach. Prosody's default is 7 days.",
  },
  http_file_share_expires_after: {
    label: "Keep files",
    before: "Keep uploaded files for",
    after: ".",
    note: "Prosody's default is 7 days. Links in messages outlive the files. Written in seconds, because 0.12 reads nothing else.",
  },
  storage_archive_item_limit: {
    label: "Rows a person",
    before: "Keep at most",
    after: "rows a person or room.",
    note: "No limit without this line. With one, Prosody drops the oldest rows as new ones come; with rows under hold it refuses new ones.",
  },
  user_tombstone_expiry: {
    label: "Names of the deleted",
    before: "Do not give away the name of a deleted account for",
    after: ".",
    note: "For ever where nothing is said. Needs the module tombstones.",
  },
  default_archive_policy: {
    label: "Archive with",
    before: "Archive messages with",
    after: "unless a person says otherwise.",
    note: "Everybody, only contacts, or nobody. What people have chosen for themselves, this does not reach.",
  },
  mam_smart_enable: {
    label: "Archive people",
    before: "Archive people",
    after: ".",
    on: "after their first history query",
    off: "from the first day",
    note: "With the first, an app that never asks for history leaves no trace in the archive.",
  },
  dont_archive_namespaces: {
    label: "Leave out",
    before: "Leave out of each message",
    after: ".",
    note: "Namespaces. A message with nothing else in it is not archived. Rooms do not read this.",
  },
  muc_log_by_default: {
    label: "New rooms",
    before: "Archive new rooms",
    after: ".",
    on: "unless their owner says no",
    off: "only when their owner says so",
    note: "A room whose owner has saved its settings keeps what they say. Every other room follows this at once, also one that is there already.",
  },
  muc_log_all_rooms: {
    label: "All rooms",
    before: "Let owners of rooms",
    after: ".",
    on: "have no say: every room is archived",
    off: "decide for their room",
    note: "Owners are not told.",
  },
  muc_log_presences: {
    label: "Joins and leaves",
    before: "Of joins and leaves keep",
    after: ".",
    on: "each one",
    off: "none",
    note: "They are many times as many rows as messages.",
  },
  max_archive_query_results: {
    label: "Rows a page",
    before: "Hand out at most",
    after: "rows a page.",
    note: "1 to 1,000. Prosody's default is 50.",
  },
  mam_include_total: {
    label: "Tell the total",
    before: "Tell clients the total of their messages",
    after: ".",
    on: "always",
    off: "never",
    note: "Costs one count a query. Never where messages never expire, unless this line is there.",
  },
  muc_log_include_total: {
    label: "Tell the total of rooms",
    before: "Tell clients the total of a room",
    after: ".",
    on: "always",
    off: "never",
    note: "Costs one count a query.",
  },
  archive_store: {
    label: "Store",
    before: "Messages are kept in the store",
    after: ".",
    note: "Another name hides everything that was kept before. Muniment does not change it.",
  },
  storage: {
    label: "Storage",
    before: "Data is kept in",
    after: ".",
    note: "Stores may lie in different places. Muniment does not change it.",
  },
  mam_remove_expired_messages_period: {
    label: "Cleanup",
    before: "Expired messages are deleted every",
    after: "seconds.",
    note: "Once a day unless said otherwise; 13 only.",
  },
  archive_compression: {
    label: "Compression",
    before: "Compress the archive",
    after: "",
    note: "In no version of Prosody. Whatever is not XML in a row makes the page of history around it hang, so nothing may compress it either.",
  },
  archive_cleanup_interval: {
    label: "Cleanup interval",
    before: "Clean up every so many seconds",
    after: "",
    note: "Prosody 0.10 and 0.11 only. Since 0.12 the task runs once a day.",
  },
  muc_log_cleanup_interval: {
    label: "Cleanup interval of rooms",
    before: "Clean up rooms every so many seconds",
    after: "",
    note: "Prosody 0.10 and 0.11 only. Since 0.12 the task runs once a day.",
  },
  mam_archive_exclude_namespaces: {
    label: "Excluded namespaces",
    before: "Leave out namespaces",
    after: "",
    note: "In no version of Prosody.",
  },
  mam_debug: {
    label: "Debugging",
    before: "Debug the archive",
    after: "",
    note: "In no version of Prosody.",
  },
  log_all_rooms: {
    label: "All rooms",
    before: "Archive all rooms",
    after: "",
    note: "In no version of Prosody: the name lacks its beginning.",
  },
  muc_max_archive_query_results: {
    label: "Rows a page of rooms",
    before: "Hand out at most so many rows of a room",
    after: "",
    note: "In no version of Prosody.",
  },
  muc_mam_smart_enable: {
    label: "Rooms after a query",
    before: "Archive rooms after a query",
    after: "",
    note: "In no version of Prosody: rooms have no such switch.",
  },
  muc_log_compression: {
    label: "Compression of rooms",
    before: "Compress the archive of rooms",
    after: "",
    note: "In no version of Prosody.",
  },
  PROSODY_GDPR_ENABLED: {
    label: "GDPR",
    before: "Requests under the GDPR",
    after: "",
    note: "In no version of Prosody and in no module.",
  },
  PROSODY_DATA_EXPORT: {
    label: "Export of data",
    before: "Export a person's data",
    after: "",
    note: "In no version of Prosody and in no module.",
  },
  PROSODY_DATA_DELETION: {
    label: "Deletion of data",
    before: "Delete a person's data",
    after: "",
    note: "In no version of Prosody and in no module.",
  },
} satisfies Record<string, OptionWords>;

export type OptionWords = {
  label: string;
  before: string;
  after: string;
  note: string;
  on?: string;
  off?: string;
};

export type OptionName = keyof typeof options;

/** What does the work instead of a setting that nobody reads. */
export const optionInstead = {
  dont_archive_namespaces: "dont_archive_namespaces does this for one to one messages.",
  muc_log_all_rooms: "muc_log_all_rooms does this.",
  max_archive_query_results: "max_archive_query_results on the component does this.",
  mam_smart_enable: "mam_smart_enable does this for people.",
  "log-level":
    "Set the log to the level debug: Prosody then says of each message why it was archived.",
  "own-requests": "Muniment answers requests of people itself, beside Prosody.",
  "own-cleanup": "Prosody runs once a day, without a choice.",
  compression:
    "PostgreSQL compresses long values by itself (over about 2 kB); ordinary messages are too short for that.",
};
