// Content of a new workspace: settings, activity types, channels, default criteria; and the built-in types an older file lacks.
import { builtInActivityTypes } from '../../shared/activity.ts';
import type { Settings } from '../../shared/workspace.ts';
import { defaultSettings } from '../../shared/workspace.ts';
import type { Writer } from '../db/file/handle.ts';
import { insertActivityType, listActivityTypes } from '../db/tables/activities.ts';
import { insertCriteria } from '../db/tables/criteria.ts';
import { insertRow } from '../db/tables/rows.ts';
import { writeSettings } from '../db/tables/workspace.ts';
import { plainLabel } from '../domain/labels.ts';
import { defaultCriteria } from '../domain/scoring/defaults.ts';

/** Channels most companies have; ids are fixed so that the sample and the tests can name them. */
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

/**
 * Adds the built-in activity types that came after the file was made; those it has stay as they are. Where a custom type has
 * the name already, the built-in one is archived, so that no list offers the same name twice.
 */
export function addBuiltInTypes(db: Writer): void {
  const present = listActivityTypes(db);
  const ids = new Set(present.map(({ id }) => id));
  const labels = new Set(present.map(({ label }) => plainLabel(label)));
  for (const type of builtInActivityTypes) {
    if (ids.has(type.id)) continue;
    insertActivityType(db, { ...type, archived: labels.has(plainLabel(type.label)) });
  }
}

/** Fills an empty file, inside a running step. */
export function fillNewWorkspace(
  db: Writer,
  start: { readonly settings: Partial<Settings>; readonly now: number; readonly newId: () => string },
): void {
  writeSettings(db, { ...defaultSettings, ...start.settings });
  addBuiltInTypes(db);
  for (const [id, label] of channels) insertRow(db, 'channel', { id, label, archived: false });
  insertCriteria(db, {
    id: start.newId(),
    number: 1,
    criteria: defaultCriteria,
    reason: 'Default criteria',
    publishedAt: start.now,
  });
}
