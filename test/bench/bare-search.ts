// The baseline of a search: the same texts in a trigram index of SQLite's own, made for the benchmark.
import type { Writer } from '../../electron/db/file/handle.ts';

/** Makes the index beside the file; answers what asks it for the first hundred row numbers. */
export function bareSearch(db: Writer): (match: string) => unknown {
  db.run(`CREATE VIRTUAL TABLE temp.bare_search USING fts5 (
    first_name, last_name, company, email, notes, content = '', tokenize = "trigram remove_diacritics 1")`);
  db.run(`INSERT INTO temp.bare_search (rowid, first_name, last_name, company, email, notes)
    SELECT seq, first_name, last_name, company, email, notes FROM lead`);
  return match => db.raw('SELECT rowid FROM temp.bare_search WHERE bare_search MATCH ? LIMIT 100', [match]);
}
