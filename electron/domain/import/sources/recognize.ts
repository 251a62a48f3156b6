// Detects which program wrote a file, by headers only it writes.
import { headerKey } from '../text.ts';
import { bookingSources } from './booking.ts';
import { cardSources } from './cards.ts';
import { contactSources } from './contacts.ts';
import { crmSources } from './crm.ts';
import { eventSources } from './events.ts';
import { mailSources } from './mail.ts';
import { orderSources } from './orders.ts';
import type { Becomes, SourceProgram } from './source.ts';
import { workSources } from './work.ts';

/** The more particular first: a deals file of HubSpot also has what its contacts file has. */
export const sources: readonly SourceProgram[] = [
  ...mailSources,
  ...cardSources,
  ...eventSources,
  ...workSources,
  ...orderSources,
  ...bookingSources,
  ...contactSources,
  ...crmSources,
];

type Ready = {
  readonly source: SourceProgram;
  readonly needs: readonly (readonly string[])[];
  readonly headers: ReadonlyMap<string, readonly Becomes[]>;
};
const ready: readonly Ready[] = sources.map(source => ({
  source,
  needs: source.exact ? source.needs : source.needs.map(set => set.map(headerKey)),
  headers: new Map(
    Object.entries(source.headers).map(([header, becomes]) => [
      headerKey(header),
      Array.isArray(becomes) ? (becomes as readonly Becomes[]) : [becomes as Becomes],
    ]),
  ),
}));

/** The source of a file with these headers; null when it is none we know. */
export function recognize(header: readonly string[]): SourceProgram | null {
  const keys = new Set(header.map(headerKey));
  const names = new Set(header);
  const has = (source: SourceProgram, name: string) => (source.exact ? names : keys).has(name);
  const isOther = ({ without = [] }: SourceProgram) => without.some(name => keys.has(headerKey(name)));
  return (
    ready.find(({ source, needs }) => needs.some(set => set.every(name => has(source, name))) && !isOther(source))
      ?.source ?? null
  );
}

/** What a source's header becomes; null when the source does not say. */
export const becomesIn = (source: SourceProgram, header: string): readonly Becomes[] | null =>
  ready.find(entry => entry.source === source)?.headers.get(headerKey(header)) ?? null;
