// Refuses an import whose odd findings nobody has confirmed: identity, money, stage and consent are never decided unseen.

import type { Mapping, Preview } from '../../shared/import.ts';
import { columnFindings } from '../../shared/import-column-findings.ts';
import type { Finding } from '../../shared/import-findings.ts';
import { AppError } from '../../shared/result.ts';

/** What of a preview the findings of columns need. */
export type SeenFile = Pick<Preview, 'columns' | 'rowCount' | 'rows' | 'currencies' | 'signature'>;

/** Throws when a finding is odd and not among `confirmed`; the sentence names the first. */
export function refuseUnconfirmed(findings: readonly Finding[], confirmed: ReadonlySet<string>): void {
  const open = findings.filter(({ odd, key }) => odd && !confirmed.has(key));
  const [first] = open;
  if (!first) return;
  const more = open.length === 1 ? '' : ` and ${open.length - 1} more`;
  const text = first.text.replace(/\.$/, '');
  throw new AppError(
    'conflict',
    `This import has to be confirmed first (${text}${more}). Nothing was changed. Open its preview and confirm the marked sentences.`,
  );
}

/** The same for what the columns tell. */
export const refuseUnconfirmedColumns = (
  seen: SeenFile,
  mapping: Mapping,
  currency: string,
  confirmed: ReadonlySet<string>,
): void => refuseUnconfirmed(columnFindings(seen, mapping, currency), confirmed);

type Remembered = { readonly key: string; readonly seen: SeenFile };
const lastSeen = new WeakMap<object, Remembered>();

/** Keeps what was seen of the file that was read last, so that the import need not read it once more. */
export function rememberSeen(workspace: object, key: string, preview: SeenFile): void {
  const { columns, rowCount, rows, currencies, signature } = preview;
  lastSeen.set(workspace, { key, seen: { columns, rowCount, rows, currencies, signature } });
}

/** What was seen of that very file, read in that very way; undefined: it was another one, or it has changed since. */
export function seenBefore(workspace: object, key: string): SeenFile | undefined {
  const last = lastSeen.get(workspace);
  return last?.key === key ? last.seen : undefined;
}
