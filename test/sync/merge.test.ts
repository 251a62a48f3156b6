// Merging, case by case: two people at the same value, the same row made twice, two records of one person.
import { describe, expect, it } from 'vitest';
import { idsIn, later, meet, mergeLeads, rowIn, run, two } from '../support/two-computers.ts';

describe('one value, two people', () => {
  it('the later one stands, and the other is kept as overruled', () => {
    const [a, b] = two();
    run(a, "UPDATE lead SET phone = '1' WHERE id = 'ada'");
    run(b, "UPDATE lead SET phone = '2' WHERE id = 'ada'");
    const { overruled } = meet(a, b);
    expect(rowIn(a, 'lead', 'ada')).toMatchObject({ phone: '2' });
    expect(overruled).toEqual([
      {
        ...{ table: 'lead', id: 'ada', columns: { phone: '1' }, packet: { writer: 'a', n: 1 } },
        ...{ by: { writer: 'b', n: 1 }, decided: false },
      },
    ]);
  });

  it('a value replaced by somebody who had seen it is not overruled, and stays so when a third one comes', () => {
    const [a, b] = two();
    run(a, "UPDATE lead SET phone = '1' WHERE id = 'ada'");
    meet(a, b);
    run(b, "UPDATE lead SET phone = '2' WHERE id = 'ada'");
    expect(meet(a, b).overruled).toEqual([]);
    run(a, "UPDATE lead SET phone = '3' WHERE id = 'ada'");
    run(b, "UPDATE lead SET phone = '4' WHERE id = 'ada'");
    meet(a, b);
    run(a, "UPDATE lead SET phone = '5' WHERE id = 'ada'");
    const { overruled } = meet(a, b);
    expect(overruled.map(({ columns }) => columns.phone)).toEqual(['3']);
  });

  it('two people who enter the same have no conflict, nor have different columns', () => {
    const [a, b] = two();
    run(a, "UPDATE lead SET phone = '1', city = 'Graz' WHERE id = 'ada'");
    run(b, "UPDATE lead SET phone = '1', region = 'Styria' WHERE id = 'ada'");
    expect(meet(a, b).overruled).toEqual([]);
    expect(rowIn(b, 'lead', 'ada')).toMatchObject({ phone: '1', city: 'Graz', region: 'Styria' });
  });

  it('columns that say one thing together have one clock: dates, a deal that closed, a need with its note', () => {
    const [a, b] = two();
    run(a, "UPDATE spend SET starts_on = '2026-06-20' WHERE id = 'ad'");
    run(b, "UPDATE spend SET ends_on = '2026-06-10' WHERE id = 'ad'");
    run(a, "UPDATE deal SET status = 'lost', closed_at = 5, reason = 'price' WHERE id = 'deal'");
    run(b, "UPDATE deal SET status = 'won', closed_at = 6 WHERE id = 'deal'");
    run(a, "UPDATE lead SET need = 'yes', need_note = 'Soon' WHERE id = 'ada'");
    run(b, "UPDATE lead SET need = 'no' WHERE id = 'ada'");
    const { overruled } = meet(a, b);
    expect(rowIn(a, 'spend', 'ad')).toMatchObject({ starts_on: '2026-06-01', ends_on: '2026-06-10' });
    expect(rowIn(a, 'deal', 'deal')).toMatchObject({ status: 'won', closed_at: 6, reason: null });
    expect(rowIn(a, 'lead', 'ada')).toMatchObject({ need: 'no', need_note: null });
    expect(overruled.map(({ columns }) => columns)).toEqual(
      [
        { need: 'yes', need_note: 'Soon' },
        { starts_on: '2026-06-20', ends_on: '2026-06-30' },
        { status: 'lost', closed_at: 5, reason: 'price' },
      ].sort(),
    );
  });

  it('a place on the board was meant for one stage', () => {
    const [a, b] = two();
    run(
      a,
      "INSERT INTO stage_change (id, lead_id, from_stage, to_stage, at, cause) VALUES ('m', 'ada', 'lead', 'mql', 9, 'hand')",
      "UPDATE lead SET stage = 'mql', stage_since = 9, position = NULL WHERE id = 'ada'",
    );
    run(b, "UPDATE lead SET position = 3 WHERE id = 'ada'");
    meet(a, b);
    expect(rowIn(a, 'lead', 'ada')).toMatchObject({ stage: 'mql', stage_since: 9, position: null });
  });

  it('two moves of one lead are one history, and its stage follows from that', () => {
    const [a, b] = two();
    const move = (id: string, to: string, at: number) => [
      `INSERT INTO stage_change (id, lead_id, from_stage, to_stage, at, cause) VALUES ('${id}', 'ada', 'lead', '${to}', ${at}, 'hand')`,
      `UPDATE lead SET stage = '${to}', stage_since = ${at} WHERE id = 'ada'`,
    ];
    run(a, ...move('later', 'sql', 9));
    run(b, ...move('sooner', 'mql', 5));
    meet(a, b);
    expect(rowIn(b, 'lead', 'ada')).toMatchObject({ stage: 'sql', stage_since: 9 });
    expect(rowIn(b, 'stage_change', 'later')).toMatchObject({ from_stage: 'mql' });
    // What follows from merging is nobody's step.
    expect(run(a)).toBeNull();
    expect(run(b)).toBeNull();
  });

  it('“do not contact” is the last word', () => {
    const [a, b] = two();
    run(a, "UPDATE lead SET do_not_contact = 'asked', consent = 'no' WHERE id = 'ada'");
    run(b, "UPDATE lead SET consent = 'yes', consent_source = 'form' WHERE id = 'ada'");
    meet(a, b);
    expect(rowIn(a, 'lead', 'ada')).toMatchObject({ do_not_contact: 'asked', consent: 'no' });
  });
});

