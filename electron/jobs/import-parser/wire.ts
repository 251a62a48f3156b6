// A piece on its way between the processes: JSON without what a row does not say, or what the row before said as well. The main process reads it in a third of the
// time that cloning whole rows takes (1.6 against 4.8 µs a row); it blocks while it reads.
import type { PreparedRow } from '../../../shared/import-row.ts';
import type { PreparedPiece } from './prepare.ts';

const noReferences: PreparedRow['references'] = { channel: null, campaign: null, member: null };
const noKeys: PreparedRow['keys'] = {
  externalId: null,
  emails: [],
  phones: [],
  linkedin: null,
  otherIds: [],
  otherLinkedins: [],
  nameCompany: null,
  company: null,
  city: null,
  program: null,
  name: null,
  bare: null,
};
const nothing: PreparedRow = {
  line: 0,
  leadId: null,
  attributes: {},
  references: noReferences,
  keys: noKeys,
  rowKey: '',
  stage: null,
  stageDates: [],
  reason: null,
  nurtureUntil: null,
  createdAt: null,
  nextStep: null,
  nextStepOn: null,
  deal: null,
  activities: [],
  tags: [],
  customValues: [],
  spend: null,
  reach: null,
  warnings: [],
};

type PackedRow = Partial<Omit<PreparedRow, 'references' | 'keys'>> & {
  readonly references?: Partial<PreparedRow['references']>;
  readonly keys?: Partial<PreparedRow['keys']>;
  /** As the row before, but for what a `rowKey` does not hold: of a log each lead has many rows together. */
  readonly again?: 1;
};

/** Without what is null, an empty list, or an object that says nothing. */
function withoutEmpty(whole: object): object | undefined {
  let some: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(whole)) {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    some ??= {};
    some[name] = value;
  }
  return some;
}

/** A piece as text. */
export function packed(piece: PreparedPiece): string {
  let before = '';
  const rows = piece.rows.map((whole): object => {
    const { attributes, references, keys, ...row } = whole;
    if (whole.rowKey === before) {
      const { line, activities, warnings, saluted, width } = whole;
      return { again: 1, ...withoutEmpty({ line, activities, warnings, saluted, width }) };
    }
    before = whole.rowKey;
    return { ...withoutEmpty(row), attributes, references: withoutEmpty(references), keys: withoutEmpty(keys) };
  });
  return JSON.stringify({ ...piece, rows });
}

/** The same piece again. Rows share what they do not say: they are only read. */
export function unpacked(text: string): PreparedPiece {
  const { rows, ...piece } = JSON.parse(text) as Omit<PreparedPiece, 'rows'> & { readonly rows: readonly PackedRow[] };
  let before = nothing;
  return {
    ...piece,
    rows: rows.map(({ references, keys, again, ...row }) => {
      if (again) {
        const { saluted: _, width: __, ...same } = before;
        before = { ...same, activities: nothing.activities, warnings: nothing.warnings, ...row };
      } else
        before = {
          ...nothing,
          ...row,
          references: references ? { ...noReferences, ...references } : noReferences,
          keys: keys ? { ...noKeys, ...keys } : noKeys,
        };
      return before;
    }),
  };
}
