// What a file's columns tell before any row is read: what looks odd, what is not understood, what finds no place.
import type { ImportColumn, Mapping, Preview } from './import.ts';
import { factorOfHeader, otherCurrencies, otherThan } from './import-currency.ts';
import type { Finding } from './import-findings.ts';
import { mailFindings } from './import-mail-findings.ts';
import { address, shapeFindings } from './import-shape-findings.ts';
import { importTargets } from './import-targets.ts';
import { valueFindings } from './import-value-findings.ts';
import { columnName, listed, newFinding } from './new-finding.ts';

type Seen = Pick<Preview, 'columns' | 'rowCount' | 'rows'> & Partial<Pick<Preview, 'currencies' | 'mail'>>;

/** Fewer rows may well have one value, or one address. */
const enoughRows = 5;

const statusHeader = /status|stage|phase|fase|stadium|etape|étape|etapa|estado|stato|statut/i;

/** Crosses and numbers that decide nothing by themselves. */
function ofOutcomes({ columns }: Seen, mapping: Mapping): Finding[] {
  const decides = mapping.columns.some(
    ({ target, flag }) => target === 'stage' && (flag === undefined || flag === 'won' || flag === 'customer'),
  );
  return mapping.columns.flatMap(({ column, target, flag }) => {
    const seen = columns[column];
    if (!seen) return [];
    if (flag === 'closed' && !decides)
      return [
        newFinding(
          'outcome',
          String(column),
          `${columnName(seen)} says that something ended, but not whether it was won or lost. It makes no one a customer.`,
          { odd: true, column, count: seen.filled, target: 'stage' },
        ),
      ];
    const bare =
      seen.values.length > 0 &&
      seen.values.every(({ value }) =>
        /^(?:\d{1,3}|yes|no|y|n|true|false|x|ja|nein|oui|non|s[iíì]|nee)$/i.test(value.trim()),
      );
    if (target !== 'notes' || !statusHeader.test(seen.header) || !bare) return [];
    const sentence = listed(seen.values.map(({ value }) => value));
    return [
      newFinding(
        'outcome',
        String(column),
        `${columnName(seen)} holds only ${sentence}, which does not say in which stage they are. It goes to the notes.`,
        { odd: true, column, count: seen.filled, target: 'stage' },
      ),
    ];
  });
}

/** Words of a stage that nobody knows. */
function ofText({ columns }: Seen, mapping: Mapping): Finding[] {
  const unknown = new Set(
    mapping.values.flatMap(({ target, value, to }) => (target === 'stage' && to === null ? [value] : [])),
  );
  return mapping.columns.flatMap(({ column, target, flag }) => {
    const seen = columns[column];
    if (!seen || target !== 'stage' || flag !== undefined) return [];
    const open = seen.values.filter(({ value }) => unknown.has(value));
    if (open.length === 0) return [];
    const count = open.reduce((sum, one) => sum + one.count, 0);
    const sentence = listed(open.map(({ value }) => `“${value}”`));
    const text = `${columnName(seen)}: ${sentence} ${open.length === 1 ? 'is' : 'are'} neither won nor lost, and no stage: ${count} ${count === 1 ? 'row' : 'rows'}. ${open.length === 1 ? 'It goes' : 'They go'} to the notes.`;
    return [newFinding('word', String(column), text, { column, count, target: 'stage' })];
  });
}

/** One value everywhere, and an address of everybody. */
function ofSameness({ columns, rowCount, rows }: Seen, mapping: Mapping): Finding[] {
  return mapping.columns.flatMap(({ column, target, typeId }) => {
    const seen = columns[column];
    if (!seen || rowCount < enoughRows || target === 'notes' || target === 'otherEmail') return [];
    const label = importTargets[target].label;
    const [only] = seen.values;
    if (
      seen.values.length === 1 &&
      only?.count === rowCount &&
      ['stage', 'consent', 'optOut', 'dealAmount', 'customerOn', 'createdOn', 'email', 'externalId'].includes(target) &&
      !typeId
    )
      return [
        newFinding('one-value', String(column), `Every row has the same ${label}: ${only.value}.`, {
          odd: true,
          column,
          count: rowCount,
          target,
        }),
      ];
    // A log and a list of deals name the same people again and again.
    if (target !== 'email' || seen.unique || mapping.rows !== 'leads') return [];
    const cells = rows.map(row => (row[column] ?? '').trim().toLowerCase()).filter(text => text !== '');
    const different = new Set(cells).size;
    return cells.length >= enoughRows && different * 3 <= cells.length
      ? [
          newFinding(
            'shared-email',
            String(column),
            `${columnName(seen)} has only ${different} different addresses in the first ${cells.length} rows. Is it each person’s own address?`,
            { odd: true, column, count: cells.length, target },
          ),
        ]
      : [];
  });
}

const whoTargets = new Set(
  'firstName lastName fullName company email otherEmail phone otherPhone linkedinUrl jobTitle'.split(' '),
);

/** Rows of which nothing but an id is known: of people, of firms, or of something else. */
function ofOnlyIds({ columns, rowCount }: Seen, mapping: Mapping): Finding[] {
  const id = mapping.columns.find(({ target }) => target === 'externalId');
  const aboutLeads = mapping.rows === 'leads' || mapping.rows === 'leads-and-activities';
  const seen = columns[id?.column ?? -1];
  if (!seen || !aboutLeads || mapping.columns.some(({ target }) => whoTargets.has(target))) return [];
  const text = `Nothing but ${columnName(seen)} says who a row is about: ${rowCount === 1 ? 'one lead' : `${rowCount} leads`} without a name, a company, an e-mail or a phone would be added.`;
  return [newFinding('only-ids', '', text, { odd: true, column: seen.index, count: rowCount, target: 'externalId' })];
}

