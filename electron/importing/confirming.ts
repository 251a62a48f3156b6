// Refuses an import whose odd findings nobody has confirmed: identity, money, stage and consent are never decided unseen.

import type { Mapping, Preview } from '../../shared/import.ts';
import { columnFindings } from '../../shared/import-column-findings.ts';
import type { Finding } from '../../shared/import-findings.ts';
import { AppError } from '../../shared/result.ts';

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
  seen: Preview,
  mapping: Mapping,
  currency: string,
  confirmed: ReadonlySet<string>,
): void => refuseUnconfirmed(columnFindings(seen, mapping, currency), confirmed);

/** Mail says who wrote to whom only where it is known which addresses are the owner's. */
export function refuseUnknownOwn({ mail }: Preview, own: readonly string[]): void {
  if (mail && own.length === 0) throw new AppError('conflict', 'Select your own addresses first. Nothing was changed.');
}

type Remembered = { readonly key: string; readonly seen: Preview };
const lastSeen = new WeakMap<object, Remembered>();

/** Keeps what was seen of the file that was read last, so that the import need not read it once more. */
export function rememberSeen(workspace: object, key: string, seen: Preview): void {
  lastSeen.set(workspace, { key, seen });
}

/** What was seen of that very file, read in that very way; undefined: it was another one, or it has changed since. */
export function seenBefore(workspace: object, key: string): Preview | undefined {
  const last = lastSeen.get(workspace);
  return last?.key === key ? last.seen : undefined;
}
