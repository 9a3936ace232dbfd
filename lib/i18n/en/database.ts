/** Which page or query gets what from an index. */
const indexUses = {
  "row-id":
    "Numbers the rows in the order of storing; Muniment’s indexer reads new rows along it, and a single message is opened by it.",
  "archive-id":
    "Prosody finds one message by its archive id, and writes by it: without it the same message could be stored twice.",
  "with-contact": "A client that asks for its history with one contact is answered from it.",
  "owner-at-date":
    "A history from or until a date is found in it, and so is what expires of a person or a room.",
  "owner-paging": "Clients page through a history along it, and so does a transcript.",
  "map-key": "Every roster, account, room and setting that Prosody reads or writes is found by it.",
  "guide-user-store":
    "The operators’ page calls it essential. It begins like Prosody’s own indexes, which do its work.",
  "guide-when":
    'The operators’ page calls it essential, on a column when_col that is "when" here: everything at a date, over all archives.',
  "guide-jid-when":
    "The operators’ page offers it to large servers. One key names one row already, so the time behind it orders nothing.",
  "guide-type-when":
    "The operators’ page offers it to large servers. type says how a value is encoded and is always xml, so nobody asks by it.",
  "muniment-time": "A whole server or host is read at a date along it, without reading the rest.",
  "muniment-row-id": "A row of this layout is found by the number Muniment computes from its key.",
  "muniment-pages": "Transcripts, conversations, and what belongs to a message are read along it.",
  "muniment-words": "Words and filters of a search are looked up in it.",
  "muniment-substring": "Pieces of words are looked up in it.",
  "muniment-console": "Muniment’s own lists and counts.",
};

/** Why the advice is what it is, and what to do. */
const indexReasons = {
  needed: "Keep it.",
  unique: "Keep it: it also keeps the same row from being stored twice.",
  "not-built":
    "Its building came to no end, so no query uses it, and still every write pays for it. Build it anew.",
  "being-built": "It is being built now.",
  leftover: "The half of an index whose building came to no end. No query uses it: drop it.",
  "prosody-lacks":
    "Prosody makes it and it is not there: Prosody reads much more than it need. Create it.",
  "adopt-lacks": "Muniment adds it to Prosody’s table, and it is not there. Create it.",
  "worker-lacks": "Muniment’s worker makes it when the index is built. Nothing is to be done here.",
  covered: "Not needed: another index does its work.",
  same: "Another index is the same. Every write pays twice: drop this one.",
  superseded:
    "Prosody 13 made another that does its work. Drop this one; a Prosody 0.12 on this database makes it again when it starts.",
  prefix:
    "Another index begins with the same columns and does its work. Every write pays for both: drop it.",
  "never-helps": "No query of Prosody’s or ours can gain from it. It only costs.",
  "never-used":
    "Nothing has used it since scans are counted. If nobody made it for a rare report, drop it.",
  "too-early": "Nothing has used it yet, but scans are counted for less than two weeks. Wait.",
  used: "Queries use it. It is neither Prosody’s nor ours: whoever made it knows why.",
  swollen: "It takes more than twice what it would take if it were built anew. Build it anew.",
  "guide-lacks": "Nothing does its work yet. Create it.",
};

export const database = {
  indexUses,
  indexReasons,
  compression: {
    truth:
      "PostgreSQL compresses a value only when its row is longer than about 2 kB; an ordinary message is shorter and stays as it is.",
    noSwitch:
      "PROSODY_ARCHIVE_COMPRESSION and archive_compression do nothing: no version of Prosody has such an option. What the archive’s value holds must be well-formed XML, or Prosody cannot answer with it.",
  },
  vacuumFull:
    "VACUUM FULL, CLUSTER and CREATE INDEX without CONCURRENTLY are not offered: each would lock the table, and Prosody is one thread that would wait for it.",
};
