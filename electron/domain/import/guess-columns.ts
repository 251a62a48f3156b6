// Guesses the target of single columns: custom fields, what the program says, headers and content.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets, newMark } from '../../../shared/import-targets.ts';
import { consentOf, consentOfHeader } from './consent-terms.ts';
import { fitsContent, targetOfContent } from './guess-content.ts';
import { isOurs, refined, saysSubscription, stageDateOf } from './guess-refine.ts';
import { isPaper } from './guess-shared.ts';
import { matchHeader } from './headers.ts';
import { parseNumber } from './numbers.ts';
import { becomesIn } from './sources/recognize.ts';
import type { Becomes, SourceProgram } from './sources/source.ts';
import { headerKey, normalize } from './text.ts';
import type { Vocabulary } from './values.ts';

type Candidate = { readonly column: ImportColumn; readonly target: ImportTarget; readonly score: number };

/** "Custom field, date: Contract end" is how Ripen exports them ("Own field" in earlier versions); a column named like a custom field maps to that field. */
const customHeader = /^(?:own|custom) field, (text|number|money|date|choice): (.+)$/i;

export function customColumns(columns: readonly ImportColumn[], words: Vocabulary): ColumnMapping[] {
  return columns.flatMap(column => {
    const [, kind, name] = customHeader.exec(column.header) ?? [];
    const key = headerKey(name ?? column.header);
    const known = words.customFields?.find(({ label }) => headerKey(label) === key);
    const fieldId = known?.id ?? (kind && name ? `${newMark}${kind.toLowerCase()}:${name}` : undefined);
    if (fieldId === undefined || column.filled === 0) return [];
    return [
      use(column, 'customField', { fieldId, ...(kind ? { dateOrder: 'ymd' as const, decimal: '.' as const } : {}) }),
    ];
  });
}

const details = (becomes: Becomes) => (typeof becomes === 'string' ? { target: becomes } : becomes);

function use(column: ImportColumn, target: ImportTarget, more: Partial<ColumnMapping> = {}): ColumnMapping {
  const kind = importTargets[target].kind;
  const dated = kind === 'date' || ((target === 'activity' || target === 'customField') && column.dateOrder !== null);
  return {
    column: column.index,
    target,
    ...(dated ? { dateOrder: column.dateOrder ?? 'dmy' } : {}),
    ...(dated && column.days ? { days: true } : {}),
    ...(target === 'dealProbability' && isFractions(column) ? { fraction: true } : {}),
    ...((kind === 'number' || kind === 'money' || target === 'customField') && column.decimal
      ? { decimal: column.decimal }
      : {}),
    ...more,
  };
}

/** Chances of 0.1, 0.5 and 1 in one column are fractions of 1. */
function isFractions({ values, decimal }: ImportColumn): boolean {
  const numbers = values.flatMap(({ value }) =>
    value.includes('%') ? [] : (parseNumber(value, decimal ?? '.') ?? []),
  );
  return numbers.length > 0 && numbers.every(n => n >= 0 && n <= 1) && numbers.some(n => n > 0 && n < 1);
}

/** What a recognized program says its columns are. */
export function fromSource(source: SourceProgram | null, columns: readonly ImportColumn[]): ColumnMapping[] {
  if (!source) return [];
  return columns.flatMap(column =>
    (column.filled === 0 && !source.literal ? [] : (becomesIn(source, column.header) ?? [])).flatMap(becomes => {
      const { target: said, ...more } = details(becomes);
      const target = said === 'website' && column.content === 'linkedin' ? 'linkedinUrl' : said;
      if (target === 'ignore') return [];
      if (source.literal) return [literalUse(column, target)];
      return [use(column, target, column.dateOrder === null || column.dateOrder === 'ymd' ? more : withoutOrder(more))];
    }),
  );
}

/** Ripen writes days as ISO days and amounts with a point, whatever a column of few cells looks like. */
function literalUse(column: ImportColumn, target: ImportTarget): ColumnMapping {
  const { kind } = importTargets[target];
  const written =
    kind === 'date'
      ? { dateOrder: 'ymd' as const }
      : kind === 'number' || kind === 'money'
        ? { decimal: '.' as const }
        : {};
  return { column: column.index, target, ...written };
}

