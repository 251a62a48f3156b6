-- Deleting a row looks at every row that refers to it: without an index that is a look at the whole table each time.
CREATE INDEX lead_touch_by_lead ON lead_touch (lead_id);
CREATE INDEX lead_touch_by_activity ON lead_touch (activity_id) WHERE activity_id IS NOT NULL;
CREATE INDEX lead_touch_by_touch ON lead_touch (touch_id) WHERE touch_id IS NOT NULL;
CREATE INDEX decision_by_answer ON decision (answered_in) WHERE answered_in IS NOT NULL;
-- The plans that an import started.
CREATE INDEX lead_plan_by_import ON lead_plan (import_id) WHERE import_id IS NOT NULL;
