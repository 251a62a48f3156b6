-- What a search looks at is kept in memory: a word that many leads contain is found as fast as any other.
DROP TRIGGER lead_search_insert;
DROP TRIGGER lead_search_delete;
DROP TRIGGER lead_search_update;
DROP TABLE lead_search;
