// Merging, case by case: rows that were deleted, reviews that were closed, and a clock that is wrong.
import { describe, expect, it } from 'vitest';
import { hour, idsIn, later, meet, rowIn, run, start, two } from '../support/two-computers.ts';

describe('a lead that was deleted', () => {
  it('goes with all that belongs to it in one change', () => {
    const [a, b] = two();
    const packet = run(a, "DELETE FROM lead WHERE id = 'ada'");
    expect(packet?.changes).toEqual([{ op: 'delete', table: 'lead', id: 'ada' }]);
    meet(a, b);
    expect(idsIn(b, 'lead')).toEqual(['bo']);
    expect(idsIn(b, 'activity')).toEqual([]);
  });

  it.each([
    ['an activity', "INSERT INTO activity (id, lead_id, type_id, at) VALUES ('new', 'ada', 'call', 9)"],
    ['a value', "UPDATE lead SET phone = '1' WHERE id = 'ada'"],
    ['a touch of its plan', "UPDATE lead_touch SET outcome = 'sent', closed_at = 5 WHERE id = 'due'"],
  ])('comes back, whole, when somebody added %s meanwhile, whatever the clocks say', (_, sql) => {
    for (const skew of [-hour, 0, hour]) {
      const [a, b] = two(skew);
      run(a, "DELETE FROM lead WHERE id = 'ada'");
      run(b, sql);
      expect(meet(a, b).broughtBack).toContainEqual(expect.objectContaining({ table: 'lead', id: 'ada' }));
      expect(idsIn(a, 'lead')).toEqual(['ada', 'bo']);
      expect(idsIn(a, 'activity')).toContain('old');
      expect(idsIn(a, 'stage_change')).toContain('s-ada');
    }
  });

  it('stays deleted when the deletion had seen what was added, also with a clock that is behind', () => {
    const [a, b] = two(hour);
    run(b, "INSERT INTO activity (id, lead_id, type_id, at) VALUES ('new', 'ada', 'call', 9)");
    meet(a, b);
    run(a, "DELETE FROM lead WHERE id = 'ada'");
    expect(meet(a, b).broughtBack).toEqual([]);
    expect(idsIn(b, 'lead')).toEqual(['bo']);
  });

  it('returns by undo with what others entered before it was deleted, and says nothing of its columns', () => {
    const [a, b] = two();
    run(a, "DELETE FROM lead WHERE id = 'ada'");
    run(b, "UPDATE lead SET phone = '2' WHERE id = 'ada'");
    const { ada } = { ada: start.get('lead')?.get('ada') };
    const packet = a.step(later(), writer => {
      const columns = Object.keys(ada ?? {});
      writer.run(`INSERT INTO lead (${columns}) VALUES (${columns.map(() => '?')})`, Object.values(ada ?? {}));
    });
    expect(packet?.changes).toEqual([{ op: 'return', table: 'lead', id: 'ada' }]);
    expect(meet(a, b)).toMatchObject({ overruled: [], broughtBack: [] });
    expect(rowIn(a, 'lead', 'ada')).toMatchObject({ phone: '2' });
    expect(idsIn(a, 'activity')).toEqual(['old']);
  });

  it('deleted, returned and deleted again by two people ends the same in every order', () => {
    const [a, b] = two();
    run(a, "DELETE FROM tag WHERE id = 'hot'");
    run(b, "DELETE FROM tag WHERE id = 'hot'");
    a.step(later(), writer => writer.run("INSERT INTO tag (id, label) VALUES ('hot', 'Hot')"));
    meet(a, b);
    // One deletion was taken back by who had made it; of the other, nobody knew.
    expect(idsIn(a, 'tag')).toEqual(['hot']);
    run(b, "DELETE FROM tag WHERE id = 'hot'");
    meet(a, b);
    expect(idsIn(a, 'tag')).toEqual([]);
  });

  it('leaves what named it, and a reference that was emptied is back when it is', () => {
    const [a, b] = two();
    const packet = run(a, "DELETE FROM nurture_touch WHERE id = 'touch'");
    expect(packet?.changes).toEqual([{ op: 'delete', table: 'nurture_touch', id: 'touch' }]);
    meet(a, b);
    expect(rowIn(b, 'lead_touch', 'due')).toMatchObject({ touch_id: null });
    run(b, "INSERT INTO nurture_touch (id, plan_id, day, label) VALUES ('touch', 'plan', 0, 'Hello')");
    meet(a, b);
    expect(rowIn(a, 'lead_touch', 'due')).toMatchObject({ touch_id: 'touch' });
  });

  it('a name that is deleted stays for those who used it meanwhile', () => {
    const [a, b] = two();
    run(a, "DELETE FROM campaign WHERE id = 'fair'");
    run(b, "UPDATE lead SET campaign_id = 'fair' WHERE id = 'bo'");
    expect(meet(a, b).broughtBack).toMatchObject([{ table: 'campaign', id: 'fair' }]);
    expect(rowIn(a, 'lead', 'bo')).toMatchObject({ campaign_id: 'fair' });
  });
});

