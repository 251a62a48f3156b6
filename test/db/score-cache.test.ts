// The score cache is emptied in pieces, and has its indexes again also when that is broken off.
import { expect, it } from 'vitest';
import type { Writer } from '../../electron/db/file/handle.ts';
import { clearScores, createScoreCache } from '../../electron/db/tables/lead-scores.ts';
import { aDatabase } from '../support/database.ts';

const rows = 25;

function aFilledCache() {
  const { writer } = aDatabase();
  createScoreCache(writer);
  writer.run(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
     INSERT INTO temp.score_cache (seq, lead_id, stage, total, engagement, fit, possible, grade, level, cooling, since)
     SELECT i, 'lead ' || i, 'lead', i, 0, 0, 0, 'A', 1, 0, 0 FROM n`,
  );
  const indexes = () =>
    writer.pluck<string>("SELECT name FROM temp.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name");
  const left = () => writer.pluck<number>('SELECT count(*) FROM temp.score_cache')[0];
  return { writer, indexes, left };
}

it('is emptied piece by piece', () => {
  const { writer, indexes, left } = aFilledCache();
  const before = indexes();
  const seen = new Set<number | undefined>();
  for (const _ of clearScores(writer, 10)) seen.add(left());
  expect([...seen]).toEqual([25, 15, 5, 0]);
  expect(indexes()).toEqual(before);
  expect(before.length).toBeGreaterThan(5);
});

it.each([
  ['an index is to go', 'DROP INDEX IF EXISTS temp.lead_score_by_total', rows],
  ['the second piece is to go', 'DELETE', rows - 10],
])('that fails when %s has all its indexes, and is emptied the next time', (_, sql, remain) => {
  const { writer, indexes, left } = aFilledCache();
  const before = indexes();
  let piece = 0;
  const failing: Writer = {
    ...writer,
    run: (text, params) => {
      if (text.startsWith(sql)) piece += 1;
      if (text.startsWith(sql) && (sql !== 'DELETE' || piece === 2)) throw new Error('disk I/O error');
      return writer.run(text, params);
    },
  };
  expect(() => [...clearScores(failing, 10)]).toThrow('disk I/O error');
  expect(left()).toBe(remain);
  expect(indexes()).toEqual(before);
  for (const _ of clearScores(writer, 10));
  expect(left()).toBe(0);
  expect(indexes()).toEqual(before);
});

it('that is left in the middle has all its indexes', () => {
  const { writer, indexes } = aFilledCache();
  const before = indexes();
  for (const _ of clearScores(writer, 10)) break;
  expect(indexes()).toEqual(before);
});
