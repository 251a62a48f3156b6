// Any table of invented people, in nine languages and twenty-five layouts, comes back as those people.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnFindings } from '../../../shared/import-column-findings.ts';
import { everybody } from '../../support/imported.ts';
import { times } from '../../support/long.ts';
import { seed } from '../../support/seed.ts';
import { aFolder, aWorkspace } from '../../support/workspace.ts';
import { languages, type Words } from './any-table/languages.ts';
import { type Layout, layouts, type Table } from './any-table/layouts.ts';

type Person = {
  readonly first: string;
  readonly last: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string;
  readonly stage: 'customer' | 'lost' | 'lead';
  readonly amount: number;
  readonly notes: string;
};

const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/** Three to seven people, each with an address of their own. */
const peopleIn = (words: Words): fc.Arbitrary<readonly Person[]> =>
  fc
    .array(
      fc.record({
        first: fc.constantFrom(...words.firstNames),
        last: fc.constantFrom(...words.lastNames),
        company: fc.constantFrom('Mill GmbH', 'Quay Ltd', 'Fern & Sons Ltd', ''),
        phone: fc.constantFrom('', '+44 20 7946 0', '+49 30 12345', '+48 601 234 5'),
        city: fc.constantFrom('Ulm', 'Bonn', 'Lodi', ''),
        stage: fc.constantFrom('customer', 'lost', 'lead', 'lead' as const),
        amount: fc.constantFrom(0, 300, 1200.5, 12_000),
        notes: fc.constantFrom('', 'likes tea', 'two lines\nof notes', 'says "soon", maybe; or not'),
      }),
      { minLength: 3, maxLength: 7 },
    )
    .map(some =>
      some.map(({ phone, ...one }, i) => ({
        ...one,
        phone: phone && `${phone}${String(10 + i)}`,
        email: `${ascii(one.first)}.${ascii(one.last)}${i}@mill.example`,
      })),
    );

const amountIn = ({ decimal }: Words, amount: number): string => {
  const [whole = '', cents = ''] = amount.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, decimal === ',' ? '.' : ',');
  return amount === 0 ? '' : `${grouped}${decimal}${cents}`;
};

function tableOf(people: readonly Person[], words: Words, { names, reversed }: Layout): Table {
  const said = { customer: words.won, lost: words.lost, lead: words.fresh };
  const named = (one: Person): string[] =>
    names === 'full'
      ? [`${one.first} ${one.last}`]
      : names === 'comma'
        ? [`${one.last}, ${one.first}`]
        : [one.first, one.last];
  const turn = (row: string[]): string[] => (reversed ? row.reverse() : row);
  const { company, email, phone, city, status, amount, notes } = words;
  const heads = names ? [words.full] : [words.first, words.last];
  return {
    header: turn([...heads, company, email, phone, city, status, amount, notes]),
    rows: people.map(one =>
      turn([
        ...named(one),
        one.company,
        one.email,
        one.phone,
        one.city,
        said[one.stage],
        one.stage === 'lead' ? '' : amountIn(words, one.amount),
        one.notes,
      ]),
    ),
  };
}

const inLine = (one: Person): string =>
  [
    one.first,
    one.last,
    one.company,
    one.email,
    one.phone.replace(/\D/g, ''),
    one.city,
    one.stage,
    one.stage === 'lead' || one.amount === 0 ? '' : one.amount,
    one.notes.replace(/\s+/g, ' '),
  ].join(' | ');

async function comeBack(people: readonly Person[], words: Words, layout: Layout): Promise<readonly string[]> {
  const workspace = aWorkspace({ timeZone: words.zone, currency: words.currency }, words.locale);
  const { name, bytes } = layout.write(tableOf(people, words, layout), words);
  const path = join(aFolder(), name);
  writeFileSync(path, bytes);
  const source = { kind: 'file', path } as const;
  const { preview, mapping, choices } = await workspace.call('imports.read', { jobId: 'r', source });
  const request = { jobId: 'x', source, choices, mapping, decisions: { rows: [], alike: [] } };
  const { findings } = await workspace.call('imports.check', request);
  const odd = [...columnFindings(preview, mapping, words.currency), ...findings].filter(one => one.odd);
  await workspace.call('imports.run', { ...request, confirmed: odd.map(({ key }) => key) });
  return everybody(workspace).map(one => {
    const amounts = one.deals.flatMap(deal => / (?:won|lost) ([\d.]+)$/.exec(deal)?.[1] ?? []);
    return [
      one.first_name ?? '',
      one.last_name ?? '',
      one.company ?? '',
      one.email ?? '',
      (one.phone ?? '').replace(/\D/g, ''),
      one.city ?? '',
      one.stage,
      amounts.join('+'),
      (one.notes ?? '').replace(/\s+/g, ' '),
    ].join(' | ');
  });
}

/** Languages in an order of their own each time: together they meet every layout in time. */
const turned = languages
  .map((_, i) => languages[(i + seed) % languages.length] ?? languages[0])
  .filter(one => one !== undefined);

it.each(layouts.map((layout, i) => [layout.name, turned[i % turned.length]?.language ?? '', layout] as const))(
  '%s, in %s',
  async (_, language, layout) => {
    const words = languages.find(one => one.language === language) ?? turned[0];
    if (!words) throw new Error('no language');
    const property = fc.asyncProperty(peopleIn(words), async people => {
      expect(await comeBack(people, words, layout)).toEqual(people.map(inLine));
    });
    await fc.assert(property, { seed, numRuns: times(1, 5) });
  },
);

it.runIf(times(0, 1) === 1).each(languages.map(words => [words.language, words] as const))(
  'every layout, in %s',
  async (_, words) => {
    const property = fc.asyncProperty(peopleIn(words), fc.constantFrom(...layouts), async (people, layout) => {
      expect(await comeBack(people, words, layout), layout.name).toEqual(people.map(inLine));
    });
    await fc.assert(property, { seed, numRuns: 60 });
  },
  600_000,
);
