// Wishes not to be contacted in a cell of a name, an address or a number: the wish is taken, the rest of the cell stays.
import type { Use } from './cells.ts';
import { headerOf, warning } from './cells.ts';
import { mentionsOptOut, wishOf } from './consent-terms.ts';
import { nameBesideWish } from './name-wishes.ts';
import type { ImportPlan } from './plan.ts';
import type { RowAttributes } from './row-text.ts';
import { asksNotTo } from './row-unread.ts';

function hasAddress(plan: ImportPlan, row: readonly string[]): boolean {
  const uses = [...(plan.uses.get('email') ?? []), ...(plan.uses.get('otherEmail') ?? [])];
  return uses.some(({ column }) => row[column]?.includes('@') === true);
}

/**
 * "Ada Holm (opted out)" is Ada Holm, who is not to be contacted. What may be a wish and may be the name is asked about, and "no
 * email" beside somebody without an address is none. What stood there is kept in the notes.
 */
export function withoutWish(
  use: Use,
  text: string,
  plan: ImportPlan,
  row: readonly string[],
  out: RowAttributes,
): string {
  const found = plan.mapping.literal ? null : nameBesideWish(text, use.target);
  if (found === null) return text;
  const says = found.says === 'address' ? (text.includes('@') || hasAddress(plan, row) ? 'no' : 'nothing') : found.says;
  if (says === 'no') out.attributes.consent = 'no';
  if (says === 'ask') out.asked.push(warning(use, text, asksNotTo));
  if (found.name !== text) {
    const line = `${use.target === 'fullName' ? use.header || 'Name' : headerOf(use)}: ${text}`;
    if (!out.notes.includes(line)) out.notes.push(line);
  }
  return found.name;
}

/** Words beside an address: "no email" alone, without an address in the cell, says that there is none. */
export function readWishInEmail(use: Use, text: string, hasAddress: boolean, out: RowAttributes): void {
  const wish = wishOf(text);
  if (wish === 'address' && !hasAddress) return;
  if (wish === 'newsletter') out.asked.push(warning(use, text, asksNotTo));
  else if (wish !== null) out.attributes.consent = 'no';
  else if (mentionsOptOut(text)) out.asked.push(warning(use, text, asksNotTo));
}
