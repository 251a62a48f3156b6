-- Plain words: tables, columns and the keys of stored documents get the names of the field. The journal's records too,
-- so that what was done before can be undone after.

ALTER TABLE own_field RENAME TO custom_field;
ALTER TABLE own_value RENAME TO custom_value;
ALTER TABLE hand_points RENAME TO score_adjustment;
ALTER TABLE promise RENAME TO sla;
ALTER TABLE lead RENAME COLUMN never_mql TO mql_exclusion;

DROP INDEX own_value_by_field;
DROP INDEX own_value_by_batch;
DROP INDEX hand_points_by_lead;
CREATE INDEX custom_value_by_field ON custom_value (field_id, value);
CREATE INDEX custom_value_by_batch ON custom_value (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX score_adjustment_by_lead ON score_adjustment (lead_id);

-- Documents are written by JSON.stringify, without spaces; a quote within a text is escaped, so '"key":' is a key.
-- What is final stays final: the guards only make way for the new names.
DROP TRIGGER criteria_published_is_final;
DROP TRIGGER closed_review_is_final;
UPDATE criteria SET body = replace(replace(body,
  '"behaviour":', '"behavior":'),
  '"field":"own:', '"field":"custom:')
WHERE body IS NOT NULL;
UPDATE review SET figures = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(figures,
  '"nWords":', '"nLabel":'),
  '"verdict":', '"status":'),
  '"words":', '"text":'),
  '"young":', '"immature":'),
  '"band":', '"targetRange":'),
  '"hits":', '"numerator":'),
  '"holes":', '"dataGaps":'),
  '"group":"bar"', '"group":"threshold"'),
  '"because":"too-young"', '"because":"immature"'),
  '"key":"hits"', '"key":"numerator"')
WHERE figures IS NOT NULL;
UPDATE review SET minutes = replace(replace(replace(replace(minutes,
  '"promise":', '"sla":'),
  '"words":', '"text":'),
  '"byHand":', '"manual":'),
  '"people":', '"leads":')
WHERE minutes IS NOT NULL;
UPDATE import_batch SET mapping = replace(replace(replace(replace(mapping,
  '"unknownPeople":', '"unknownLeads":'),
  '"target":"ownField"', '"target":"customField"'),
  '"target":"handPoints"', '"target":"scoreAdjustments"'),
  '"target":"neverMql"', '"target":"mqlExclusion"')
WHERE mapping IS NOT NULL;
UPDATE import_batch SET counts = replace(counts,
  '"refused":', '"rejected":')
WHERE counts IS NOT NULL;
UPDATE saved_view SET body = replace(replace(replace(body,
  '"field":"own:', '"field":"custom:'),
  '"key":"own:', '"key":"custom:'),
  '"sort":"own:', '"sort":"custom:')
WHERE body IS NOT NULL;
UPDATE erasure SET counts = replace(replace(counts,
  '"hand_points":', '"score_adjustment":'),
  '"own_value":', '"custom_value":')
WHERE counts IS NOT NULL;

CREATE TRIGGER criteria_published_is_final BEFORE UPDATE OF number, body, published_at ON criteria
-- Undoing the publishing itself is allowed: it makes a draft of it again.
WHEN old.published_at IS NOT NULL AND new.published_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'A published version of the criteria is never edited.');
END;
CREATE TRIGGER closed_review_is_final BEFORE UPDATE OF week_start, attendees, notes, figures, minutes, closed_at ON review
-- Undoing the closing itself is allowed: it opens the meeting again.
WHEN old.closed_at IS NOT NULL AND new.closed_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'A closed review is never edited.');
END;

UPDATE setting SET id = 'roundRobinLast' WHERE id = 'turnLast';
UPDATE setting SET id = 'targetFrom' WHERE id = 'bandFrom';
UPDATE setting SET id = 'targetTo' WHERE id = 'bandTo';
UPDATE setting SET value = replace(replace(value,
  '"places":', '"countries":'),
  '"notPlaces":', '"excludedCountries":')
WHERE id = 'idealCustomer';
UPDATE setting SET value = replace(value,
  '"field":"own:', '"field":"custom:')
WHERE id = 'assignment';
UPDATE setting SET value = replace(value,
  '"people"', '"leads"')
WHERE id = 'stepsDone';

-- The journal: tables and columns by name, and documents within its records, whose quotes are escaped once more.
UPDATE change SET table_name = 'custom_field' WHERE table_name = 'own_field';
UPDATE change SET table_name = 'custom_value' WHERE table_name = 'own_value';
UPDATE change SET table_name = 'score_adjustment' WHERE table_name = 'hand_points';
UPDATE change SET table_name = 'sla' WHERE table_name = 'promise';
UPDATE step SET tables = replace(replace(replace(replace(tables,
  '"own_field"', '"custom_field"'),
  '"own_value"', '"custom_value"'),
  '"hand_points"', '"score_adjustment"'),
  '"promise"', '"sla"');
