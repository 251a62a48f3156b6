// Content of a new workspace: settings, activity types, channels, default criteria.
import { builtInActivityTypes } from '../../shared/activity.ts';
import type { Settings } from '../../shared/workspace.ts';
import { defaultSettings } from '../../shared/workspace.ts';
import type { Writer } from '../db/file/handle.ts';
import { insertActivityType } from '../db/tables/activities.ts';
import { insertCriteria } from '../db/tables/criteria.ts';
import { insertRow } from '../db/tables/rows.ts';
import { writeSettings } from '../db/tables/workspace.ts';
import { defaultCriteria } from '../domain/scoring/defaults.ts';

/** Channels most firms have; ids are fixed so that the sample and the tests can name them. */
const channels = [
  ['website', 'Website'],
  ['search', 'Search'],
  ['social', 'Social media'],
  ['e-mail', 'E-mail'],
  ['referral', 'Referral'],
  ['trade-show', 'Trade show'],
  ['webinar', 'Webinar'],
  ['advertising', 'Advertising'],
  ['cold-outreach', 'Cold outreach'],
] as const;

/** Fills an empty file, inside a running step. */
export function fillNewWorkspace(
  db: Writer,
  start: { readonly settings: Partial<Settings>; readonly now: number; readonly newId: () => string },
): void {
  writeSettings(db, { ...defaultSettings, ...start.settings });
  for (const type of builtInActivityTypes) insertActivityType(db, type);
  for (const [id, label] of channels) insertRow(db, 'channel', { id, label, archived: false });
  insertCriteria(db, {
    id: start.newId(),
    number: 1,
    criteria: defaultCriteria,
    reason: 'Default criteria',
    publishedAt: start.now,
  });
}
