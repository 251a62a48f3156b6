-- Several next steps for one lead, with a time and a repetition.

-- The first next step stays in the lead's row, so that lists sort and filter by it. Time: local 'HH:MM'.
ALTER TABLE lead ADD COLUMN next_step_time TEXT;
ALTER TABLE lead ADD COLUMN next_step_repeats TEXT
  CHECK (next_step_repeats IN ('day', 'week', 'two-weeks', 'month', 'quarter', 'year'));
CREATE INDEX lead_with_undated_step ON lead (id) WHERE next_step_on IS NULL AND next_step IS NOT NULL;

-- The next steps that come after the first.
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