UPDATE change SET before = replace(before, '"never_mql":', '"mql_exclusion":'), after = replace(after, '"never_mql":', '"mql_exclusion":')
WHERE table_name = 'lead' AND (before LIKE '%"never_mql":%' OR after LIKE '%"never_mql":%');
UPDATE change SET row_id = 'roundRobinLast', before = replace(before, '"id":"turnLast"', '"id":"roundRobinLast"')
WHERE table_name = 'setting' AND row_id = 'turnLast';
UPDATE change SET row_id = 'targetFrom', before = replace(before, '"id":"bandFrom"', '"id":"targetFrom"')
WHERE table_name = 'setting' AND row_id = 'bandFrom';
UPDATE change SET row_id = 'targetTo', before = replace(before, '"id":"bandTo"', '"id":"targetTo"')
WHERE table_name = 'setting' AND row_id = 'bandTo';
UPDATE change SET before = replace(replace(before,
  '\"behaviour\":', '\"behavior\":'),
  '\"field\":\"own:', '\"field\":\"custom:'),
after = replace(replace(after,
  '\"behaviour\":', '\"behavior\":'),
  '\"field\":\"own:', '\"field\":\"custom:')
WHERE table_name = 'criteria';
UPDATE change SET before = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(before,
  '\"nWords\":', '\"nLabel\":'),
  '\"verdict\":', '\"status\":'),
  '\"words\":', '\"text\":'),
  '\"young\":', '\"immature\":'),
  '\"band\":', '\"targetRange\":'),
  '\"hits\":', '\"numerator\":'),
  '\"holes\":', '\"dataGaps\":'),
  '\"group\":\"bar\"', '\"group\":\"threshold\"'),
  '\"because\":\"too-young\"', '\"because\":\"immature\"'),
  '\"key\":\"hits\"', '\"key\":\"numerator\"'),
  '\"promise\":', '\"sla\":'),
  '\"words\":', '\"text\":'),
  '\"byHand\":', '\"manual\":'),
  '\"people\":', '\"leads\":'),
after = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(after,
  '\"nWords\":', '\"nLabel\":'),
  '\"verdict\":', '\"status\":'),
  '\"words\":', '\"text\":'),
  '\"young\":', '\"immature\":'),
  '\"band\":', '\"targetRange\":'),
  '\"hits\":', '\"numerator\":'),
  '\"holes\":', '\"dataGaps\":'),
  '\"group\":\"bar\"', '\"group\":\"threshold\"'),
  '\"because\":\"too-young\"', '\"because\":\"immature\"'),
  '\"key\":\"hits\"', '\"key\":\"numerator\"'),
  '\"promise\":', '\"sla\":'),
  '\"words\":', '\"text\":'),
  '\"byHand\":', '\"manual\":'),
  '\"people\":', '\"leads\":')
WHERE table_name = 'review';
UPDATE change SET before = replace(replace(replace(replace(replace(before,
  '\"unknownPeople\":', '\"unknownLeads\":'),
  '\"target\":\"ownField\"', '\"target\":\"customField\"'),
  '\"target\":\"handPoints\"', '\"target\":\"scoreAdjustments\"'),
  '\"target\":\"neverMql\"', '\"target\":\"mqlExclusion\"'),
  '\"refused\":', '\"rejected\":'),
after = replace(replace(replace(replace(replace(after,
  '\"unknownPeople\":', '\"unknownLeads\":'),
  '\"target\":\"ownField\"', '\"target\":\"customField\"'),
  '\"target\":\"handPoints\"', '\"target\":\"scoreAdjustments\"'),
  '\"target\":\"neverMql\"', '\"target\":\"mqlExclusion\"'),
  '\"refused\":', '\"rejected\":')
WHERE table_name = 'import_batch';
UPDATE change SET before = replace(replace(replace(before,
  '\"field\":\"own:', '\"field\":\"custom:'),
  '\"key\":\"own:', '\"key\":\"custom:'),
  '\"sort\":\"own:', '\"sort\":\"custom:'),
after = replace(replace(replace(after,
  '\"field\":\"own:', '\"field\":\"custom:'),
  '\"key\":\"own:', '\"key\":\"custom:'),
  '\"sort\":\"own:', '\"sort\":\"custom:')
WHERE table_name = 'saved_view';
UPDATE change SET before = replace(replace(before,
  '\"hand_points\":', '\"score_adjustment\":'),
  '\"own_value\":', '\"custom_value\":'),
after = replace(replace(after,
  '\"hand_points\":', '\"score_adjustment\":'),
  '\"own_value\":', '\"custom_value\":')
WHERE table_name = 'erasure';
UPDATE change SET before = replace(replace(before,
  '\"places\":', '\"countries\":'),
  '\"notPlaces\":', '\"excludedCountries\":'),
after = replace(replace(after,
  '\"places\":', '\"countries\":'),
  '\"notPlaces\":', '\"excludedCountries\":')
WHERE table_name = 'setting' AND row_id = 'idealCustomer';
UPDATE change SET before = replace(before,
  '\"field\":\"own:', '\"field\":\"custom:'),
after = replace(after,
  '\"field\":\"own:', '\"field\":\"custom:')
WHERE table_name = 'setting' AND row_id = 'assignment';
UPDATE change SET before = replace(before,
  '\"people\"', '\"leads\"'),
after = replace(after,
  '\"people\"', '\"leads\"')
WHERE table_name = 'setting' AND row_id = 'stepsDone';

-- Both columns are set in one statement; a trigger on either would take part in an undo, which sets them back one after the other.
DROP TRIGGER do_not_contact_holds;
CREATE TRIGGER do_not_contact_holds AFTER UPDATE OF consent ON lead
WHEN new.do_not_contact IS NOT NULL AND new.consent <> 'no' BEGIN
  UPDATE lead SET consent = 'no' WHERE id = new.id;
END;
