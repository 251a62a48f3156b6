// What every story of the sample is told with.
import type { SampleCalendar } from './calendar.ts';
import type { Effort } from './company.ts';
import type { ContactSource } from './contacts.ts';
import type { LifeRules } from './life.ts';
import type { Team } from './team.ts';

export type World = LifeRules & {
  readonly calendar: SampleCalendar;
  readonly team: Team;
  readonly efforts: readonly Effort[];
  readonly contact: ContactSource;
};
