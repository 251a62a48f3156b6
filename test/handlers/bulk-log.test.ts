// Several people at once: a pasted list is recognized, unknown people are added, and all of it is one step.
import { describe, expect, it } from 'vitest';
import { parsePastedContacts } from '../../electron/domain/pasted-contacts.ts';
import { aWorkspace } from '../support/workspace.ts';

describe('a pasted list', () => {
  it.each([
    ['Ida Stone <ida@mill.example>', 'Ida', 'Stone', 'ida@mill.example', null],
    ['Ida Stone, ida@mill.example', 'Ida', 'Stone', 'ida@mill.example', null],
    ['Ida\tStone\tida@mill.example\tMill AG', 'Ida', 'Stone', 'ida@mill.example', 'Mill AG'],
    ['Stone;Ida@Mill.example', 'Stone', null, 'Ida@mill.example', null],
    ['ida@mill.example', null, null, 'ida@mill.example', null],
    ['Ida van der Berg, Mill AG', 'Ida', 'van der Berg', null, 'Mill AG'],
    ['"Ida Stone" <ida@mill.example>', 'Ida', 'Stone', 'ida@mill.example', null],
  ])('reads %j', (line, firstName, lastName, email, company) => {
    expect(parsePastedContacts(line)).toEqual([
      { text: line.replace(/\s+/g, ' '), firstName, lastName, email, company },
    ]);
  });

  it('leaves out heads of columns, empty lines and whoever comes twice', () => {
    const text = 'Name, E-mail\r\nIda Stone, ida@mill.example\n\n  \nIDA, IDA@mill.example\nJon Reed\njon reed';
    expect(parsePastedContacts(text).map(({ firstName }) => firstName)).toEqual(['Ida', 'Jon']);
  });
});

describe('guests of a webinar', () => {
  it('are found by address, then by name; another address is another person', async () => {
    const { call } = aWorkspace();
    const add = async (firstName: string, lastName: string, email: string | null, company: string | null = null) =>
      (await call('leads.create', { attributes: { firstName, lastName, email, company } })).id;
    const ida = await add('Ida', 'Stone', 'ida@mill.example', 'Mill');
    const jose = await add('José', 'Núñez', null);
    const twin = await add('Kim', 'Park', 'kim@quay.example', 'Quay');
    await add('Kim', 'Park', null, 'Dock');
    const found = await call('bulkLog.match', {
      text: 'Ida S., IDA@mill.example\nJose Nunez\nKim Park, kim@dock.example\nKim Park; Quay\nLee Wu, lee@wu.example',
    });
    expect(found.map(({ lead, by, alike }) => [lead?.id ?? null, by, alike])).toEqual([
      [ida, 'email', 1],
      [jose, 'name', 1],
      [expect.not.stringMatching(twin), 'name', 1],
      [twin, 'name', 2],
      [null, null, 0],
    ]);
  });

  it('are logged in one step: new people come in, and one undo takes all of it back', async () => {
    const { call } = aWorkspace();
    const { id } = await call('leads.create', { attributes: { firstName: 'Ida' } });
    const attributes = { firstName: 'Jon', lastName: 'Reed', email: 'jon@reed.example', company: null };
    const when = { date: '2026-05-29', time: null };
    expect(
      await call('bulkLog.save', { leads: [{ id }, { attributes }, { id }], typeId: 'webinar-attended', when }),
    ).toEqual({ logged: 2, added: 1, promoted: 0 });
    const { rows } = await call('leads.list', { sort: 'name', descending: false });
    expect(rows.map(({ name, stage }) => [name, stage])).toEqual([
      ['Ida', 'lead'],
      ['Jon Reed', 'lead'],
    ]);
    expect(await call('journal.undo', {})).toEqual({ label: 'log activity for 3 people' });
    expect((await call('leads.list', {})).total).toBe(1);
    expect((await call('leads.get', { id })).activities).toEqual([]);
  });
});
