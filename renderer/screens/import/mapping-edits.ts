// Pure edits of a mapping: targets, parts, policy, fixed values, value table.
import type { ColumnMapping, ImportColumn, Mapping } from '../../../shared/import.ts';
import { type ImportTarget, importTargets, newMark } from '../../../shared/import-targets.ts';

/** One thing a column may become, as one text: a target, an own field, or an activity of one type. */
export type TargetChoice = string;

export function choiceOf({ target, fieldId, typeId }: ColumnMapping): TargetChoice {
  if (target === 'customField' && fieldId !== undefined) return `customField:${fieldId}`;
  if (target === 'activity' && typeId !== undefined) return `activity:${typeId}`;
  return target;
}

/** The name of a field that would be made of a column, with the kind its cells suggest. */
export function newFieldOf({ header, letter, content }: ImportColumn): string {
  const kind = content === 'date' || content === 'money' || content === 'number' ? content : 'text';
  return `${newMark}${kind}:${(header || `Column ${letter}`).slice(0, 100)}`;
}

/** How the cells of a column are read when it becomes `target`. */
function readAs(column: ImportColumn, target: ImportTarget): Partial<ColumnMapping> {
  const { kind } = importTargets[target];
  const either = target === 'customField' || target === 'activity';
  return {
    ...(kind === 'date' || (either && column.dateOrder) ? { dateOrder: column.dateOrder ?? 'dmy' } : {}),
    ...((kind === 'number' || kind === 'money' || either) && column.decimal ? { decimal: column.decimal } : {}),
  };
}

function asUse(column: ImportColumn, choice: TargetChoice): ColumnMapping {
  const [first = '', ...rest] = choice.split(':');
  const target = first as ImportTarget;
  const detail = rest.join(':');
  const details = detail === '' ? {} : target === 'customField' ? { fieldId: detail } : { typeId: detail };
  return { column: column.index, target, ...details, ...readAs(column, target) };
}

const sorted = (columns: readonly ColumnMapping[]) => [...columns].sort((a, b) => a.column - b.column);

/** `use` becomes something else, or (null) nothing; without `use` the column is used once more. */
export function withChoice(
  mapping: Mapping,
  column: ImportColumn,
  use: ColumnMapping | null,
  choice: TargetChoice | null,
): Mapping {
  if (use === null) {
    if (choice === null) return mapping;
    return { ...mapping, columns: sorted([...mapping.columns, asUse(column, choice)]) };
  }
  const columns = mapping.columns.flatMap(one => {
    if (one !== use) return [one];
    if (choice === null) return [];
    const { part, policy } = use;
    return [{ ...asUse(column, choice), ...(part && { part }), ...(policy && { policy }) }];
  });
  return { ...mapping, columns };
}

export const withUse = (mapping: Mapping, use: ColumnMapping, change: Partial<ColumnMapping>): Mapping => ({
  ...mapping,
  columns: mapping.columns.map(one => (one === use ? { ...one, ...change } : one)),
});

/** Marks between parts of a cell, with the word for each. */
export const separators = [
  { by: ',', label: 'comma' },
  { by: ';', label: 'semicolon' },
  { by: '/', label: 'slash' },
  { by: '|', label: 'bar' },
  { by: ' - ', label: 'dash' },
  { by: '\n', label: 'line' },
  { by: ' ', label: 'space' },
] as const;

/** Separators that the examples hold, and into how many parts they cut them; a space or a dash only where most have one. */
export function splitsOf(
  column: ImportColumn,
): { readonly by: string; readonly label: string; readonly parts: number }[] {
  const examples = column.examples.length > 0 ? column.examples : column.values.map(({ value }) => value);
  return separators.flatMap(({ by, label }) => {
    const held = examples.filter(text => text.includes(by));
    const common = by === ' ' || by === ' - ';
    if (held.length === 0 || (common && held.length * 2 < examples.length)) return [];
    return [{ by, label, parts: Math.min(4, Math.max(...held.map(text => text.split(by).length))) }];
  });
}

const addressParts: readonly (readonly TargetChoice[])[] = [
  ['city', 'country'],
  ['notes', 'city', 'country'],
  ['notes', 'city', 'region', 'country'],
];
const names: readonly TargetChoice[] = ['firstName', 'lastName', 'company', 'jobTitle'];
const isAddress =
  /place|address|adress|anschrift|location|standort|wohnort|sitz|\bort\b|city|country|land|region|lieu|ville|ciudad|direcc|indirizzo/i;

/** What the parts of a column are likely to be. */
function partsOf(column: ImportColumn, target: ImportTarget | undefined, parts: number): readonly TargetChoice[] {
  const isAddressPart =
    target === 'city' || target === 'country' || target === 'region' || isAddress.test(column.header);
  if (isAddressPart) return addressParts[parts - 2] ?? ['notes', 'city', 'region', 'country'];
  if (target === 'fullName' || target === 'firstName') return names;
  return [target ?? 'notes', ...Array.from({ length: parts - 1 }, () => 'notes')];
}

/** The column cut into parts, each of which becomes something of its own. */
export function withSplit(mapping: Mapping, column: ImportColumn, by: string, parts: number): Mapping {
  const before = mapping.columns.find(one => one.column === column.index);
  const choices = partsOf(column, before?.target, parts);
  const uses = Array.from({ length: parts }, (_, index) => ({
    ...asUse(column, choices[index] ?? 'notes'),
    part: { by, index },
  }));
  return { ...mapping, columns: sorted([...mapping.columns.filter(one => one.column !== column.index), ...uses]) };
}

/** The column whole again. */
export function withoutSplit(mapping: Mapping, column: ImportColumn): Mapping {
  const [first] = mapping.columns.filter(one => one.column === column.index);
  const others = mapping.columns.filter(one => one.column !== column.index);
  if (!first) return mapping;
  const { part: _cut, ...whole } = first;
  return { ...mapping, columns: sorted([...others, whole]) };
}

export function withFixed(mapping: Mapping, target: ImportTarget, value: string | null): Mapping {
  const others = mapping.fixed.filter(one => one.target !== target);
  if (value === null) return { ...mapping, fixed: others };
  const there = mapping.fixed.some(one => one.target === target);
  const fixed = there
    ? mapping.fixed.map(one => (one.target === target ? { ...one, value } : one))
    : [...others, { target, value }];
  return { ...mapping, fixed };
}

/** Words that differ only in case, accents or spaces are one value, as for the import itself. */
const plain = (word: string): string =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
const isOf = (target: ImportTarget, value: string) => {
  const word = plain(value);
  return (one: Mapping['values'][number]) => one.target === target && plain(one.value) === word;
};

/** What a word means for a target; null: it is skipped. Undefined: nobody has said or guessed. */
export const meaningOf = (mapping: Mapping, target: ImportTarget, value: string): string | null | undefined =>
  mapping.values.find(isOf(target, value))?.to;

export function withValue(mapping: Mapping, target: ImportTarget, value: string, to: string | null): Mapping {
  const same = isOf(target, value);
  return { ...mapping, values: [...mapping.values.filter(one => !same(one)), { target, value, to }] };
}
