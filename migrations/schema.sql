-- Today's schema (version 13), on one page. Made from the migrations by `npm run schema`; do not edit it.

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE member (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('marketing', 'sales', 'both')),
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE channel (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  channel_id TEXT REFERENCES channel (id),
  label TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  archived INTEGER NOT NULL DEFAULT 0,
  batch_id TEXT
) STRICT;

CREATE TABLE spend (
  id TEXT PRIMARY KEY,
  channel_id TEXT REFERENCES channel (id),
  campaign_id TEXT REFERENCES campaign (id),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  note TEXT,
  batch_id TEXT
) STRICT;

CREATE TABLE reach (
  id TEXT PRIMARY KEY,
  channel_id TEXT REFERENCES channel (id),
  week_start TEXT NOT NULL,
  strangers INTEGER NOT NULL,
  visitors INTEGER NOT NULL,
  batch_id TEXT
) STRICT;

CREATE TABLE lead (
  -- Named, so that VACUUM cannot renumber it: the search index points here.
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  first_name TEXT,
  last_name TEXT,
  email TEXT,
  phone TEXT,
  company TEXT,
  job_title TEXT,
  industry TEXT,
  company_size INTEGER,
  country TEXT,
  region TEXT,
  city TEXT,
  website TEXT,
  linkedin_url TEXT,
  budget INTEGER,
  need TEXT NOT NULL DEFAULT 'unknown' CHECK (need IN ('unknown', 'no', 'yes')),
  need_note TEXT,
  authority TEXT NOT NULL DEFAULT 'unknown' CHECK (authority IN ('unknown', 'no', 'yes')),
  authority_note TEXT,
  timeline TEXT NOT NULL DEFAULT 'unknown' CHECK (timeline IN ('unknown', 'no', 'yes')),
  timeline_note TEXT,
  channel_id TEXT REFERENCES channel (id),
  campaign_id TEXT REFERENCES campaign (id),
  member_id TEXT REFERENCES member (id),
  consent TEXT NOT NULL DEFAULT 'unknown' CHECK (consent IN ('unknown', 'no', 'yes')),
  notes TEXT,
  external_id TEXT,
  stage TEXT NOT NULL,
  stage_since INTEGER NOT NULL,
  nurture_until TEXT,
  -- Why the score never makes an MQL of this lead; null: it may.
  mql_exclusion TEXT,
  next_step TEXT,
  next_step_on TEXT,
  created_at INTEGER NOT NULL,
  batch_id TEXT
, position REAL, do_not_contact TEXT, do_not_score TEXT, consent_on TEXT, consent_source TEXT, consent_wording TEXT, legal_basis TEXT
  CHECK (legal_basis IN ('consent', 'contract', 'legal-obligation', 'legitimate-interest')), keep_until TEXT, next_step_time TEXT, next_step_repeats TEXT
  CHECK (next_step_repeats IN ('day', 'week', 'two-weeks', 'month', 'quarter', 'year')), import_keys TEXT) STRICT;
