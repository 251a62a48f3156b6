// What the log box says when it is done.

type Named = { readonly name: string };
type Promoted = Named & { readonly total: number };

/** "Dana Weber", "Dana Weber and Bo Lind", "Dana Weber and 4 others". */
export function namesOf(people: readonly Named[]): string {
  const [first, second] = people;
  if (!first) return 'nobody';
  if (!second) return first.name;
  return people.length === 2 ? `${first.name} and ${second.name}` : `${first.name} and ${people.length - 1} others`;
}

/** The sentence of the toast; a promotion is the news. */
export function doneWords(what: string, people: readonly Named[], promoted: readonly Promoted[]): string {
  const [first] = promoted;
  if (!first) return `Logged: ${what}, ${namesOf(people)}.`;
  if (promoted.length > 1) return `Logged: ${what}. ${namesOf(promoted)} are MQLs now.`;
  return `Logged: ${what}. ${first.name} is an MQL now, with ${first.total} points.`;
}
