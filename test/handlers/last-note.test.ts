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

it.each([
  ['Phone: only after 6pm', 'Phone: only after 6pm'],
  ['Budget: up to 12k if oak', 'Budget: up to 12k if oak'],
  ['Newsletter: not she', 'Newsletter: not she'],
])('a line that somebody typed is a note, whatever the headers of other people’s files: %s', async (typed, shown) => {
  const workspace = berlin();
  const lines = ['Name;E-mail;Phone;Budget;Newsletter', 'Bo Lind;bo@quay.example;0221 5550;tbc;N'];
  await importOne(workspace, new TextEncoder().encode(lines.join('\n')));
  const { id } = await workspace.call('leads.create', { attributes: { firstName: 'Cy', notes: typed } });
  await workspace.call('leads.setNextStep', { id, nextStep: 'Call', nextStepOn: '2026-06-01' });
  expect((await workspace.call('today.get', {})).notes[id]?.text).toBe(shown);
});

it('a column of notes is one, and a cell that a second file left is none', async () => {
  const workspace = berlin();
  await importOne(workspace, ['Name;E-mail;Call notes', 'Bo Lind;bo@quay.example;wants it blue'], {
    change: mapping => ({
      ...mapping,
      columns: [...mapping.columns.filter(({ column }) => column !== 2), { column: 2, target: 'notes' }],
    }),
  });
  const [row] = (await workspace.call('leads.list', { search: 'Lind' })).rows;
  const id = row?.id ?? '';
  await workspace.call('leads.setNextStep', { id, nextStep: 'Call', nextStepOn: '2026-06-01' });
  const noted = async () => (await workspace.call('today.get', {})).notes[id]?.text;
  expect(await noted()).toBe('Call notes: wants it blue');
  await importOne(workspace, ['Name;E-mail;Newsletter', 'Bo Lind;bo@quay.example;N']);
  expect((await workspace.call('leads.get', { id })).lead.notes).toContain('Newsletter: N');
  expect(await noted()).toBe('Call notes: wants it blue');
});
