-- The one line the indexer keeps its place in.
INSERT INTO console.indexer_state (one) VALUES (true) ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE console.indexer_state ADD CONSTRAINT indexer_state_one CHECK (one);
--> statement-breakpoint
ALTER TABLE console.audit_head ADD CONSTRAINT audit_head_one CHECK (one);
--> statement-breakpoint
-- Index-only counts need a fresh visibility map, and a page of the newest rows fresh statistics.
ALTER TABLE console.message SET (
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);
--> statement-breakpoint
-- Rewritten with every batch: room for HOT updates, and vacuum soon.
ALTER TABLE console.owner SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE console.conversation SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE console.indexer_state SET (fillfactor = 20);
--> statement-breakpoint
ALTER TABLE console.delta SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
--> statement-breakpoint
ALTER TABLE console.dirty SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
