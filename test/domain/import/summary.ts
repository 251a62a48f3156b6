// What a file becomes, in lines a person can check: one for each row, kept in `expected.txt` beside the files.
import { readFileSync } from 'node:fs';
import type { Read } from './support.ts';

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A row in one line: who, where they stand and since when, money, what happened, what else is known. */
export function told({
  attributes,
  references,
  stage,
  stageDates,
  reason,
  createdAt,
  deal,
  activities,
  ...row
}: Read['rows'][number]) {
  const who = [attributes.firstName, attributes.lastName].filter(Boolean).join(' ');
  const parts = [
    who,
    attributes.company && `@ ${attributes.company}`,
    attributes.jobTitle && `(${attributes.jobTitle})`,
    attributes.email && `<${attributes.email}>`,
    attributes.phone,
    [attributes.city, attributes.region, attributes.country].filter(Boolean).join(', '),
    attributes.companySize && `${attributes.companySize} people`,
    attributes.externalId && `#${attributes.externalId}`,
    stage && `is ${stage}${reason ? ` (${reason})` : ''}`,
    ...stageDates.map(entry => `${entry.stage} on ${day(entry.at)}`),
    createdAt && `since ${day(createdAt)}`,
    deal &&
      `deal ${[deal.name, deal.amount === null ? null : deal.amount / 100].filter(part => part !== null).join(' ')}`,
    deal?.closeOn && `closing ${deal.closeOn}`,
    ...activities.map(
      ({ typeId, at, note }) => `${typeId} ${day(at)}${note ? ` “${note.replaceAll('\n', ' / ')}”` : ''}`,
    ),
    attributes.consent && attributes.consent !== 'unknown' && `consent ${attributes.consent}`,
    attributes.budget && `budget ${attributes.budget / 100}`,
    attributes.needNote && `needs ${attributes.needNote}`,
    references.channel && `by ${references.channel}`,
    references.campaign && `in ${references.campaign}`,
    row.nextStep && `next ${row.nextStep}`,
    attributes.notes && `notes: ${attributes.notes.replaceAll('\n', ' / ')}`,
    ...row.warnings.map(warning => `! ${warning}`),
  ];
  return parts.filter(Boolean).join('; ');
}

export type Expected = {
  readonly name: string;
  readonly source: string;
  readonly rows: string;
  readonly lines: string[];
};

/** The files of a folder of fixtures with the rows they should become, as its `expected.txt` has them. */
export const expectedOf = (folder: string): Expected[] =>
  readFileSync(new URL(`../../fixtures/imports/${folder}/expected.txt`, import.meta.url), 'utf8')
    .split(/^== /m)
    .slice(1)
    .map(part => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      const [name = '', source = '', rows = ''] = title.split(' ');
      return { name, source, rows, lines };
    });

/** Outcome, in the same form. */
export const becameOf = ({ preview, mapping, rows, rejected }: Read) => ({
  source: preview.source?.id ?? '-',
  rows: mapping.rows,
  lines: [...rows.map(told), ...rejected.map(({ line, reason }) => `refused ${line}: ${reason}`)],
});
