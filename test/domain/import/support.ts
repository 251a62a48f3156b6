// Reads fixtures and texts through the whole parser, in this process, as the parser's process would.
import { fileURLToPath } from 'node:url';
import { guessMapping } from '../../../electron/domain/import/guess.ts';
import type { PrepareContext } from '../../../electron/domain/import/plan.ts';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { prepareRows } from '../../../electron/jobs/import-parser/prepare.ts';
import { previewFile } from '../../../electron/jobs/import-parser/preview.ts';
import { builtInActivityTypes } from '../../../shared/activity.ts';
import type { Mapping, Preview, ReadChoices, RowProblem } from '../../../shared/import.ts';
import type { PreparedRow, RejectedRow } from '../../../shared/import-row.ts';

export const words = {
  channels: ['Website', 'Referral', 'Trade show', 'Webinar', 'E-mail', 'Social media'],
  campaigns: [],
  members: ['Ann Lee'],
  activityTypes: builtInActivityTypes,
};
export const now = Date.UTC(2026, 5, 1);
export const context: PrepareContext = {
  timeZone: 'Europe/Berlin',
  minorUnits: 100,
  dayFirst: true,
  country: 'DE',
  now,
  words,
};

export const fixture = (name: string): ImportSource => ({
  kind: 'file',
  path: fileURLToPath(new URL(`../../fixtures/imports/${name}`, import.meta.url)),
});
export const text = (content: string, name = 'list.csv'): ImportSource => ({
  kind: 'bytes',
  name,
  bytes: new TextEncoder().encode(content),
});

const silent = { progress: () => {}, isCancelled: () => false };
export type Region = { readonly locale: string; readonly dateOrder: 'dmy' | 'mdy'; readonly decimal: '.' | ',' };
export const germany: Region = { locale: 'de-DE', dateOrder: 'dmy', decimal: ',' };

export const preview = (source: ImportSource, choices: ReadChoices = {}, region = germany): Promise<Preview> =>
  previewFile({ source, choices, locale: region.locale, home: region }, silent);

export type Read = {
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly rows: PreparedRow[];
  readonly rejected: RejectedRow[];
  readonly problems: RowProblem[];
};

/** Everything an import does before it writes, with the mapping that was guessed (changed by `change`). */
export async function read(
  source: ImportSource,
  options: {
    readonly choices?: ReadChoices;
    readonly change?: (mapping: Mapping) => Mapping;
    readonly context?: Partial<PrepareContext>;
    readonly region?: Region;
  } = {},
): Promise<Read> {
  const choices = options.choices ?? {};
  const seen = await preview(source, choices, options.region);
  const guessed = guessMapping(seen, null, words);
  const mapping = options.change?.(guessed) ?? guessed;
  const out: Read = { preview: seen, mapping, rows: [], rejected: [], problems: [] };
  const request = { source, choices, locale: 'de-DE', mapping, context: { ...context, ...options.context } };
  for await (const piece of prepareRows(request)) {
    out.rows.push(...piece.rows);
    out.rejected.push(...piece.rejected);
    out.problems.push(...piece.problems);
  }
  return out;
}

/** What each column became, by its header. */
export const targets = ({ preview, mapping }: Pick<Read, 'preview' | 'mapping'>): Record<string, string> =>
  Object.fromEntries(mapping.columns.map(({ column, target }) => [preview.columns[column]?.header ?? '', target]));
