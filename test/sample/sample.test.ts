// The sample workspace as a file: whole, the same every time, never in the future, and nobody in it exists.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../electron/db/file/handle.ts';
import type { App } from '../../electron/open-workspace.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { createSampleWorkspace } from '../../electron/sample/index.ts';
import { stages } from '../../shared/stages.ts';
import { aSample, call, countOf, optionsFor, sampleFolder, theSample, wednesday } from './a-sample.ts';

const tables = (db: Reader) =>
  db.pluck<string>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
const hashOf = (db: Reader): string => {
  const hash = createHash('sha256');
  for (const table of tables(db))
    hash.update(JSON.stringify([table, db.raw(`SELECT * FROM "${table}" ORDER BY rowid`)]));
  return hash.digest('hex');
};
/** Everything that has a moment and is not a plan. */
const instants = `SELECT at FROM activity UNION ALL SELECT at FROM stage_change UNION ALL SELECT at FROM score_adjustment
  UNION ALL SELECT created_at FROM lead UNION ALL SELECT stage_since FROM lead UNION ALL SELECT created_at FROM deal
  UNION ALL SELECT closed_at FROM deal UNION ALL SELECT closed_at FROM review UNION ALL SELECT done_at FROM action_item
  UNION ALL SELECT published_at FROM criteria`;

let app: App;
let db: Reader;
beforeAll(async () => {
  app = await theSample();
  db = app.reader;
});

describe('the sample workspace', () => {
  it('has about 400 leads and a year of activities, with every stage and off-funnel stage filled', () => {
    expect(countOf(db, 'SELECT count(*) FROM lead')).toBeGreaterThanOrEqual(380);
    expect(countOf(db, 'SELECT count(*) FROM lead')).toBeLessThanOrEqual(420);
    expect(countOf(db, 'SELECT count(*) FROM activity')).toBeGreaterThan(2000);
    for (const stage of stages) {
      const count = countOf(db, 'SELECT count(*) FROM lead WHERE stage = ?', [stage]);
      expect(count, stage).toBeGreaterThanOrEqual(8);
    }
    const months = db.pluck<string>(`SELECT DISTINCT strftime('%Y-%m', at / 1000, 'unixepoch') FROM activity`);
    expect(months.length).toBeGreaterThanOrEqual(12);
  });

  it('is the same for the same seed and moment, and another for another seed', async () => {
    const [again, other] = [await aSample('again'), await aSample('other', wednesday, 4)];
    expect(hashOf(again.reader)).toBe(hashOf(db));
    expect(hashOf(other.reader)).not.toBe(hashOf(db));
  });

  it('begins with nothing to undo', async () => {
    expect(await call(app, 'journal.state', {})).toEqual({ undo: null, redo: null });
    expect(countOf(db, 'SELECT count(*) FROM change')).toBe(0);
  });

  it('says of itself that it is a sample', async () => {
    expect((await call(app, 'workspace.get', {})).settings.sample).toBe(true);
  });

  it('names nobody who exists: addresses that lead nowhere, numbers that belong to no one', () => {
    const addresses = db.pluck<string>(
      'SELECT email FROM lead WHERE email IS NOT NULL UNION SELECT website FROM lead WHERE website IS NOT NULL',
    );
    expect(addresses.filter(address => !address.endsWith('.example'))).toEqual([]);
    const kept =
      /^\+(44 1632 9600|49 30 23125 0|1 202 555 01|33 1 99 00 10 |46 8 465 004 |353 20 910 00|61 2 5550 00)\d\d$/;
    const phones = db.pluck<string>('SELECT phone FROM lead WHERE phone IS NOT NULL');
    expect(phones.length).toBeGreaterThan(50);
    expect(phones.filter(phone => !kept.test(phone))).toEqual([]);
  });
});

describe('the days of the sample', () => {
  const days = {
    'a Wednesday noon': wednesday,
    'the night in which clocks go forward': Date.UTC(2026, 2, 29, 1, 30),
    'early on New Year’s Day': Date.UTC(2027, 0, 1, 4),
    'a leap day, late': Date.UTC(2028, 1, 29, 22, 50),
  };
  it.each(Object.entries(days))('end at the present moment and leave nothing empty: %s', async (name, now) => {
    const local = name.startsWith('a leap') ? { timeZone: 'Pacific/Auckland', firstDayOfWeek: 7 } : {};
    const sample = await aSample(`day-${now}`, now, 20, local);
    expect(countOf(sample.reader, `SELECT max(at) FROM (${instants})`)).toBeLessThanOrEqual(now);
    const { today } = await call(sample, 'workspace.get', {});
    expect(countOf(sample.reader, 'SELECT count(*) FROM spend WHERE ends_on > ?', [today])).toBe(0);
    expect(countOf(sample.reader, 'SELECT count(*) FROM reach WHERE week_start > ?', [today])).toBe(0);
    expect(countOf(sample.reader, 'SELECT count(DISTINCT stage) FROM lead')).toBe(stages.length);
    const { counts, waiting, nurture } = await call(sample, 'today.get', {});
    // Whoever became MQL these days still waits, so sales has answered nobody.
    const { answered, ...lists } = counts;
    expect(Math.min(...Object.values(lists)), JSON.stringify(counts)).toBeGreaterThanOrEqual(2);
    expect(new Set(waiting.map(({ state }) => state))).toEqual(new Set(['in-time', 'late', 'too-late']));
    expect(nurture.filter(row => row.nurtureUntil === today).length).toBeGreaterThanOrEqual(2);
  });
});

describe('the file of the sample', () => {
  it('appears only when it is whole, and lets others work meanwhile', async () => {
    const options = optionsFor('growing', wednesday);
    const first = createSampleWorkspace(options);
    const second = createSampleWorkspace(options);
    let done = false;
    void first.then(() => {
      done = true;
    });
    let slices = 0;
    let reviews: number | null = null;
    for (; !done; slices++) {
      if (reviews === null && existsSync(options.file)) {
        const opened = makeApp(options);
        reviews = countOf(opened.reader, 'SELECT count(*) FROM review');
        opened.close();
      }
      await nextTurn();
    }
    // The meetings are written last.
    expect(reviews ?? 17).toBe(17);
    await second;
    expect(slices).toBeGreaterThan(20);
    expect(readdirSync(sampleFolder()).filter(name => name.startsWith('growing'))).toEqual(['growing.ripen']);
  });

  it('takes the place of nothing', async () => {
    const options = optionsFor('taken', wednesday);
    writeFileSync(options.file, 'mine');
    await expect(createSampleWorkspace(options)).rejects.toThrow('A file already exists');
    await expect(
      createSampleWorkspace({ ...options, file: join(sampleFolder(), 'no-such-folder', 'x.ripen') }),
    ).rejects.toThrow();
    expect(readdirSync(sampleFolder()).filter(name => name.startsWith('taken'))).toEqual(['taken.ripen']);
  });
});
