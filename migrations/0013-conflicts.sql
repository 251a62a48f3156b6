-- What was entered and another computer overruled, or deleted and another one brought back: of work that did not know of it.
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
