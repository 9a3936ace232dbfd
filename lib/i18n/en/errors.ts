/** What a refusal says, under a name that stays: `reason` in problem+json and in the answers of actions. */
export const errors = {
  "signed-out": "Sign in to go on.",
  "not-permitted": "Your role does not permit this.",
  "reading-closed": "Messages are closed: open a reading with a reason first.",
  "reading-over": "This reading is over already.",
  "reading-minutes": "A reading lasts 1 to 15 minutes.",
  "words-too-few": "Say why, in at least 8 characters.",
  "words-too-many": "Say why, in at most 500 characters.",
  "operator-unknown": "There is no such operator.",
  "operator-last": "This is the last administrator: name another one first.",
  "operator-disabled": "This operator is disabled already.",
  "operator-enabled": "This operator is not disabled.",
  "own-disabling": "You cannot disable yourself: ask another administrator.",
  "own-admin": "You cannot take the role admin from yourself: ask another administrator.",
  "name-taken": "There is already an operator of that name.",
  "name-form": "Use letters, digits, dot, hyphen and underscore.",
  "roles-missing": "Choose at least one role.",
  "request-invalid": "The request is not valid.",
  "place-unknown": "This place in the list is not known. Start again from the top.",
  "search-gone": "This search is not kept any more.",
  "search-not-saved": "You have no saved search of that number.",
  "search-not-recent": "This search is not in your history any more.",
  "search-wordless": "Your role searches people, dates and kinds, never words.",
  "search-what": "Give a text or an id.",
  "search-id-excluded": "A search for an id cannot leave one out.",
  "search-too-long": "This search is too long.",
  "search-busy": "Too many searches are running at once. Try again in a moment.",
  "search-own-busy": "You have too many searches running at once. Try again in a moment.",
  "budget-searches":
    "You asked more searches than one person may in a minute. Wait a moment, then ask again.",
  "budget-messages":
    "You were shown as many messages as one person may be in an hour. Wait, or ask whoever runs Muniment for more.",
  "search-closed": "Words are closed: open a reading with a reason first.",
  "search-unindexed":
    "There is no index to search: this database has not been adopted. Run muniment adopt.",
  "pieces-extension":
    "This database has no extension pg_trgm, so there is no index of pieces of text, and there are too many messages to look through. Name one archive with in:, or search whole words or their beginnings (ship*).",
  "pieces-building":
    "The index of pieces of text is not built yet, and there are too many messages to look through. Name one archive with in:, or search whole words or their beginnings (ship*).",
  "pieces-short":
    "Less than three letters in a row are in no index, and there are too many messages to look through. Name one archive with in:, or give a longer piece.",
  "database-busy": "The database is busy. Try again in a moment.",
  "database-away": "The database cannot be reached.",
  "console-away": "The console cannot be reached.",
  "trail-away": "The audit trail cannot be written, so nothing was read or changed.",
  "policy-draft-changed":
    "Somebody else has saved or applied this draft meanwhile. Look at it again, then decide.",
  "policy-no-config": "No configuration of Prosody is named (PROSODY_CONFIG).",
  "policy-nothing": "There is nothing to apply.",
  "policy-nowhere":
    "No file of Muniment's is named (PROSODY_MANAGED_CONFIG), and no variable of the .env decides this setting.",
  "policy-not-included":
    "Prosody's configuration does not include the file of Muniment, so nothing would change. Add the line that is shown.",
  "policy-overruled":
    "A line that Prosody reads later says something else, so nothing would change. Include Muniment's file last.",
  "policy-foreign":
    "Somebody wrote more than plain values into Muniment's file. Take that out first: it would be lost.",
  "policy-host-unknown": "Prosody's configuration does not have this host.",
  "policy-incomplete":
    "A file that Prosody's configuration includes cannot be read, so nobody knows what would be in force.",
  "policy-prosody-refused":
    "Prosody did not take this. The file is as it was before, and Prosody was told.",
  "policy-prosody-away":
    "Prosody's admin socket does not answer. The file is as it was before; what is in force stands under Drift.",
  "policy-version-unknown": "This version is not kept.",
  "policy-file-changed":
    "The file has been changed meanwhile. Nothing was written: look at both, then decide.",
  "policy-file-kind":
    "The file is a link or no plain file. Muniment writes plain files only: name the file itself.",
  "policy-file-rights": "Muniment may not write this file or keep its owner. Nothing was changed.",
  "policy-file-folder": "The folder of this file does not exist.",
  "policy-file-room": "The disk is full. Nothing was changed.",
  "socket-away": "Prosody's admin socket cannot be reached.",
  "hold-in-force": "A legal hold is in force: what keeps its rows cannot be taken away.",
  "hold-unknown": "There is no hold of this number.",
  "hold-unguarded":
    "Prosody’s tables are not guarded: run muniment adopt first. Until then a hold would keep nothing.",
  "hold-host": "Write the name of a host, such as chat.example.",
  "hold-dates": "The first day is after the last one.",
  "approval-open": "Somebody else’s request for this is open already.",
  "approval-unknown": "There is no such request.",
  "approval-over": "This request is over: decided, used, cancelled or too old.",
  "approval-own": "You asked for this yourself: somebody else has to say yes.",
  "approval-edited": "This is not what was asked: it was edited meanwhile. Look at it again.",
  "approval-waiting": "A second person has to say yes first.",
  "approval-delay": "Nobody else may say yes here, so a day has to pass first.",
  "retention-rule": "There is no such rule.",
  "retention-no-rule": "No rule says that anything is to be deleted here.",
  "retention-kinds":
    "A rule is about a kind of message, which only the index knows: it has to be complete first.",
  "retention-gone": "The record of this cleanup is gone.",
  "retention-timing":
    "Write five fields of cron, such as 20 3 * * * for each night at 3:20, and a time zone such as Europe/Berlin.",
  "retention-over": "There is no such cleanup under way.",
  "job-open": "This is under way already, or waits for its turn.",
  "job-unknown": "There is no such job.",
  "job-over": "This job is over already.",
  "job-died": "The worker died again and again while it did this, so it was given up.",
  "job-not-permitted": "Whoever asked for this may not ask for it any more, so it was not begun.",
  "job-bug": "This failed for a reason nobody foresaw. The log of the worker has it.",
  "maintenance-target": "There is no such table or index to care for.",
  "maintenance-not-advised":
    "The advice does not name this index, so it is neither made nor dropped.",
  "maintenance-not-owner":
    "Only the owner of the table can do this. Run the statement below with that login.",
  "maintenance-partitioned":
    "PostgreSQL cannot do this on a partitioned table without locking it: do it partition by partition.",
  "maintenance-locked":
    "Another session held the table all the time. Nothing was changed; try again.",
  "maintenance-no-room": "The database ran out of space. What was half built has been taken away.",
  "maintenance-duplicates":
    "The table holds rows that such an index does not allow. Nothing was changed.",
  "refuse-vacuum-full":
    "VACUUM FULL locks the table until it has been written anew, and Prosody stands still as long: nobody could chat. VACUUM makes the same room usable again without that.",
  "refuse-cluster":
    "CLUSTER locks the table until it has been written anew, and Prosody stands still as long: nobody could chat.",
  "refuse-create-index":
    "CREATE INDEX without CONCURRENTLY lets nobody write until it is done, and Prosody stands still as long: nobody could chat. The advice creates indexes concurrently.",
  "refuse-reindex":
    "REINDEX without CONCURRENTLY lets nobody write until it is done, and Prosody stands still as long: nobody could chat.",
  "limit-number": "Give a size as a number.",
  "limit-small": "A database with Muniment in it is larger than that: give 64 MiB at least.",
  "limit-large": "That is more than any database holds: give 4,096 TiB at most.",
  "limit-changed":
    "Somebody has changed the limit since this page was opened. Look at it again, then decide.",
  "explain-no-index": "This page needs Muniment’s own index, which is not built yet.",
  "explain-nobody": "The archive is empty: there is nothing to ask for.",
  "foreign-origin": "This must come from Muniment’s own pages.",
  "operator-inactive": "There is no active operator of that name.",
  "secret-missing": "MUNIMENT_SECRET is not set, so private words cannot be kept.",
  "database-unset": "No database is configured: DATABASE_URL is not set.",
  "schema-not-permitted":
    "This login may not make the schema console. Run scripts/roles.sql as a superuser.",
  "migrations-missing": "The folder with the migrations (drizzle/) is missing.",
  "query-cancelled": "The query was cancelled because nobody waited for it.",
  "range-backwards": "The range ends before it begins.",
  "zone-unknown": "There is no such time zone.",
  "day-too-early": "This day is too long ago.",
  "text-nul": "The text must not contain NUL.",
  "places-several": "Give one of before, after, at and date, not several.",
  "address-invalid": "The address is not valid.",
  "owner-unknown": "There is no archive of that name.",
  "message-unknown": "There is no such message in this archive.",
  "index-missing": "There is no index yet. Run muniment adopt first.",
  "adoption-not-owner":
    "Only the owner of the table prosodyarchive can do this. Run scripts/roles.sql as a superuser, or use a DATABASE_URL that signs in as the owner.",
  "adoption-running": "Another adoption or release is running.",
  "table-locked":
    "The table prosodyarchive was locked by others all the time. Nothing is half done; try again.",
  "archive-missing":
    "This database has no table prosodyarchive that Muniment can read. Is it the one Prosody stores in?",
};

export type ErrorTexts = typeof errors;
export type ErrorReason = keyof ErrorTexts;
