-- The working day: own order on the board, tags, own fields, saved views, nurture plans, pairs that are two people.

-- Own order within a column of the board; null: not placed by hand.
ALTER TABLE lead ADD COLUMN position REAL;

-- The number of the version a draft was begun from.
ALTER TABLE criteria ADD COLUMN based_on INTEGER;

CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE lead_tag (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  batch_id TEXT,
  UNIQUE (lead_id, tag_id)
) STRICT;
CREATE INDEX lead_tag_by_tag ON lead_tag (tag_id);
CREATE INDEX lead_tag_by_batch ON lead_tag (batch_id) WHERE batch_id IS NOT NULL;

-- A fact the owner added to the built-in ones.
CREATE TABLE own_field (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'money', 'date', 'choice')),
  -- What may be chosen, in order; empty for the other kinds.
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE own_value (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  field_id TEXT NOT NULL REFERENCES own_field (id) ON DELETE CASCADE,
  -- Text and choice: TEXT; number: REAL or INTEGER; money: minor units; date: 'YYYY-MM-DD'.
  value ANY NOT NULL,
  batch_id TEXT,
  UNIQUE (lead_id, field_id)
) STRICT;
CREATE INDEX own_value_by_field ON own_value (field_id, value);
CREATE INDEX own_value_by_batch ON own_value (batch_id) WHERE batch_id IS NOT NULL;

-- Filters, order and columns of the table of leads, under a name.
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A few dated touches that keep a lead warm.
CREATE TABLE nurture_plan (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE nurture_touch (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES nurture_plan (id) ON DELETE CASCADE,
  -- Days after the lead was put on the plan.
  day INTEGER NOT NULL CHECK (day >= 0),
  label TEXT NOT NULL,
  -- Templates of the e-mail, with fields in {{double braces}}.
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX nurture_touch_by_plan ON nurture_touch (plan_id, day);

-- A lead on a plan, from a date until it ends.
CREATE TABLE lead_plan (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  plan_id TEXT NOT NULL REFERENCES nurture_plan (id),
  starts_on TEXT NOT NULL,
  ended_at INTEGER,
  -- Why it ended before its last touch; null: it has not, or it was done.
  ended_because TEXT
) STRICT;
CREATE INDEX lead_plan_by_lead ON lead_plan (lead_id);

-- One touch of a lead's plan, with its own date: the plan may change afterwards.
CREATE TABLE lead_touch (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  lead_plan_id TEXT NOT NULL REFERENCES lead_plan (id) ON DELETE CASCADE,
  touch_id TEXT REFERENCES nurture_touch (id) ON DELETE SET NULL,
  label TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  due_on TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('sent', 'skipped')),
  closed_at INTEGER,
  -- The logged activity, when it was sent.
  activity_id TEXT REFERENCES activity (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX lead_touch_by_plan ON lead_touch (lead_plan_id);
CREATE INDEX lead_touch_due ON lead_touch (due_on) WHERE closed_at IS NULL;

-- Two leads that look alike and are not the same person: not asked again.
CREATE TABLE not_duplicate (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  UNIQUE (lead_id, other_id)
) STRICT;
CREATE INDEX not_duplicate_by_other ON not_duplicate (other_id);
