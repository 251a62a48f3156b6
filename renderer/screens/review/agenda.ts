// The agenda of the meeting: its sections in order, in three parts. A week has all of them, longer periods those that are figures.
import type { PeriodKind } from '../../../shared/figures.ts';

/** What is on screen: figures of any period, a week's meeting that is open, or one that is closed. */
export type AgendaKind = 'figures' | 'open' | 'closed';

/** `minutes`: the share of half an hour that is meant for it. `when`: on which agendas it stands. */
const agenda = [
  { id: 'last', label: 'Last meeting', minutes: 4, part: 'before', when: ['open', 'closed'] },
  { id: 'overview', label: 'Where we are', minutes: 2, part: 'before', when: ['open', 'closed'] },
  { id: 'figures', label: 'Figures', minutes: 2, part: 'week', when: ['figures', 'open', 'closed'] },
  { id: 'trends', label: 'Over time', minutes: 1, part: 'week', when: ['figures', 'open', 'closed'] },
  { id: 'funnel', label: 'Funnel', minutes: 1, part: 'week', when: ['figures', 'open', 'closed'] },
  { id: 'mqls', label: 'MQLs', minutes: 6, part: 'week', when: ['figures', 'open', 'closed'] },
  { id: 'handoff', label: 'Handoff', minutes: 3, part: 'week', when: ['figures', 'open', 'closed'] },
  { id: 'channels', label: 'Channels and spend', minutes: 2, part: 'week', when: ['figures', 'open', 'closed'] },
  { id: 'threshold', label: 'MQL threshold', minutes: 1, part: 'week', when: ['figures', 'open', 'closed'] },
  { id: 'what-if', label: 'What if', minutes: 2, part: 'agree', when: ['open'] },
  { id: 'plan', label: 'Plan', minutes: 1, part: 'agree', when: ['open'] },
  { id: 'decisions', label: 'Decisions', minutes: 2, part: 'agree', when: ['open'] },
  { id: 'items', label: 'Action items', minutes: 1, part: 'agree', when: ['open'] },
  { id: 'sla', label: 'Commitments', minutes: 1, part: 'agree', when: ['open'] },
  { id: 'close', label: 'Close', minutes: 1, part: 'agree', when: ['open'] },
  { id: 'minutes', label: 'Minutes', minutes: 1, part: 'agree', when: ['closed'] },
] as const satisfies readonly {
  readonly id: string;
  readonly label: string;
  readonly minutes: number;
  readonly part: 'before' | 'week' | 'agree';
  readonly when: readonly AgendaKind[];
}[];

export type SectionId = (typeof agenda)[number]['id'];
export type Section = {
  readonly id: SectionId;
  readonly label: string;
  readonly minutes: number;
  readonly part: 'before' | 'week' | 'agree';
};

export const sectionsOf = (kind: AgendaKind): readonly Section[] =>
  agenda.filter(({ when }) => (when as readonly AgendaKind[]).includes(kind));

export const agendaKind = (kind: PeriodKind, closed: boolean): AgendaKind =>
  kind !== 'week' ? 'figures' : closed ? 'closed' : 'open';

/** The sections with something to say, and the one that is open: those that keys walk. */
export const spoken = (
  sections: readonly Section[],
  quiet: ReadonlyMap<SectionId, string>,
  here: SectionId | null,
): readonly Section[] => sections.filter(({ id }) => !quiet.has(id) || id === here);

export const sectionIds: readonly SectionId[] = agenda.map(({ id }) => id);
export const labelOf = (id: SectionId): string => agenda.find(section => section.id === id)?.label ?? '';

/** Where somebody is who asked for `wanted`: what is agreed stands in a closed review's minutes, and the other way round. */
export function sectionIn(sections: readonly Section[], wanted: SectionId | null): SectionId {
  const found = sections.find(({ id }) => id === wanted);
  if (found) return found.id;
  const request = agenda.find(({ id }) => id === wanted);
  const alike = request?.part === 'agree' ? sections.findLast(({ part }) => part === 'agree') : undefined;
  return (alike ?? sections[0])?.id ?? 'figures';
}

/** The section that a key leads to, from `here`; null when the key means something else. */
export function sectionByKey(sections: readonly Section[], here: SectionId, key: string): SectionId | null {
  const at = sections.findIndex(({ id }) => id === here);
  const to = (index: number) => sections[Math.max(0, Math.min(sections.length - 1, index))]?.id ?? null;
  if (key === 'ArrowRight' || key === 'PageDown') return to(at + 1);
  if (key === 'ArrowLeft' || key === 'PageUp') return to(at - 1);
  // Nought stands after nine on every keyboard, so it is the tenth.
  return /^\d$/.test(key) ? (sections[key === '0' ? 9 : Number(key) - 1]?.id ?? null) : null;
}
