// The agenda of the meeting: its sections in order. A week has all of them, longer periods those that are figures.
import type { PeriodKind } from '../../../shared/figures.ts';

const agenda = [
  { id: 'figures', label: 'Figures', meeting: false },
  { id: 'trends', label: 'Over time', meeting: false },
  { id: 'funnel', label: 'Funnel', meeting: false },
  { id: 'mqls', label: 'MQLs', meeting: false },
  { id: 'handoff', label: 'Handoff', meeting: false },
  { id: 'channels', label: 'Channels and spend', meeting: false },
  { id: 'bar', label: 'The bar', meeting: false },
] as const;

export type SectionId = (typeof agenda)[number]['id'];
export type Section = { readonly id: SectionId; readonly label: string };

/** Sections of a period; `meeting`: only where people sit together, that is for a week. */
export const sectionsOf = (kind: PeriodKind): readonly Section[] =>
  agenda.filter(({ meeting }) => kind === 'week' || !meeting);