CREATE INDEX lead_by_stage ON lead (stage, stage_since);
CREATE INDEX lead_by_email ON lead (email COLLATE NOCASE) WHERE email IS NOT NULL;
CREATE INDEX lead_by_external_id ON lead (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX lead_by_company ON lead (company COLLATE NOCASE) WHERE company IS NOT NULL;
CREATE INDEX lead_by_next_step ON lead (next_step_on) WHERE next_step_on IS NOT NULL;
CREATE INDEX lead_by_nurture ON lead (nurture_until) WHERE nurture_until IS NOT NULL;
CREATE INDEX lead_by_batch ON lead (batch_id) WHERE batch_id IS NOT NULL;
CREATE TRIGGER do_not_contact_holds AFTER UPDATE OF consent ON lead
WHEN new.do_not_contact IS NOT NULL AND new.consent <> 'no' BEGIN
  UPDATE lead SET consent = 'no' WHERE id = new.id;
END;
CREATE INDEX lead_with_undated_step ON lead (id) WHERE next_step_on IS NULL AND next_step IS NOT NULL;

CREATE TABLE activity_type (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  our_side INTEGER NOT NULL,
  implies_stage TEXT,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  type_id TEXT NOT NULL REFERENCES activity_type (id),
  at INTEGER NOT NULL,
  note TEXT,
  member_id TEXT REFERENCES member (id),
  campaign_id TEXT REFERENCES campaign (id),
  batch_id TEXT
, content TEXT) STRICT;
CREATE INDEX activity_by_lead ON activity (lead_id, at, id, type_id);
CREATE INDEX activity_by_batch ON activity (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX activity_with_touch ON activity (lead_id, at, id, type_id, campaign_id, content)
  WHERE campaign_id IS NOT NULL OR content IS NOT NULL;
CREATE INDEX activity_by_content ON activity (content COLLATE NOCASE, lead_id) WHERE content IS NOT NULL;
CREATE INDEX activity_by_campaign ON activity (campaign_id, lead_id) WHERE campaign_id IS NOT NULL;

CREATE TABLE "score_adjustment" (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  points INTEGER NOT NULL,
  reason TEXT NOT NULL,
  member_id TEXT REFERENCES member (id)
) STRICT;
CREATE INDEX score_adjustment_by_lead ON score_adjustment (lead_id);

CREATE TABLE stage_change (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  from_stage TEXT,
  to_stage TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- 'opening': already there when it came into the file, since a moment nobody knows.
  cause TEXT NOT NULL CHECK (cause IN ('created', 'hand', 'score', 'activity', 'import', 'opening')),
  reason TEXT,
  note TEXT,
  member_id TEXT REFERENCES member (id),
  batch_id TEXT
) STRICT;
CREATE INDEX stage_change_by_lead ON stage_change (lead_id, at, id);
CREATE INDEX stage_change_by_time ON stage_change (at);
CREATE INDEX stage_change_by_batch ON stage_change (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  stage_change_id TEXT NOT NULL REFERENCES stage_change (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body)),
  batch_id TEXT
) STRICT;
CREATE INDEX receipt_by_lead ON receipt (lead_id);
CREATE INDEX receipt_by_stage_change ON receipt (stage_change_id);
CREATE INDEX receipt_by_batch ON receipt (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE deal (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  amount INTEGER,
  expected_close TEXT,
  probability INTEGER,
  status TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
  closed_at INTEGER,
  reason TEXT,
  created_at INTEGER NOT NULL,
  batch_id TEXT
) STRICT;
CREATE INDEX deal_by_lead ON deal (lead_id);
CREATE INDEX deal_by_batch ON deal (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE criteria (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  body TEXT NOT NULL CHECK (json_valid(body)),
  reason TEXT,
  published_at INTEGER
, based_on INTEGER) STRICT;
CREATE TRIGGER criteria_published_is_final BEFORE UPDATE OF number, body, published_at ON criteria
-- Undoing the publishing itself is allowed: it makes a draft of it again.
WHEN old.published_at IS NOT NULL AND new.published_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'A published version of the criteria is never edited.');
END;

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  week_start TEXT NOT NULL UNIQUE,
  -- Names of who was there.
  attendees TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attendees)),
  notes TEXT,
  -- As they were at closing; null while the meeting is open.
  figures TEXT CHECK (figures IS NULL OR json_valid(figures)),
  minutes TEXT CHECK (minutes IS NULL OR json_valid(minutes)),
  closed_at INTEGER
) STRICT;
CREATE TRIGGER closed_review_is_final BEFORE UPDATE OF week_start, attendees, notes, figures, minutes, closed_at ON review
-- Undoing the closing itself is allowed: it opens the meeting again.
WHEN old.closed_at IS NOT NULL AND new.closed_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'A closed review is never edited.');
END;

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  criteria_id TEXT REFERENCES criteria (id),
  -- What it is expected to change.
  expected TEXT CHECK (expected IS NULL OR json_valid(expected)),
  -- First day of the week whose review asks what came of it; null: none does.
  comes_back TEXT,
  verdict TEXT CHECK (verdict IN ('keep', 'change', 'revert')),
  outcome TEXT,
  answered_in TEXT REFERENCES review (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX decision_by_review ON decision (review_id);
CREATE TRIGGER closed_decision_is_final BEFORE UPDATE OF review_id, text, criteria_id, expected, comes_back ON decision
WHEN (SELECT closed_at FROM review WHERE id = old.review_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'A decision of a closed review is never edited.');
END;
CREATE INDEX decision_by_answer ON decision (answered_in) WHERE answered_in IS NOT NULL;

CREATE TABLE action_item (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  member_id TEXT REFERENCES member (id),
  due_on TEXT,
  done_at INTEGER
) STRICT;
CREATE INDEX action_item_by_review ON action_item (review_id);

CREATE TABLE "sla" (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL UNIQUE REFERENCES review (id) ON DELETE CASCADE,
  -- First day of the first week it holds for.
  from_week TEXT NOT NULL,
  mqls_a_week INTEGER CHECK (mqls_a_week >= 0),
  -- Percent of the answered MQLs.
  accepted_percent INTEGER CHECK (accepted_percent BETWEEN 0 AND 100),
  answer_hours INTEGER CHECK (answer_hours > 0)
) STRICT;

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  member_id TEXT REFERENCES member (id),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  -- Of the set of headers, so that the same kind of file is understood the next time.
  headers_hash TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  undone_at INTEGER
) STRICT;

