// An amount is refused where many such together would no longer be right to the cent, at every door.
import { expect, it } from 'vitest';
import { amountSchema, largestAmount } from '../../shared/money.ts';
import { importOne } from '../support/imported.ts';
import { aWorkspace } from '../support/workspace.ts';

it('nine hundred of the largest are exact together', () => {
  expect(Number.isSafeInteger(900 * largestAmount)).toBe(true);
  expect(amountSchema.safeParse(largestAmount).success).toBe(true);
  expect(amountSchema.safeParse(largestAmount + 1).success).toBe(false);
});

it('a larger one is refused with a sentence, by hand', async () => {
  const { appError } = aWorkspace();
  expect(await appError('leads.create', { attributes: { company: 'Mill', budget: largestAmount + 1 } })).toContain(
    'Enter a smaller amount.',
  );
});

it.each([
  ['Budget', String(largestAmount)],
  ['Budget', '-500'],
  ['Employees', '-12'],
])('of an import, %s %s, is told and goes to the notes as it stands', async (header, cell) => {
  const workspace = aWorkspace();
  const rows = [`Mill;a@mill.example;${cell}`, 'Quay;b@quay.example;500', 'Weir;c@weir.example;700'];
  const { warnings } = await importOne(workspace, [`Company;E-mail;${header}`, ...rows]);
  expect(warnings.map(({ message }) => message).join()).toContain(cell);
  const { rows: found } = await workspace.call('leads.list', { search: 'mill' });
  const { lead } = await workspace.call('leads.get', { id: found[0]?.id ?? '' });
  expect([lead.budget, lead.companySize]).toEqual([null, null]);
  expect(lead.notes).toBe(`${header}: ${cell}`);
});
