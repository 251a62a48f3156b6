// Toasts of the log box.

type Named = { readonly name: string };

/** "Dana Weber", "Dana Weber and Bo Lind", "Dana Weber and 4 others". */
export function namesOf(leads: readonly Named[]): string {
  const [first, second] = leads;
  if (!first) return 'no one';
  if (!second) return first.name;
  return leads.length === 2 ? `${first.name} and ${second.name}` : `${first.name} and ${leads.length - 1} others`;
}

/** The sentence of the toast. */
export const doneText = (what: string, leads: readonly Named[]): string => `Logged: ${what}, ${namesOf(leads)}.`;