describe('a review that was closed', () => {
  const close = (text: string) =>
    `UPDATE review SET figures = '"${text}"', minutes = '"${text}"', closed_at = 5 WHERE id = 'june'`;

  it('is as its first closing saw it; what came beside that is kept', () => {
    const [a, b] = two();
    run(a, "UPDATE review SET notes = 'seen' WHERE id = 'june'", close('first'));
    run(
      b,
      "UPDATE review SET notes = 'late' WHERE id = 'june'",
      "UPDATE decision SET text = 'Lower it' WHERE id = 'raise'",
      close('second'),
    );
    const { overruled } = meet(a, b);
    expect(rowIn(b, 'review', 'june')).toMatchObject({ notes: 'seen', figures: '"first"', closed_at: 5 });
    expect(rowIn(b, 'decision', 'raise')).toMatchObject({ text: 'Raise it' });
    expect(overruled.map(({ columns }) => columns)).toEqual(
      expect.arrayContaining([
        { notes: 'late' },
        { text: 'Lower it' },
        { figures: '"second"', minutes: '"second"', closed_at: 5 },
      ]),
    );
  });

  it('is open again when somebody who saw it closed takes that back', () => {
    const [a, b] = two();
    run(a, close('first'));
    meet(a, b);
    run(
      b,
      "UPDATE review SET figures = NULL, minutes = NULL, closed_at = NULL WHERE id = 'june'",
      "UPDATE review SET notes = 'more' WHERE id = 'june'",
    );
    meet(a, b);
    expect(rowIn(a, 'review', 'june')).toMatchObject({ closed_at: null, notes: 'more' });
  });
});

describe('a computer whose clock is wrong', () => {
  const decade = 10 * 365 * 24 * hour;
  const correction = (id: string, columns: object) =>
    ({ op: 'add', table: 'clock_correction', id, columns: { writer: 'b', from_n: 1, to_n: 9, ...columns } }) as const;

  it('does not win over those who have seen what it wrote', () => {
    const [a, b] = two(decade);
    run(b, "UPDATE lead SET phone = 'b' WHERE id = 'ada'");
    meet(a, b);
    run(a, "UPDATE lead SET phone = 'a' WHERE id = 'ada'");
    meet(a, b);
    expect(rowIn(b, 'lead', 'ada')).toMatchObject({ phone: 'a' });
  });

  it('wins over what it did not see only until a correction comes, on all computers alike', () => {
    const [a, b] = two(decade);
    run(b, "UPDATE lead SET phone = 'b' WHERE id = 'ada'");
    run(a, "UPDATE lead SET phone = 'a' WHERE id = 'ada'");
    meet(a, b);
    expect(rowIn(a, 'lead', 'ada')).toMatchObject({ phone: 'b' });
    a.say(later(), [correction('c', { by_ms: -decade })]);
    meet(a, b);
    expect(rowIn(b, 'lead', 'ada')).toMatchObject({ phone: 'a' });
  });

  it('is corrected by the lowest clock where two correct it', () => {
    const [a, b] = two(decade);
    run(a, "UPDATE lead SET phone = 'a' WHERE id = 'ada'");
    run(b, "UPDATE lead SET phone = 'b' WHERE id = 'ada'");
    a.say(later(), [correction('c', { by_ms: -decade })]);
    b.say(later(), [correction('d', { by_ms: -decade - hour })]);
    meet(a, b);
    expect(rowIn(b, 'lead', 'ada')).toMatchObject({ phone: 'a' });
  });
});
