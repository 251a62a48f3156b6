// The texts of a row: which columns hold them, how long each may be.
import type { ImportTarget } from '../../../shared/import-targets.ts';
import type { LeadAttributes } from '../../../shared/lead.ts';
import { textLimits } from '../../../shared/lead.ts';
import type { Use } from './cells.ts';
import { textOf } from './cells.ts';
import type { ImportPlan } from './plan.ts';

export type Writable<T> = { -readonly [K in keyof T]?: T[K] };

export type RowAttributes = {
  readonly attributes: Writable<LeadAttributes>;
  readonly emails: string[];
  readonly phones: string[];
  /** ISO code of the row's country, else the workspace's. */
  readonly country: string | null;
  readonly warnings: string[];
  /** Warnings of texts that may ask not to be contacted; of no use where nobody may contact them. */
  readonly asked: string[];
  /** Lines for the notes. */
  readonly notes: string[];
  /** A name as it stood there, with a salutation that no field holds. */
  saluted?: string;
};

export type TextField = keyof typeof textLimits;

/** Calls `read` for every cell that says something, in the order of targets and columns. */
export function each(
  plan: ImportPlan,
  row: readonly string[],
  targets: readonly ImportTarget[],
  read: (use: Use, text: string) => void,
): void {
  for (const target of targets) {
    for (const use of plan.uses.get(target) ?? []) {
      const text = textOf(use, row);
      if (text !== '') read(use, text);
    }
  }
}

export function limited(field: TextField, text: string, warnings: string[]): string {
  const most = textLimits[field];
  if (text.length <= most) return text;
  warnings.push(`The text for ${field} was cut at ${most} characters.`);
  return text.slice(0, most).trim();
}

/** Lines as one. Split, not matched: a pattern for the spaces around a line's end takes the square of the time. */
export const inOneLine = (text: string, mark: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
        .join(mark)
    : text;
