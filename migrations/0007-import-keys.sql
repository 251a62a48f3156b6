-- Who each row of an import was found to be, so that the same row is the same person in every later import.
-- Hashes of the rows' match keys, separated by spaces.
ALTER TABLE lead ADD COLUMN import_keys TEXT;