describe('made twice', () => {
  it('a tag put on a lead, a value, and the review of a week are one, under the smallest id', () => {
    const [a, b] = two();
    run(
      a,
      "INSERT INTO lead_tag (id, lead_id, tag_id) VALUES ('t2', 'ada', 'hot')",
      "INSERT INTO custom_value (id, lead_id, field_id, value) VALUES ('v1', 'ada', 'size', 'small')",
    );
    run(
      b,
      "INSERT INTO lead_tag (id, lead_id, tag_id) VALUES ('t1', 'ada', 'hot')",
      "INSERT INTO custom_value (id, lead_id, field_id, value) VALUES ('v2', 'ada', 'size', 'large')",
    );
    const meeting = (id: string) => [
      `INSERT INTO review (id, week_start, notes) VALUES ('${id}', '2026-06-08', 'by ${id}')`,
      `INSERT INTO decision (id, review_id, text) VALUES ('d${id}', '${id}', 'Decided by ${id}')`,
      `INSERT INTO sla (id, review_id, from_week, answer_hours) VALUES ('p${id}', '${id}', '2026-06-08', 4)`,
    ];
    run(a, ...meeting('r2'));
    run(b, ...meeting('r1'));
    const { overruled } = meet(a, b);
    expect(idsIn(a, 'lead_tag')).toEqual(['t1']);
    expect(rowIn(a, 'custom_value', 'v1')).toMatchObject({ value: 'large' });
    expect(idsIn(a, 'review')).toEqual(['june', 'r1']);
    expect(rowIn(a, 'decision', 'dr2')).toMatchObject({ review_id: 'r1' });
    expect(idsIn(a, 'sla')).toEqual(['pr1']);
    expect(overruled.map(({ columns }) => columns)).toEqual(
      expect.arrayContaining([{ value: 'small' }, { notes: 'by r2' }]),
    );
    // Taking the tag off takes off both.
    const packet = run(a, "DELETE FROM lead_tag WHERE id = 't1'");
    expect(packet?.changes.map(({ id }) => id)).toEqual(['t1', 't2']);
    meet(a, b);
    expect(idsIn(b, 'lead_tag')).toEqual([]);
  });

  it('a tag taken off by one and put on anew by another is on', () => {
    const [a, b] = two();
    run(a, "INSERT INTO lead_tag (id, lead_id, tag_id) VALUES ('t1', 'ada', 'hot')");
    meet(a, b);
    run(a, "DELETE FROM lead_tag WHERE id = 't1'");
    run(
      b,
      "DELETE FROM lead_tag WHERE id = 't1'",
      "INSERT INTO lead_tag (id, lead_id, tag_id) VALUES ('t2', 'ada', 'hot')",
    );
    meet(a, b);
    expect(idsIn(a, 'lead_tag')).toEqual(['t2']);
  });

  it('a version number: the published one keeps it, the draft moves up', () => {
    const [a, b] = two();
    run(
      a,
      "UPDATE criteria SET published_at = 5 WHERE id = 'v1'",
      'INSERT INTO criteria (id, number, body) VALUES (\'x\', 2, \'{"by":"a"}\')',
    );
    run(b, 'INSERT INTO criteria (id, number, body, published_at) VALUES (\'y\', 2, \'{"by":"b"}\', 6)');
    meet(a, b);
    expect(rowIn(a, 'criteria', 'y')).toMatchObject({ number: 2 });
    expect(rowIn(a, 'criteria', 'x')).toMatchObject({ number: 3 });
  });
});

