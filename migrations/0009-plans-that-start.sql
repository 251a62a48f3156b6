-- A nurture plan can start by itself: on a content download, when sales rejects a lead. Off by default.
ALTER TABLE nurture_plan ADD COLUMN start_download INTEGER NOT NULL DEFAULT 0 CHECK (start_download IN (0, 1));
-- Which download; null: any. A campaign that is gone matches nothing: with a reference set to null it would match all.
ALTER TABLE nurture_plan ADD COLUMN start_content TEXT;
ALTER TABLE nurture_plan ADD COLUMN start_campaign_id TEXT;
-- Reasons of rejection, a JSON array.
ALTER TABLE nurture_plan ADD COLUMN start_reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(start_reasons));
-- What a lead's plan was started by; null: a person. With the content or the reason, and the import it came with.
ALTER TABLE lead_plan ADD COLUMN started_by TEXT CHECK (started_by IN ('download', 'rejected'));
ALTER TABLE lead_plan ADD COLUMN started_for TEXT;
ALTER TABLE lead_plan ADD COLUMN import_id TEXT;
CREATE INDEX lead_plan_self_started ON lead_plan (lead_id) WHERE started_by IS NOT NULL AND ended_at IS NULL;
