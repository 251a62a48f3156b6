-- Files of a lead, such as the PDF of a quote: kept in the workspace, or known by where they lie.
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

-- The bytes, in pieces. The journal does not write these down: they go when neither a lead nor the undo history needs them.
CREATE TABLE file_chunk (
  id INTEGER PRIMARY KEY,
  content_id TEXT NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 0),
  bytes BLOB NOT NULL,
  UNIQUE (content_id, part)
) STRICT;
