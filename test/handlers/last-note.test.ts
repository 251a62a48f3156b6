// The last note on Today, of a lead that came with a file: the cells the file left in the notes are passed over, a person's words never.
import { expect, it } from 'vitest';
import { berlin, importOne } from '../support/imported.ts';

const sheet = [
  'Name;E-mail;Next step;Next step on;Budget;Notes;Newsletter?',
  'Ada Holm;ada@mill.example;ring back;2026-06-01;tbc;wants oak;N',
];

it('the last note of an imported lead is what somebody wrote', async () => {
  const workspace = berlin();
  await importOne(workspace, new TextEncoder().encode(sheet.join('\n')));
  const [row] = (await workspace.call('leads.list', { search: 'Holm' })).rows;
  const id = row?.id ?? '';
  const noted = async () => (await workspace.call('today.get', {})).notes[id]?.text;
  const { notes } = (await workspace.call('leads.get', { id })).lead;
  expect(notes).toContain('Newsletter?: N');
  expect(await noted()).toBe('wants oak');
  await workspace.call('leads.update', { id, attributes: { notes: `${notes}\nWife: Jo, ring after 6` } });
  expect(await noted()).toBe('Wife: Jo, ring after 6');
  const long = 'measured the staircase '.repeat(40);
  await workspace.call('activities.log', { leadIds: [id], typeId: 'meeting-held', note: long });
  expect(await noted()).toMatch(/^measured the staircase.* (?:measured|the|staircase)…$/);
});
