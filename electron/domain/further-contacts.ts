// Addresses, numbers, profiles and ids beyond the first of each: lines of the notes, by which a person is found all the same.
import { linkedinKey, phoneCountry } from './import/keys.ts';
import { samePhone } from './import/phones.ts';

export const furtherKinds = {
  email: 'Other e-mail',
  phone: 'Other phone',
  linkedin: 'Other LinkedIn',
  id: 'Other id',
} as const;
export type FurtherKind = keyof typeof furtherKinds;
export type Further = Readonly<Record<FurtherKind, readonly string[]>>;

const kinds = Object.keys(furtherKinds) as readonly FurtherKind[];
const line = /^Other (e-mail|phone|LinkedIn|id): (\S.{0,499})$/;
const byWord = new Map(kinds.map(kind => [furtherKinds[kind].slice('Other '.length), kind]));

export const furtherLine = (kind: FurtherKind, value: string): string => `${furtherKinds[kind]}: ${value}`;

/** True for a line of the notes that names a further address, number, profile or id. */
export const isFurther = (text: string): boolean => line.test(text.trim());

/** What the notes of a lead say in such lines. */
export function furtherOf(notes: string | null | undefined): Further {
  const found: Record<FurtherKind, string[]> = { email: [], phone: [], linkedin: [], id: [] };
  if (!notes?.includes('Other ')) return found;
  for (const text of notes.split('\n')) {
    const [, word = '', value] = line.exec(text.trim()) ?? [];
    const kind = byWord.get(word);
    if (kind && value) found[kind].push(value);
  }
  return found;
}

/** Notes with lines at their end that are not there yet. */
export function withLines(notes: string | null, lines: readonly string[]): string | null {
  const there = new Set((notes ?? '').split('\n').map(text => text.trim()));
  const missing = lines.filter(text => text.trim() !== '' && !there.has(text.trim()) && there.add(text.trim()));
  return missing.length === 0 ? notes : [notes, ...missing].filter(text => text !== null && text !== '').join('\n');
}

type Reachable = {
  readonly email: string | null;
  readonly phone: string | null;
  readonly linkedinUrl: string | null;
  readonly externalId: string | null;
  readonly country?: string | null;
};
const firsts = [
  ['email', 'email'],
  ['phone', 'phone'],
  ['linkedinUrl', 'linkedin'],
  ['externalId', 'id'],
] as const;

/** Whether two texts name the same address, number, profile or id. */
function isSame(kind: FurtherKind, one: string, other: string, country: string | null): boolean {
  if (kind === 'phone') return samePhone(one, other, country);
  if (kind === 'linkedin' && linkedinKey(one) !== null) return linkedinKey(one) === linkedinKey(other);
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Lines for what `theirs` can be reached by and `ours` cannot. `home`: country of phone numbers without a country code. */
export function furtherLines(
  ours: Reachable & { readonly notes: string | null },
  theirs: Partial<Reachable>,
  home: string | null,
): string[] {
  const country = phoneCountry({ country: ours.country ?? theirs.country }, home);
  const known = furtherOf(ours.notes);
  return firsts.flatMap(([field, kind]) => {
    const value = theirs[field];
    const first = ours[field];
    if (!value || first === null) return [];
    return [first, ...known[kind]].some(one => isSame(kind, one, value, country)) ? [] : [furtherLine(kind, value)];
  });
}
