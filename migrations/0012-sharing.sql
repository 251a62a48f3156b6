-- Two records of one person that were merged: what is written of the first elsewhere is of the second.
CREATE TABLE lead_alias (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL,
  as_id TEXT NOT NULL
) STRICT;

-- This file's part in a workspace that several computers share; no row: it is not shared.
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

-- What one step did to shared rows, on this computer or on another one.
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

-- In the order of its packet.
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

-- Rows that a packet touched, or that merging changed.
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