CREATE TABLE step (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  at INTEGER NOT NULL,
  device_id TEXT NOT NULL,
  member_id TEXT,
  -- Rows of this batch were made by this step without a line each in `change`.
  batch_id TEXT,
  tables TEXT NOT NULL DEFAULT '[]',
  -- 0: done; 1: taken back, can be done again; 2: taken back and out of reach, to be swept away.
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX step_redo ON step (seq) WHERE undone = 1;
CREATE INDEX step_out_of_reach ON step (seq) WHERE undone = 2;
CREATE INDEX step_by_batch ON step (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE change (
  -- Never used twice: while a step is flipped, what lies above the last number is the way back.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  step_seq INTEGER NOT NULL REFERENCES step (seq) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  lead_id TEXT,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  -- update: the columns that changed, as they were; delete: the whole row.
  before TEXT,
  -- update: the same columns as they became.
  after TEXT
) STRICT;
CREATE INDEX change_by_step ON change (step_seq);
CREATE INDEX change_by_row ON change (table_name, row_id);
CREATE INDEX change_by_lead ON change (lead_id) WHERE lead_id IS NOT NULL;

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

CREATE TABLE "custom_field" (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'money', 'date', 'choice')),
  -- What may be chosen, in order; empty for the other kinds.
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "custom_value" (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  field_id TEXT NOT NULL REFERENCES "custom_field" (id) ON DELETE CASCADE,
  -- Text and choice: TEXT; number: REAL or INTEGER; money: minor units; date: 'YYYY-MM-DD'.
  value ANY NOT NULL,
  batch_id TEXT,
  UNIQUE (lead_id, field_id)
) STRICT;
CREATE INDEX custom_value_by_field ON custom_value (field_id, value);
CREATE INDEX custom_value_by_batch ON custom_value (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE nurture_plan (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0
, start_download INTEGER NOT NULL DEFAULT 0 CHECK (start_download IN (0, 1)), start_content TEXT, start_campaign_id TEXT, start_reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(start_reasons))) STRICT;

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

CREATE TABLE lead_plan (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  plan_id TEXT NOT NULL REFERENCES nurture_plan (id),
  starts_on TEXT NOT NULL,
  ended_at INTEGER,
  -- Why it ended before its last touch; null: it has not, or it was done.
  ended_because TEXT
, started_by TEXT CHECK (started_by IN ('download', 'rejected')), started_for TEXT, import_id TEXT) STRICT;
CREATE INDEX lead_plan_by_lead ON lead_plan (lead_id);
CREATE INDEX lead_plan_self_started ON lead_plan (lead_id) WHERE started_by IS NOT NULL AND ended_at IS NULL;
CREATE INDEX lead_plan_by_import ON lead_plan (import_id) WHERE import_id IS NOT NULL;

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
CREATE INDEX lead_touch_by_lead ON lead_touch (lead_id);
CREATE INDEX lead_touch_by_activity ON lead_touch (activity_id) WHERE activity_id IS NOT NULL;
CREATE INDEX lead_touch_by_touch ON lead_touch (touch_id) WHERE touch_id IS NOT NULL;

CREATE TABLE not_duplicate (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  UNIQUE (lead_id, other_id)
) STRICT;
CREATE INDEX not_duplicate_by_other ON not_duplicate (other_id);

CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('request', 'retention', 'restored')),
  -- How many rows of each kind went.
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  -- The file was written anew since, so that no page holds traces.
  rewritten INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE suppression (
  id TEXT PRIMARY KEY,
  erasure_id TEXT NOT NULL REFERENCES erasure (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('lead', 'email', 'phone', 'linkedin', 'external', 'name')),
  salt TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX suppression_by_hash ON suppression (hash);
CREATE INDEX suppression_by_erasure ON suppression (erasure_id);

CREATE TABLE later_step (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  what TEXT,
  due_on TEXT,
  due_time TEXT,
  repeats TEXT CHECK (repeats IN ('day', 'week', 'two-weeks', 'month', 'quarter', 'year'))
) STRICT;
CREATE INDEX later_step_by_lead ON later_step (lead_id);
CREATE INDEX later_step_due ON later_step (due_on);

CREATE TABLE lead_file (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- Bytes.
  size INTEGER NOT NULL CHECK (size >= 0),
  added_at INTEGER NOT NULL,
  member_id TEXT REFERENCES member (id),
  -- SHA-256 of what is kept in file_chunk. No reference: undo brings this row back, and the bytes have stayed until then.
  content_id TEXT,
  -- Where it lies, if it is not kept.
  path TEXT,
  CHECK ((content_id IS NULL) <> (path IS NULL))
) STRICT;
CREATE INDEX lead_file_by_lead ON lead_file (lead_id);
CREATE INDEX lead_file_by_content ON lead_file (content_id) WHERE content_id IS NOT NULL;

CREATE TABLE file_chunk (
  id INTEGER PRIMARY KEY,
  content_id TEXT NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 0),
  bytes BLOB NOT NULL,
  UNIQUE (content_id, part)
) STRICT;