describe('two records of one person', () => {
  it('move nothing but the fact, B is A, and drop what is there twice', () => {
    const [a, b] = two();
    const packet = mergeLeads(a, 'ada', 'bo');
    expect(packet?.changes.map(({ table, op }) => `${op} ${table}`)).toEqual(['delete stage_change', 'add lead_alias']);
    run(
      b,
      "INSERT INTO activity (id, lead_id, type_id, at) VALUES ('new', 'ada', 'call', 9)",
      "UPDATE lead SET phone = '7' WHERE id = 'ada'",
    );
    meet(a, b);
    expect(idsIn(b, 'lead')).toEqual(['bo']);
    // A late edit of the record that is no more reaches the person.
    expect(rowIn(b, 'lead', 'bo')).toMatchObject({ first_name: 'Bo', phone: '7' });
    for (const id of ['old', 'new']) expect(rowIn(b, 'activity', id)).toMatchObject({ lead_id: 'bo' });
  });

  it('each keep what the same person entered of them before somebody else found them to be one', () => {
    const [a, b] = two();
    run(a, "UPDATE lead SET phone = '1' WHERE id = 'ada'");
    run(a, "UPDATE lead SET phone = '2' WHERE id = 'bo'");
    for (const [id, lead, size] of [
      ['v1', 'ada', 'small'],
      ['v2', 'bo', 'large'],
    ])
      run(a, `INSERT INTO custom_value (id, lead_id, field_id, value) VALUES ('${id}', '${lead}', 'size', '${size}')`);
    mergeLeads(b, 'ada', 'bo');
    expect(meet(a, b).overruled.map(({ columns }) => columns)).toEqual(
      expect.arrayContaining([{ phone: '1' }, { value: 'small' }]),
    );
    expect(rowIn(a, 'custom_value', 'v1')).toMatchObject({ value: 'large' });
    // Who knows that they are one writes in place of both.
    run(a, "UPDATE custom_value SET value = 'huge' WHERE id = 'v1'");
    meet(a, b);
    expect(rowIn(b, 'custom_value', 'v1')).toMatchObject({ value: 'huge' });
  });

  it('merged both ways at once are one person, not none', () => {
    const [a, b] = two();
    mergeLeads(a, 'ada', 'bo');
    mergeLeads(b, 'bo', 'ada');
    meet(a, b);
    expect(idsIn(a, 'lead')).toEqual(['ada']);
    expect(idsIn(a, 'activity')).toEqual(['old']);
  });

  it('of which one was deleted meanwhile are brought back, and told', () => {
    const [a, b] = two();
    mergeLeads(a, 'ada', 'bo');
    run(b, "DELETE FROM lead WHERE id = 'bo'");
    expect(meet(a, b).broughtBack).toEqual([]);
    expect(idsIn(a, 'lead')).toEqual(['bo']);
    expect(idsIn(a, 'activity')).toEqual(['old']);
    const packet = run(a, "DELETE FROM lead WHERE id = 'bo'");
    expect(packet?.changes.map(({ id }) => id)).toEqual(['bo', 'ada']);
    meet(a, b);
    expect(idsIn(b, 'lead')).toEqual([]);
  });

  it.each([
    ['ada', 'bo'],
    ['bo', 'ada'],
  ])('come in once, whichever of them goes', (from, to) => {
    const [a, b] = two();
    run(a, `UPDATE stage_change SET at = 5 WHERE id = 's-${from}'`);
    const packet = mergeLeads(a, from, to);
    expect(packet?.changes).toContainEqual({ op: 'delete', table: 'stage_change', id: `s-${from}` });
    meet(a, b);
    expect(idsIn(b, 'stage_change')).toEqual([`s-${to}`]);
    a.undo(later());
    meet(a, b);
    expect(idsIn(b, 'lead')).toEqual(['ada', 'bo']);
    expect(idsIn(b, 'stage_change')).toEqual(['s-ada', 's-bo']);
  });

  it('deleted as one, return as one when that is taken back, and go again when it is done again', () => {
    const [a, b] = two();
    run(b, "UPDATE lead SET phone = '7' WHERE id = 'ada'");
    meet(a, b);
    mergeLeads(a, 'ada', 'bo');
    run(a, "INSERT INTO lead_tag (id, lead_id, tag_id) VALUES ('t1', 'bo', 'hot')");
    run(b, "INSERT INTO lead_tag (id, lead_id, tag_id) VALUES ('t2', 'bo', 'hot')");
    const before = meet(a, b).rows;
    run(a, "DELETE FROM lead_tag WHERE id = 't1'", "DELETE FROM lead WHERE id = 'bo'");
    meet(a, b);
    expect(idsIn(b, 'lead')).toEqual([]);
    expect(a.undo(later())?.changes.map(({ op, id }) => `${op} ${id}`)).toEqual(
      expect.arrayContaining(['return bo', 'return ada']),
    );
    expect(meet(a, b).rows).toEqual(before);
    a.undo(later());
    meet(a, b);
    expect(idsIn(b, 'lead')).toEqual([]);
  });

  it('are two again when that is taken back', () => {
    const [a, b] = two();
    mergeLeads(a, 'ada', 'bo');
    meet(a, b);
    const packet = a.undo(later());
    expect(packet?.changes).toEqual([
      { op: 'delete', table: 'lead_alias', id: 'ada bo' },
      { op: 'return', table: 'stage_change', id: 's-bo' },
    ]);
    meet(a, b);
    expect(idsIn(b, 'lead')).toEqual(['ada', 'bo']);
    expect(rowIn(b, 'activity', 'old')).toMatchObject({ lead_id: 'ada' });
  });
});

describe('what belongs to one computer', () => {
  it('does not travel', () => {
    const [a] = two();
    expect(
      run(a, "INSERT INTO setting (id, value) VALUES ('actingAs', '\"priya\"'), ('roundRobinLast', '\"priya\"')"),
    ).toBeNull();
    expect(run(a, "INSERT INTO setting (id, value) VALUES ('name', '\"Mill\"')")?.changes).toHaveLength(1);
  });
});
