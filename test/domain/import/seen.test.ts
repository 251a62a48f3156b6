// Exports of many programs and people's own sheets, understood without a word from the owner: what each row becomes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openQuestions } from '../../../shared/import-questions.ts';
import type { Read, Region } from './support.ts';
import { fixture, germany, read } from './support.ts';

const america: Region = { locale: 'en-US', dateOrder: 'mdy', decimal: '.' };
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A row in one line: who, where they stand and since when, money, what happened, what else is known. */
function told({ facts, links, stage, stageDates, reason, createdAt, deal, activities, ...row }: Read['rows'][number]) {
  const who = [facts.firstName, facts.lastName].filter(Boolean).join(' ');
  const parts = [
    who,
    facts.company && `@ ${facts.company}`,
    facts.jobTitle && `(${facts.jobTitle})`,
    facts.email && `<${facts.email}>`,
    facts.phone,
    [facts.city, facts.region, facts.country].filter(Boolean).join(', '),
    facts.companySize && `${facts.companySize} people`,
    facts.externalId && `#${facts.externalId}`,
    stage && `is ${stage}${reason ? ` (${reason})` : ''}`,
    ...stageDates.map(entry => `${entry.stage} on ${day(entry.at)}`),
    createdAt && `since ${day(createdAt)}`,
    deal &&
      `deal ${[deal.name, deal.amount === null ? null : deal.amount / 100].filter(part => part !== null).join(' ')}`,
    deal?.closeOn && `closing ${deal.closeOn}`,
    ...activities.map(({ typeId, at, note }) => `${typeId} ${day(at)}${note ? ` “${note}”` : ''}`),
    facts.consent && facts.consent !== 'unknown' && `consent ${facts.consent}`,
    facts.budget && `budget ${facts.budget / 100}`,
    facts.needNote && `needs ${facts.needNote}`,
    links.channel && `by ${links.channel}`,
    links.campaign && `in ${links.campaign}`,
    row.nextStep && `next ${row.nextStep}`,
    facts.notes && `notes: ${facts.notes.replaceAll('\n', ' / ')}`,
    ...row.warnings.map(warning => `! ${warning}`),
  ];
  return parts.filter(Boolean).join('; ');
}

/** The files of `fixtures/imports/seen`, as their expected rows stand in `expected.txt` beside them. */
const expected = new Map(
  readFileSync(new URL('../../fixtures/imports/seen/expected.txt', import.meta.url), 'utf8')
    .split(/^== /m)
    .slice(1)
    .map(part => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      const [name = '', source = '', rows = ''] = title.split(' ');
      return [name, { source, rows, lines }] as const;
    }),
);
const american =
  /airtable|mailchimp|shopify|google-ads|salesforce|calendly|typeform|notion|linkedin|stripe|zoom|zoho|constant|own-sheet-en|woo|jot|active|klav|trello|monday|teams|goto|fresh/;

test.each([...expected])('%s', async (name, { source, rows, lines }) => {
  const result = await read(fixture(`seen/${name}`), { region: american.test(name) ? america : germany });
  expect({
    source: result.preview.source?.id ?? '-',
    rows: result.mapping.rows,
    lines: [...result.rows.map(told), ...result.refused.map(refused => `refused ${refused.line}: ${refused.reason}`)],
  }).toEqual({ source, rows, lines });
  const open = openQuestions(result.preview, result.mapping, new Set()).map(({ ask }) => ask);
  // A report without any day is asked for it; nothing else of these files leaves a question.
  expect(open).toEqual(name === 'mailchimp-campaign-report.csv' ? ['activity-day'] : []);
});
