// Merging of settings and lists that two people changed apart: what each of them did is in what stands.
import { describe, expect, it } from 'vitest';
import { meet, rowIn, run, two } from '../support/two-computers.ts';

const put = (id: string, value: unknown) =>
  `INSERT INTO setting (id, value) VALUES ('${id}', '${JSON.stringify(value)}') ON CONFLICT DO UPDATE SET value = excluded.value`;

/** What stands after one person wrote one thing and somebody else another. */
function merged(id: string, ofA: unknown, ofB: unknown) {
  const [a, b] = two();
  run(a, put(id, ofA));
  run(b, put(id, ofB));
  const { overruled } = meet(a, b);
  return {
    value: JSON.parse(String(rowIn(a, 'setting', id)?.value)),
    overruled: overruled.map(one => one.columns.value),
  };
}

describe('a setting that two people changed', () => {
  it.each<[what: string, id: string, a: unknown, b: unknown, value: unknown, overruled: readonly unknown[]]>([
    ['at two keys has both', 'stageLimits', { mql: 7, sql: 9 }, { mql: 5, sql: 3 }, { mql: 7, sql: 3 }, []],
    [
      'at a key and by a new one has both',
      'stageLimits',
      { mql: 7, sql: 9 },
      { mql: 5, sql: 9, lead: 1 },
      { mql: 7, sql: 9, lead: 1 },
      [],
    ],
    [
      'at one key has the later, and the other is kept',
      'stageLimits',
      { mql: 7, sql: 9 },
      { mql: 8, sql: 9 },
      { mql: 8, sql: 9 },
      [{ mql: 7, sql: 9 }],
    ],
    ['has no key that somebody took away', 'stageLimits', { sql: 9 }, { mql: 5, sql: 3 }, { sql: 3 }, []],
    [
      'keeps a key that somebody wrote while it was taken away',
      'stageLimits',
      { sql: 9 },
      { mql: 6, sql: 9 },
      { mql: 6, sql: 9 },
      [],
    ],
    [
      'as a list has what each of them added',
      'holidays',
      ['2026-12-25', '2026-01-01'],
      ['2026-12-25', '2026-05-01'],
      ['2026-12-25', '2026-05-01', '2026-01-01'],
      [],
    ],
    ['as a list has not what one of them took away', 'holidays', [], ['2026-12-25', '2026-05-01'], ['2026-05-01'], []],
    [
      'has lists under keys merged too',
      'assignment',
      { how: 'turn', away: ['x'] },
      { how: 'turn', away: ['y'] },
      { how: 'turn', away: ['y', 'x'] },
      [],
    ],
    ['that is no list and no object stands whole', 'name', 'Mill', 'Mill & Sons', 'Mill & Sons', ['Mill']],
    ['from one kind to another stands whole', 'strange', ['x'], { x: 1 }, { x: 1 }, [['x']]],
  ])('%s', (_, id, a, b, value, overruled) => {
    expect(merged(id, a, b)).toEqual({ value, overruled: overruled.map(one => JSON.stringify(one)) });
  });

  it('stands as the next person writes it who has seen both', () => {
    const [a, b] = two();
    run(a, put('holidays', ['2026-12-25', '2026-01-01']));
    run(b, put('holidays', ['2026-12-25', '2026-05-01']));
    meet(a, b);
    run(b, put('holidays', ['2026-01-01']));
    expect(meet(a, b).overruled).toEqual([]);
    expect(rowIn(a, 'setting', 'holidays')?.value).toBe('["2026-01-01"]');
  });

  it('merges with a third change of somebody who had seen only one of two', () => {
    const [a, b] = two();
    run(a, put('stageLimits', { mql: 7, sql: 9 }));
    run(b, put('stageLimits', { mql: 5, sql: 3 }));
    run(a, put('stageLimits', { mql: 8, sql: 9, lead: 2 }));
    expect(meet(a, b).overruled).toEqual([]);
    expect(JSON.parse(String(rowIn(b, 'setting', 'stageLimits')?.value))).toEqual({ mql: 8, sql: 3, lead: 2 });
  });
});

it('choices of a field have those of both, unless somebody made the field another kind', () => {
  for (const [kind, choices] of [
    ['choice', '["s","l","m"]'],
    ['text', '[]'],
  ]) {
    const [a, b] = two();
    run(a, "UPDATE custom_field SET kind = 'choice', choices = '[\"s\",\"l\"]' WHERE id = 'size'");
    meet(a, b);
    run(a, 'UPDATE custom_field SET choices = \'["s","l","m"]\' WHERE id = \'size\'');
    run(
      b,
      `UPDATE custom_field SET kind = '${kind}', choices = '${kind === 'choice' ? '["s","l"]' : '[]'}' WHERE id = 'size'`,
    );
    meet(a, b);
    expect(rowIn(a, 'custom_field', 'size')).toMatchObject({ kind, choices });
  }
});

it('those who were at a meeting are all there, and a passphrase stays at home', () => {
  const [a, b] = two();
  run(a, "UPDATE review SET attendees = '[\"Ada\"]' WHERE id = 'june'");
  run(b, "UPDATE review SET attendees = '[\"Bo\"]' WHERE id = 'june'");
  meet(a, b);
  expect(JSON.parse(String(rowIn(a, 'review', 'june')?.attendees)).sort()).toEqual(['Ada', 'Bo']);
  expect(run(a, put('passphrase', { salt: 's' }))).toBeNull();
});
