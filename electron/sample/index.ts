// The sample workspace: a year of a small firm that does not exist, in a file of its own, the same for the same seed and day.
import type { Settings } from '../../shared/workspace.ts';
import type { Writer } from '../db/file/handle.ts';
import { readMigrations } from '../db/file/migrate.ts';
import { growDatabase } from '../db/file/new-file-builder.ts';
import { insertCriteria } from '../db/tables/criteria.ts';
import { readSettings } from '../db/tables/workspace.ts';
import { zoneOf } from '../domain/zone.ts';
import { createIdSource } from '../ids.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import { fillNewWorkspace } from '../services/new-workspace.ts';
import { createCalendar } from './calendar.ts';
import { beginning, makeEfforts, makeTeam, makeVersions, sampleSettings } from './company.ts';
import { createContacts } from './contacts.ts';
import { writeLife, writeMeetings, writeSampleCompany } from './insert.ts';
import { makeMeetings } from './meetings.ts';
import { makeReach, makeSpend } from './money.ts';
import { writeNurturing } from './nurturing.ts';
import { cast } from './parts.ts';
import { seeded } from './random.ts';
import { buildLife } from './story.ts';
import { writeOpenEnds } from './today.ts';

export type SampleOptions = {
  /** The file to make (.ripen). */
  readonly file: string;
  readonly migrationsFolder: string;
  /** UTC ms. */
  readonly now: () => number;
  readonly addon?: string | undefined;
};

const usualSeed = 20;
const inTheMaking = new Map<string, Promise<void>>();

/**
 * Makes the sample workspace, giving way to other work all the time. Dates are counted back from today; nothing lies in the
 * future but plans. `local` sets what this computer has differently, such as the zone. Throws an AppError when the file exists;
 * a second call while the first still runs waits for that one.
 */
export function createSampleWorkspace(
  options: SampleOptions,
  seed: number = usualSeed,
  local: Partial<Pick<Settings, 'timeZone' | 'firstDayOfWeek' | 'appearance'>> = {},
): Promise<void> {
  const running = inTheMaking.get(options.file);
  if (running) return running;
  const database = { file: options.file, migrations: readMigrations(options.migrationsFolder), addon: options.addon };
  const made = growDatabase(database, db => fill(db, options.now(), seed, local)).finally(() =>
    inTheMaking.delete(options.file),
  );
  inTheMaking.set(options.file, made);
  return made;
}

async function fill(db: Writer, now: number, seed: number, local: Partial<Settings>): Promise<void> {
  const yieldToEventLoop = createYield();
  const chance = seeded(seed);
  const newId = createIdSource(() => now, chance.bytes);
  const zone = zoneOf(local.timeZone ?? sampleSettings.timeZone);
  await yieldToEventLoop();
  const calendar = createCalendar(now, zone);
  const team = makeTeam(newId);
  fillNewWorkspace(db, {
    settings: { ...sampleSettings, ...local, actingAs: null },
    now: beginning(calendar),
    newId,
  });
  await yieldToEventLoop();
  const settings = readSettings(db);
  const versions = makeVersions(calendar, settings.firstDayOfWeek, newId);
  for (const version of versions) insertCriteria(db, version);
  await yieldToEventLoop();
  const efforts = makeEfforts(calendar, newId);
  const spend = makeSpend(calendar, efforts, chance, newId);
  const reach = makeReach(calendar, settings.firstDayOfWeek, chance, newId);
  writeSampleCompany(db, { team, efforts, spend, reach });
  await yieldToEventLoop();

  const contact = createContacts(chance);
  const world = { calendar, team, efforts, contact, versions, newId };
  for (const [index, part] of chance.shuffle(cast).entries()) {
    writeLife(db, buildLife(world, seeded(seed * 1009 + index), part));
    await yieldToEventLoop();
  }

  const versionIds = new Map(versions.map(({ number, id }) => [number, id]));
  const meetings = makeMeetings(calendar, settings.firstDayOfWeek, team, versionIds, newId);
  await writeMeetings(db, { meetings, settings, zone, newId, yieldToEventLoop });
  writeNurturing(db, zone.dateAt(now), newId);
  writeOpenEnds(db, now, zone.dateAt(now), newId);
}
