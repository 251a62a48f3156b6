// Cells that are not what their column should hold: they are kept in the notes under their header.
import type { Use } from './cells.ts';
import { headerOf, warning } from './cells.ts';
import type { ImportPlan } from './plan.ts';
import { cleanCell, isStillOpen, normalize } from './text.ts';

/** Adds a line for the notes, unless the column goes there as it is. */
export function keepCell(plan: ImportPlan, use: Use, text: string, unread: string[]): void {
  const inNotes = plan.uses.get('notes')?.some(({ column }) => column === use.column) === true;
  const line = `${headerOf(use)}: ${text}`;
  if (!inNotes && !unread.includes(line)) unread.push(line);
}

/** The same for a cell that its column cannot hold, with the warning: "Close date: “soon” is not a date." */
export function refuseCell(
  plan: ImportPlan,
  use: Use,
  text: string,
  why: string,
  { warnings, unread }: { readonly warnings: string[]; readonly unread: string[] },
): void {
  warnings.push(warning(use, text, why));
  keepCell(plan, use, text, unread);
}

/** Of a note: said, and nothing is set by it. */
export const asksNotTo = 'may ask not to be contacted; nothing was set by it.';
/** The same, said outright in a mail. */
export const asksOutright = 'asks for no more mail.';

const none = /^(?:none|keine?r?|aucune?|ning[uú]n[oa]?|nessun[oa]?|geen|nenhuma?|brak|ingen|inga)$/i;
const ofContact = /marketing|mailing|contact pref|mail pref|preference|kontakt|contact par|contacto|contatto|werbung/;

/** "tbc" under an amount says that it is still to be agreed: no value, and more than an empty cell. */
export function keepOpenWords(plan: ImportPlan, row: readonly string[], unread: string[], warnings: string[]): void {
  if (plan.mapping.literal) return;
  for (const uses of plan.uses.values()) {
    for (const use of uses) {
      const raw = row[use.column];
      if (raw === undefined || raw === '' || raw.length > 12) continue;
      const text = cleanCell(raw);
      const saysNone = use.target === 'notes' && none.test(text) && ofContact.test(normalize(use.header));
      if (isStillOpen(text) || saysNone) pushOnce(unread, `${headerOf(use)}: ${text}`);
      if (saysNone) warnings.push(warning(use, text, asksNotTo));
    }
  }
}

function pushOnce(lines: string[], line: string): void {
  if (!lines.includes(line)) lines.push(line);
}
