// Imports real files the way the screen does (read, preview, write) and reads back who is in the workspace, in short lines.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Input } from '../../shared/contract.ts';
import type { Decisions, Mapping, ReadChoices } from '../../shared/import.ts';
import { columnFindings } from '../../shared/import-column-findings.ts';
import type { TestWorkspace } from './workspace.ts';
import { aFolder, aWorkspace } from './workspace.ts';

/** A small firm in Berlin, on 1 June 2026, counting in euros. */
export const berlin = (settings: Parameters<typeof aWorkspace>[0] = {}, locale = 'de-DE'): TestWorkspace =>
  aWorkspace({ timeZone: 'Europe/Berlin', currency: 'EUR', ...settings }, locale);

export const caseFile = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/imports/cases/${name}`, import.meta.url));

type Request = Input<'imports.check'>;

/** Imports as the screen does after its preview: with what is odd confirmed. */
export async function runConfirmed(
  { call }: Pick<TestWorkspace, 'call'>,
  request: Request,
  more: Pick<Input<'imports.run'>, 'startPlans'> = {},
) {
  const { source, choices = {}, mapping } = request;
  const { preview } = await call('imports.read', { jobId: 'seen', source, choices });
  const { findings } = await call('imports.check', request);
  const { currency } = (await call('workspace.get', {})).settings;
  const odd = [...columnFindings(preview, mapping, currency), ...findings].filter(one => one.odd);
  return call('imports.run', { ...request, ...more, confirmed: odd.map(({ key }) => key) });
}

export type ImportOptions = {
  readonly change?: (mapping: Mapping) => Mapping;
  readonly decisions?: Decisions;
  readonly choices?: ReadChoices;
};

/** Imports one file of `fixtures/imports/cases`, or lines that are written to a file first. */
export async function importOne(
  { call }: TestWorkspace,
  from: string | readonly string[] | Uint8Array,
  { change, decisions = { rows: [], alike: [] }, choices = {} }: ImportOptions = {},
) {
  let path: string;
  if (typeof from === 'string') path = caseFile(from);
  else {
    path = join(aFolder(), 'list.csv');
    writeFileSync(path, from instanceof Uint8Array ? from : `${from.join('\n')}\n`);
  }
  const source = { kind: 'file', path } as const;
  const read = await call('imports.read', { jobId: 'r', source, choices });
  const mapping = change?.(read.mapping) ?? read.mapping;
  const request = { jobId: 'x', source, choices, mapping, decisions };
  const tried = await call('imports.check', request);
  const checked = { ...tried, findings: [...columnFindings(read.preview, mapping, 'EUR'), ...tried.findings] };
  const confirmed = checked.findings.flatMap(({ odd, key }) => (odd ? [key] : []));
  const done = await call('imports.run', { ...request, confirmed });
  const targets = Object.fromEntries(
    mapping.columns.map(({ column, target }) => [
      read.preview.columns[column]?.header || read.preview.columns[column]?.letter || '',
      target as string,
    ]),
  );
  return { preview: read.preview, mapping, targets, checked, ...done };
}

const day = (at: number | string | null): string =>
  at === null ? '?' : new Date(Number(at)).toISOString().slice(0, 10);

type Row = Readonly<Record<string, string | number | null>>;
const idIn = (row: Row, name: string): string => String(row[name] ?? '');

/** Somebody read back: the columns of the lead that say something, and what hangs on it. */
export type Person = Readonly<
  Partial<
    Record<
      | 'first_name'
      | 'last_name'
      | 'email'
      | 'phone'
      | 'company'
      | 'job_title'
      | 'industry'
      | 'country'
      | 'region'
      | 'city'
      | 'website'
      | 'notes'
      | 'stage'
      | 'consent'
      | 'next_step'
      | 'next_step_on'
      | 'need_note',
      string
    >
  >
> & {
  readonly who: string;
  readonly key: string | null;
  readonly steps: readonly string[];
  readonly deals: readonly string[];
  readonly did: readonly string[];
  readonly tags: readonly string[];
  readonly customValues: readonly string[];
  readonly channel: string | null;
  readonly member: string | null;
};

/** Everybody in the workspace in the order they came, with what is known of them; dates are days in UTC. */
export function everybody({ app }: TestWorkspace): Person[] {
  const { reader } = app();
  const of = (sql: string, id: string) => reader.all<Row>(sql, [id]);
  return reader.all<Row>('SELECT * FROM lead ORDER BY seq').map(lead => {
    const id = String(lead.id);
    const said = Object.fromEntries(
      Object.entries(lead).filter(
        ([name, value]) => value !== null && value !== 'unknown' && !/_id$|^id$|^seq$/.test(name),
      ),
    );
    return {
      ...said,
      who: [lead.first_name, lead.last_name].filter(Boolean).join(' '),
      key: lead.external_id as string | null,
      steps: of('SELECT to_stage, at, cause FROM stage_change WHERE lead_id = ? ORDER BY at, id', id).map(
        ({ to_stage, at, cause }) => `${to_stage} ${cause === 'opening' ? 'before' : day(at ?? null)}`,
      ),
      deals: of('SELECT * FROM deal WHERE lead_id = ? ORDER BY created_at, id', id).map(deal =>
        [
          deal.name,
          deal.status,
          deal.amount === null ? null : Number(deal.amount) / 100,
          deal.probability === null ? null : `${deal.probability}%`,
        ]
          .filter(part => part !== null)
          .join(' '),
      ),
      did: of('SELECT type_id, at FROM activity WHERE lead_id = ? ORDER BY at, id', id).map(
        ({ type_id, at }) => `${type_id} ${day(at ?? null)}`,
      ),
      tags: of('SELECT label FROM tag JOIN lead_tag ON tag_id = tag.id WHERE lead_id = ? ORDER BY label', id).map(
        ({ label }) => String(label),
      ),
      customValues: of(
        'SELECT label, value FROM custom_field JOIN custom_value ON field_id = custom_field.id WHERE lead_id = ? ORDER BY label',
        id,
      ).map(({ label, value }) => `${label}: ${value}`),
      channel: reader.pluck<string>('SELECT label FROM channel WHERE id = ?', [idIn(lead, 'channel_id')])[0] ?? null,
      member: reader.pluck<string>('SELECT name FROM member WHERE id = ?', [idIn(lead, 'member_id')])[0] ?? null,
    };
  });
}

/** Names of everybody, in alphabetical order. */
export const names = (workspace: TestWorkspace): string[] =>
  everybody(workspace)
    .map(({ who, company, email, phone, key }) => who || company || email || phone || (key ?? ''))
    .sort();

type Sentences = Pick<Awaited<ReturnType<typeof importOne>>['checked'], 'problems' | 'warnings' | 'findings'>;

/** All that is said before anything is written, as one text. */
export const said = ({ problems, warnings, findings }: Sentences): string =>
  [
    ...problems.map(({ message }) => message),
    ...warnings.map(({ message }) => message),
    ...findings.map(({ text }) => text),
  ].join('\n');