/** What was seen in the column counts for more than what the source usually writes. */
function withoutOrder(more: Partial<ColumnMapping>): Partial<ColumnMapping> {
  const { dateOrder: _seenInTheFile, ...rest } = more;
  return rest;
}

/** What the other columns become by their headers and their content, the surest first. */
export function fromHeaders(source: SourceProgram | null, columns: readonly ImportColumn[]): ColumnMapping[] {
  const open = columns.filter(column => column.filled > 0 && !(source && becomesIn(source, column.header)));
  const taken = new Set<ImportTarget>(fromSource(source, columns).map(({ target }) => target));
  const candidates = open
    .flatMap(column => candidatesOf(column, columns))
    .sort((a, b) => b.score - a.score || a.column.index - b.column.index);
  const done = new Map<number, ColumnMapping>();
  for (const { column, target, score } of candidates) {
    if (done.has(column.index)) continue;
    const free = freeTarget(target, taken, score);
    if (free === null) continue;
    taken.add(free);
    done.set(column.index, use(column, free));
  }
  return [...done.values()];
}

/** A second e-mail is a further e-mail; what may be fed by many columns is never taken. */
function freeTarget(target: ImportTarget, taken: ReadonlySet<ImportTarget>, score: number): ImportTarget | null {
  if (!taken.has(target)) return target;
  // An answer about e-mail and one about calls: no to either is no.
  if (target === 'consent' || target === 'optOut') return target;
  if (target === 'email') return 'otherEmail';
  if (target === 'phone') return 'otherPhone';
  if (target === 'firstName' || target === 'lastName') return null;
  return importTargets[target].many && score >= 0.7 ? target : null;
}

/** Of two columns for one thing: the address that is everybody's own; who called whom before how it went. */
function better(target: ImportTarget, { header, unique }: ImportColumn): number {
  if (target === 'email') return unique ? 0.05 : 0;
  return target === 'activityType' && /direction|richtung|\bsens\b|direccion|direzione/.test(normalize(header))
    ? 0.1
    : 0;
}

function candidatesOf(column: ImportColumn, columns: readonly ImportColumn[]): Candidate[] {
  const found: Candidate[] = [];
  if (isOurs(column, columns)) return [];
  const wish = wishOf(column);
  if (isPaper(column.header) && !wish) return [];
  const stageDay = stageDateOf(column);
  if (stageDay) found.push({ column, target: stageDay, score: 0.9 });
  if (wish) found.push({ column, target: wish, score: 0.995 });
  const byHeader = wish ? null : matchHeader(column.header);
  if (byHeader) {
    const target = refined(byHeader.target, column);
    // "Email Lists" holds the word and no address.
    const isAddress = target === 'email' && byHeader.score < 0.7 && column.content !== 'email';
    if (target && !isAddress && fitsContent(target, column))
      found.push({ column, target, score: byHeader.score + better(target, column) });
  }
  const byContent = targetOfContent(column, byHeader !== null);
  // The address of a member is not the lead's.
  if (byContent && byHeader?.target !== 'memberId') found.push({ column, ...byContent });
  return found;
}

/** What a column of answers says about being contacted: by its header, or because its cells are those of subscriptions. */
function wishOf(column: ImportColumn): 'consent' | 'optOut' | null {
  const name = normalize(column.header);
  // No text messages is not: no e-mail.
  if (column.filled === 0 || /sms|whatsapp|push/.test(name)) return null;
  if (/status|state|estado|stato|statut/.test(name) && saysSubscription(column)) return 'consent';
  const asked = consentOfHeader(column.header);
  if (asked === null) return null;
  if (column.content === 'date') return asked === 'optOut' ? asked : null;
  const cells = column.values.length > 0 ? column.values.map(({ value }) => value) : column.examples;
  const answers = cells.filter(text => consentOf(text) !== null);
  return answers.length > 0 && answers.length * 2 >= cells.length ? asked : null;
}
