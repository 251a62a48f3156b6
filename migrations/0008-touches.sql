-- An activity keeps which content it was about, beside its campaign: the touches that attribution counts.
ALTER TABLE activity ADD COLUMN content TEXT;
-- Only activities that name a campaign or content are in these: they cost nothing where nobody records them.
CREATE INDEX activity_with_touch ON activity (lead_id, at, id, type_id, campaign_id, content)
  WHERE campaign_id IS NOT NULL OR content IS NOT NULL;
CREATE INDEX activity_by_content ON activity (content COLLATE NOCASE, lead_id) WHERE content IS NOT NULL;
CREATE INDEX activity_by_campaign ON activity (campaign_id, lead_id) WHERE campaign_id IS NOT NULL;
