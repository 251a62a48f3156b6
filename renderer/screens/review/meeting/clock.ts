// Meeting clock: time per section against its share. It never warns.
import { type SectionId, sectionsOf } from '../agenda.ts';

/** Milliseconds spent on each section. */
export type TimeSpent = Readonly<Partial<Record<SectionId, number>>>;

const minuteMs = 60_000;
export const meetingMinutes = sectionsOf('open').reduce((sum, { minutes }) => sum + minutes, 0);

export const spend = (spent: TimeSpent, section: SectionId, ms: number): TimeSpent => ({
  ...spent,
  [section]: (spent[section] ?? 0) + Math.max(0, ms),
});

/** Share of the section's time that has been used, 0 to 1. Nothing grows beyond its time. */
export function usedShare(spent: TimeSpent, section: SectionId): number {
  const planned = minutesOf(section) * minuteMs;
  return planned === 0 ? 0 : Math.min(1, (spent[section] ?? 0) / planned);
}

const minutesOf = (section: SectionId): number =>
  [...sectionsOf('open'), ...sectionsOf('closed')].find(({ id }) => id === section)?.minutes ?? 0;

/** "12 of 30 min", and of the section "3 of 4 min". Begun minutes are not counted. */
export function clockText(spent: TimeSpent, section: SectionId): { readonly whole: string; readonly section: string } {
  const total = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
  return {
    whole: `${Math.floor(total / minuteMs)} of ${meetingMinutes} min`,
    section: `${Math.floor((spent[section] ?? 0) / minuteMs)} of ${minutesOf(section)}`,
  };
}
