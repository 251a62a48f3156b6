-- Privacy: indexes for a long journal, restrictions and proof of consent, erasures without names, suppressed people.

-- Both are empty nearly always; without them each command reads every step there ever was.
CREATE INDEX step_redo ON step (seq) WHERE undone = 1;
CREATE INDEX step_out_of_reach ON step (seq) WHERE undone = 2;
CREATE INDEX step_by_batch ON step (batch_id) WHERE batch_id IS NOT NULL;

-- Why the lead must not be contacted, and why it must not be scored; null: it may.
ALTER TABLE lead ADD COLUMN do_not_contact TEXT;
ALTER TABLE lead ADD COLUMN do_not_score TEXT;
-- Proof of the consent in `consent`: the day, where it was given, and the words agreed to.
ALTER TABLE lead ADD COLUMN consent_on TEXT;
ALTER TABLE lead ADD COLUMN consent_source TEXT;
ALTER TABLE lead ADD COLUMN consent_wording TEXT;
-- Article 6(1) GDPR.
ALTER TABLE lead ADD COLUMN legal_basis TEXT
  CHECK (legal_basis IN ('consent', 'contract', 'legal-obligation', 'legitimate-interest'));
-- Day until which the retention review leaves the lead alone.
ALTER TABLE lead ADD COLUMN keep_until TEXT;

-- "Do not contact" is the last word: neither an edit nor an import makes a contact of that lead again.
CREATE TRIGGER do_not_contact_holds AFTER UPDATE OF consent, do_not_contact ON lead
WHEN new.do_not_contact IS NOT NULL AND new.consent <> 'no' BEGIN
  UPDATE lead SET consent = 'no' WHERE id = new.id;
END;

-- The log of erasures. It holds no names.
CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('request', 'retention', 'restored')),
  -- How many rows of each kind went.
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  -- The file was written anew since, so that no page holds traces.
  rewritten INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Salted hashes of what an erased person is recognized by.
CREATE TABLE suppression (
  id TEXT PRIMARY KEY,
  erasure_id TEXT NOT NULL REFERENCES erasure (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('lead', 'email', 'phone', 'linkedin', 'external', 'name')),
  salt TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX suppression_by_hash ON suppression (hash);
CREATE INDEX suppression_by_erasure ON suppression (erasure_id);