CREATE TABLE lead_alias (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL,
  as_id TEXT NOT NULL
) STRICT;

CREATE TABLE sharing (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  workspace TEXT NOT NULL,
  -- Who writes: a random id of this file on this computer.
  writer TEXT NOT NULL,
  -- The hybrid logical clock, behind everything written or seen.
  clock TEXT NOT NULL,
  -- Steps up to this one were done before sharing: undo does not reach them.
  undo_after INTEGER NOT NULL
) STRICT;

CREATE TABLE packet (
  id INTEGER PRIMARY KEY,
  writer TEXT NOT NULL,
  n INTEGER NOT NULL,
  -- Of its last segment: the next one of its writer names it.
  hash TEXT NOT NULL,
  clock TEXT NOT NULL,
  -- Of which packets of others its writer knew.
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  schema INTEGER NOT NULL,
  written_by TEXT,
  label TEXT NOT NULL,
  undoes INTEGER,
  -- The step of this file that it was made of; null: it came from another computer.
  step_id TEXT,
  -- 0: what it says is not in the tables yet.
  settled INTEGER NOT NULL,
  UNIQUE (writer, n)
) STRICT;
CREATE INDEX packet_unsettled ON packet (id) WHERE settled = 0;
CREATE INDEX packet_by_step ON packet (step_id) WHERE step_id IS NOT NULL;

CREATE TABLE packet_change (
  id INTEGER PRIMARY KEY,
  packet_id INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('add', 'set', 'delete', 'return')),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  columns TEXT CHECK (columns IS NULL OR json_valid(columns))
) STRICT;
CREATE INDEX packet_change_by_packet ON packet_change (packet_id);
CREATE INDEX packet_change_by_row ON packet_change (table_name, row_id);

CREATE TABLE shared_row (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  -- As it was before sharing; null: it was not there.
  start TEXT CHECK (start IS NULL OR json_valid(start)),
  -- The leads it belongs to.
  lead_id TEXT,
  other_id TEXT,
  -- The row as which it is shown, where several are one.
  shown_as TEXT,
  UNIQUE (table_name, row_id)
) STRICT;
CREATE INDEX shared_row_by_lead ON shared_row (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX shared_row_by_other ON shared_row (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX shared_row_by_shown ON shared_row (table_name, shown_as) WHERE shown_as IS NOT NULL;

CREATE TABLE conflict (
  -- Of what it is about, so that it stays the same whenever merging says it again.
  id TEXT PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  lead_id TEXT,
  -- What was entered and does not stand; null: the row was deleted, and stands.
  columns TEXT CHECK (columns IS NULL OR json_valid(columns)),
  -- The packet that says so; null: it stood before sharing.
  writer TEXT,
  n INTEGER,
  -- The packet whose value stands.
  by_writer TEXT,
  by_n INTEGER,
  -- 1: the writer of what stands knew of it.
  decided INTEGER NOT NULL,
  -- 1: taken off the list on this computer.
  dismissed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX conflict_by_row ON conflict (table_name, row_id);
CREATE INDEX conflict_by_lead ON conflict (lead_id) WHERE lead_id IS NOT NULL;
