/**
 * The configuration that would belong to the demo archive, with what people get wrong: a cleanup interval, a
 * compression and a debug switch that no Prosody has, a policy "roster" that an expression turns into "everybody", and
 * rooms that are to be kept "forever". The demo is 427 to 434 days long; 14 months are 434.
 */
export const SAMPLE_CONFIG = `-- Prosody of North Quay. A sample: no server reads it.
-- Muniment reads it as it reads yours, and changes conf.d/muniment.cfg.lua and .env only.

admins = { "ines@northquay.example" }

modules_enabled = {
	"roster"; "saslauth"; "tls"; "disco"; "carbons"; "pep"; "blocklist"; "smacks";
	"mam"; -- message archive
	"admin_shell";
}

-- The line of "npx muniment info" goes here.
storage = "sql"

-- As Debian ships it: one week, for every host that says nothing of its own
archive_expires_after = "1w"
archive_cleanup_interval = 12 * 3600
archive_compression = true
mam_debug = true

default_archive_policy = os.getenv("PROSODY_ARCHIVE_POLICY") ~= "false"
max_archive_query_results = tonumber(os.getenv("PROSODY_ARCHIVE_MAX_QUERY_RESULTS")) or 50
mam_smart_enable = false

VirtualHost "northquay.example"
	archive_expires_after = os.getenv("PROSODY_ARCHIVE_EXPIRES_AFTER") or "1y"

VirtualHost "partners.northquay.example"
	archive_expires_after = "never" -- contract, clause 9
	mam_archive_exclude_namespaces = { "http://jabber.org/protocol/chatstates" }

Include "components.cfg.lua"
Include "conf.d/*.cfg.lua"
`;

export const SAMPLE_COMPONENTS = `-- Rooms and files

Component "rooms.northquay.example" "muc"
	modules_enabled = { "muc_mam", "vcard_muc" }
	muc_log_expires_after = "forever"
	muc_log_by_default = true
	log_all_rooms = true -- the option is called muc_log_all_rooms

Component "upload.northquay.example" "http_file_share"
	http_file_share_size_limit = 10 * 1024 * 1024
	http_file_share_expires_after = 60 * 60 * 24 * 500 -- 500 days, in seconds
`;

export const SAMPLE_ENV = `# Read by the start script of the container, which hands it on to prosody.cfg.lua
PROSODY_DOMAIN=northquay.example
PROSODY_ARCHIVE_EXPIRES_AFTER="14 months"
PROSODY_ARCHIVE_POLICY=roster              # roster, true, false
PROSODY_ARCHIVE_MAX_QUERY_RESULTS=100
PROSODY_ARCHIVE_COMPRESSION=true
PROSODY_ARCHIVE_CLEANUP_INTERVAL=43200     # 12 hours
PROSODY_MAM_SMART_ENABLE=false
PROSODY_GDPR_ENABLED=true
`;
