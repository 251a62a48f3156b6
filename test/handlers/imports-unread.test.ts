// Amounts and chances of deals that cannot be read are told and kept in the notes: no cell is lost.
import { expect, it } from 'vitest';
import type { Mapping } from '../../shared/import.ts';
import { berlin, everybody, importOne, said } from '../support/imported.ts';

/** The column as it is mapped, or as a person maps it. */
const mapped =
  (column: number, target: 'dealAmount' | 'dealProbability') =>
  (mapping: Mapping): Mapping => ({
    ...mapping,
    columns: [...mapping.columns.filter(one => one.column !== column), { column, target, decimal: '.' }],
  });

it.each([
  ['Amount', 'as agreed', 'dealAmount', 'is not an amount'],
  ['Auftragswert', 'nach Aufwand', 'dealAmount', 'is not an amount'],
  ['Amount', '12 to be seen', 'dealAmount', 'is not an amount'],
  ['Probability', 'fifty-fifty', 'dealProbability', 'is not a percentage'],
  ['Probability', '180', 'dealProbability', 'is not a percentage'],
  ['Wahrscheinlichkeit', 'eher ja', 'dealProbability', 'is not a percentage'],
] as const)('%s: %s, in a list of people and in one of deals', async (header, cell, target, told) => {
  const people = berlin();
  const list = await importOne(
    people,
    [`Name;E-Mail;Status;${header}`, `Ada Holm;ada@mill.example;Proposal;${cell}`, 'Bo Lind;bo@quay.example;Won;30'],
    { change: mapped(3, target) },
  );
  expect(said(list.checked)).toMatch(told);
  expect(everybody(people)[0]?.notes).toContain(`${header}: ${cell}`);

  const deals = berlin();
  const sheet = await importOne(
    deals,
    [
      `Deal name;Contact;E-Mail;Stage;Close date;${header}`,
      `Roof;Ada Holm;ada@mill.example;Proposal;2026-07-01;${cell}`,
      'Deck;Bo Lind;bo@quay.example;Won;2026-05-01;30',
    ],
    { change: mapped(5, target) },
  );
  expect(said(sheet.checked)).toMatch(told);
  expect(everybody(deals)[0]?.notes).toContain(`${header}: ${cell}`);
});
