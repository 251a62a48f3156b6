// Files of many kinds, with the people they hold as they were written down before: identity, stage, money and consent.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnFindings } from '../../../shared/import-column-findings.ts';
import { openQuestions } from '../../../shared/import-questions.ts';
import { encode as encoded } from '../../domain/import/encodings.ts';
import { berlin, everybody } from '../../support/imported.ts';
import { aFolder } from '../../support/workspace.ts';
import { languages, noCustomers, optOuts } from './tried/languages.ts';
import { programs } from './tried/programs.ts';
import { publics } from './tried/public.ts';
import { sheets } from './tried/sheets.ts';
import { sums } from './tried/sums.ts';
import { trades } from './tried/trades.ts';
import { fits, inLine, type Tried } from './tried/tried.ts';

async function tryOut({ lines, encode, locale, timeZone, currency, members, fileName }: Tried) {
  const workspace = berlin({ ...(timeZone ? { timeZone } : {}), ...(currency ? { currency } : {}) }, locale);
  for (const name of members ?? [])
    await workspace.call('members.save', { id: null, name, side: 'both', archived: false });
  const path = join(aFolder(), fileName ?? 'list.csv');
  writeFileSync(
    path,
    encode === undefined
      ? `${lines.join('\n')}\n`
      : encoded(`${lines.join('\n')}\n`, encode.replace('-bom', ''), /utf/.test(encode)),
  );
  const source = { kind: 'file', path } as const;
  const read = await workspace.call('imports.read', { jobId: 'r', source });
  const request = { jobId: 'x', source, choices: {}, mapping: read.mapping, decisions: { rows: [], alike: [] } };
  const checked = await workspace.call('imports.check', request);
  const findings = [...columnFindings(read.preview, read.mapping, currency ?? 'EUR'), ...checked.findings];
  const questions = openQuestions(read.preview, read.mapping, new Set());
  const said = [
    ...read.preview.problems.map(({ message }) => message),
    ...checked.problems.map(({ message }) => message),
    ...checked.warnings.map(({ message }) => message),
    ...checked.rejected.map(({ line, reason }) => `refused ${line}: ${reason}`),
    ...findings.map(({ text, odd }) => `${odd ? '!! ' : ''}${text}`),
    ...questions.map(one => `?? ${one.ask}`),
    ...checked.uncertain.map(({ name, candidates }) => `doubt ${name} = ${candidates[0]?.name}: ${candidates[0]?.why}`),
  ];
  const odd = findings.filter(one => one.odd).map(({ key }) => key);
  await workspace.call('imports.run', { ...request, confirmed: odd });
  return {
    people: everybody(workspace),
    said,
    asked: questions.length + odd.length > 0,
    mapping: read.mapping,
    preview: read.preview,
  };
}

describe.each(
  [...programs, ...publics, ...sheets, ...sums, ...trades, ...languages].map(one => [one.name, one] as const),
)('%s', (name, tried) => {
  it('comes back', async () => {
    const got = await tryOut(tried);
    const lines = got.people.map(inLine);
    if (tried.asks && got.asked) return;
    try {
      expect(tried.asks ?? false).toBe(false);
      expect(lines.length).toBe(tried.people.length);
      for (const [i, allowed] of tried.people.entries())
        expect(fits(lines[i] ?? '', allowed), `${lines[i]} / ${allowed}`).toBe(true);
      if (tried.says) expect(got.said.join('\n')).toMatch(tried.says);
      if (tried.did) expect(got.people.flatMap(({ did }) => did)).toEqual(tried.did);
      if (tried.steps)
        expect(
          got.people.flatMap(({ steps, stage }) =>
            tried.steps?.[0]?.startsWith('customer') && stage !== 'customer' ? [] : steps.slice(-1),
          ),
        ).toEqual(tried.steps);
    } catch (error) {
      const targets = got.mapping.columns.map(
        ({ column, target, flag }) => `${got.preview.columns[column]?.header}→${target}${flag ? `:${flag}` : ''}`,
      );
      console.log(
        `#### ${name}\n${(error as Error).message.split('\n')[0]}\nGOT:\n${lines.join('\n')}\nWANT:\n${tried.people.join('\n')}\nSTEPS ${got.people.flatMap(({ steps }) => steps).join(', ')}\n${targets.join(' ')} [${got.mapping.rows} ${got.preview.source?.id ?? '-'} ${got.preview.encoding}]\nSAID:\n${got.said.join('\n')}\n`,
      );
      throw error;
    }
  });
});

it.each(optOuts)('%s: %s is %s', async (header, cell, consent) => {
  const got = await tryOut({
    name: '',
    lines: [`Name;E-Mail;${header}`, `Ada Holm;ada@mill.example;${cell}`, 'Bo Lind;bo@quay.example;'],
    people: [],
  });
  const is = got.people[0]?.consent ?? 'unknown';
  if (is !== consent) console.log(`## ${header}: ${cell} → ${is}, want ${consent}: ${got.said.join(' / ')}`);
  expect(is).toBe(consent);
});

it.each(noCustomers)('%s is no customer', async word => {
  const got = await tryOut({
    name: '',
    lines: ['Name;E-Mail;Status', `Ada Holm;ada@mill.example;${word}`, 'Bo Lind;bo@quay.example;New'],
    people: [],
  });
  if (got.people[0]?.stage === 'customer') console.log(`## ${word} → customer: ${got.said.join(' / ')}`);
  expect(got.people[0]?.stage).not.toBe('customer');
});
