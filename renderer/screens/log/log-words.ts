// Toasts of the log box.

type Named = { readonly name: string };

/** "Dana Weber", "Dana Weber and Bo Lind", "Dana Weber and 4 others". */
export function namesOf(people: readonly Named[]): string {
  const [first, second] = people;
  if (!first) return 'no one';
  if (!second) return first.name;
  return people.length === 2 ? `${first.name} and ${second.name}` : `${first.name} and ${people.length - 1} others`;
}

/** The sentence of the toast. */
export const doneWords = (what: string, people: readonly Named[]): string => `Logged: ${what}, ${namesOf(people)}.`;