/** Whom the rows are about, by nothing but what the cells look like. */
const ofGuesses = ({ columns }: Seen, mapping: Mapping): Finding[] =>
  mapping.columns.flatMap(({ column, target, guess }) => {
    const seen = columns[column];
    if (!seen || guess !== true) return [];
    const text = `Nothing says who a row is about but ${columnName(seen)}, whose cells look like names of people: ${listed(seen.examples, 3)}.`;
    return [newFinding('guess', String(column), text, { odd: true, column, count: seen.filled, target })];
  });

/** Rows that share an address before it is asked whether it is the owner's own. */
const manyRows = 3;

/** An address that comes again and again in a list of people may be the owner's own. */
function ofOwnAddress({ columns, rows }: Seen, mapping: Mapping): Finding[] {
  if (mapping.rows !== 'leads') return [];
  return mapping.columns.flatMap(({ column, target }) => {
    const seen = columns[column];
    if (!seen || seen.unique || (target !== 'email' && target !== 'otherEmail')) return [];
    const counts = new Map<string, number>();
    if (seen.values.length > 0) for (const { value, count } of seen.values) add(counts, value, count);
    else for (const row of rows) add(counts, row[column] ?? '', 1);
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (!most || most[1] < manyRows) return [];
    const text = `“${most[0]}” is in ${most[1]} rows under ${columnName(seen)}. If it is your own address, it is not the e-mail of a lead.`;
    const more = { column, count: most[1], target, address: most[0] };
    return [newFinding('shared-email', `own ${column}`, text, more)];
  });
}

function add(counts: Map<string, number>, text: string, count: number): void {
  const key = text.trim().toLowerCase();
  if (address.test(key)) counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Columns whose cells go to the notes under their header, and those that are left out. */
function ofRest({ columns }: Seen, mapping: Mapping): Finding[] {
  const used = new Set(mapping.columns.map(({ column }) => column));
  const inNotes = columns.filter(
    ({ index, filled }) =>
      filled > 0 && mapping.columns.some(one => one.column === index && (one.target === 'notes' || one.named === true)),
  );
  const left = columns.filter(
    ({ index, filled }) => filled > 0 && !used.has(index) && !mapping.columns.some(({ prefix }) => prefix === index),
  );
  const cells = (some: readonly ImportColumn[]) => some.reduce((sum, { filled }) => sum + filled, 0);
  const names = (some: readonly ImportColumn[]) => listed(some.map(columnName), 8);
  return [
    ...(inNotes.length === 0
      ? []
      : [
          newFinding(
            'unplaced',
            'notes',
            `${cells(inNotes) === 1 ? 'One cell goes' : `${cells(inNotes)} cells go`} to the notes under their header: ${names(inNotes)}.`,
            { count: cells(inNotes), columns: inNotes.map(({ index }) => index) },
          ),
        ]),
    ...(left.length === 0
      ? []
      : [
          newFinding(
            'unplaced',
            'left',
            `${cells(left) === 1 ? 'One cell is' : `${cells(left)} cells are`} skipped: ${names(left)}.`,
            {
              count: cells(left),
              columns: left.map(({ index }) => index),
            },
          ),
        ]),
  ];
}

/** A whole file of people who do not want to be written to. */
const ofOptOuts = (mapping: Mapping): Finding[] =>
  mapping.fixed.some(({ target, value }) => target === 'consent' && value === 'no')
    ? [
        newFinding(
          'consent',
          'all',
          'The name of this file or the title above its table speaks of people who do not want to be contacted: every row gets consent “no”.',
          { odd: true },
        ),
      ]
    : [];

const units: Readonly<Record<string, string>> = { 1000: 'thousands', 1000000: 'millions', 0.01: 'hundredths' };

/** Amounts that are counted in thousands or in cents, because the header says so. */
const ofFactors = ({ columns }: Seen, mapping: Mapping): Finding[] =>
  mapping.columns.flatMap(({ column, target }) => {
    const seen = columns[column];
    const factor = seen && importTargets[target].kind === 'money' ? factorOfHeader(seen.header) : 1;
    const unit = units[String(factor)];
    if (!seen || unit === undefined) return [];
    const text = `${columnName(seen)} is counted in ${unit}: “${seen.examples[0] ?? ''}” is taken times ${factor}.`;
    return [newFinding('money', String(column), text, { column, target, count: seen.filled })];
  });

/** What is to be read before rows are; what is odd first. */
export function columnFindings(preview: Seen, mapping: Mapping, currency: string): Finding[] {
  if (mapping.literal) return [];
  if (preview.mail) return mailFindings(preview.mail);
  const foreign = [
    ...new Set([
      ...otherCurrencies(preview, mapping, currency),
      ...(preview.currencies ?? []).flatMap(text => otherThan(currency, text) ?? []),
    ]),
  ];
  const money =
    foreign.length === 0
      ? []
      : [
          newFinding(
            'currency',
            foreign.join(),
            `Some amounts are in ${listed(foreign)}; this workspace counts in ${currency}. They are taken as they are, without conversion.`,
            { odd: true },
          ),
        ];
  const all = [
    ...shapeFindings(preview, mapping),
    ...ofOnlyIds(preview, mapping),
    ...ofGuesses(preview, mapping),
    ...ofOptOuts(mapping),
    ...ofFactors(preview, mapping),
    ...money,
    ...ofOutcomes(preview, mapping),
    ...ofSameness(preview, mapping),
    ...ofOwnAddress(preview, mapping),
    ...ofText(preview, mapping),
    ...valueFindings(preview, mapping),
    ...ofRest(preview, mapping),
  ];
  return [...all.filter(({ odd }) => odd), ...all.filter(({ odd }) => !odd)];
}
