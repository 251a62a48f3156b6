// All SQL of settings, team, channels, campaigns, spend and reach.

import type { Campaign, Channel, Member, Reach, Settings, Spend } from '../../../shared/workspace.ts';
import { defaultSettings, settingsSchema } from '../../../shared/workspace.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow } from './rows.ts';

/** The settings; what the file does not say, or says in a way nobody understands, is the default. */
export function readSettings(db: Reader): Settings {
  const stored: Record<string, unknown> = {};
  for (const { id, value } of db.all<{ id: string; value: string }>('SELECT id, value FROM setting')) {
    stored[id] = JSON.parse(value);
  }
  const whole = settingsSchema.safeParse({ ...defaultSettings, ...stored });
  if (whole.success) return whole.data;
  // One setting that nobody understands must not take the others with it.
  const strange = new Set(whole.error.issues.map(issue => String(issue.path[0])));
  const known = Object.fromEntries(Object.entries(stored).filter(([name]) => !strange.has(name)));
  return settingsSchema.catch(defaultSettings).parse({ ...defaultSettings, ...known });
}

export function writeSettings(db: Writer, settings: Partial<Settings>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    db.run('INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', [
      name,
      JSON.stringify(value),
    ]);
  }
}

export const listMembers = (db: Reader): Member[] =>
  db.all<object>('SELECT id, name, side, archived FROM member ORDER BY name').map(row => fromRow(row, ['archived']));
export const listChannels = (db: Reader): Channel[] =>
  db.all<object>('SELECT id, label, archived FROM channel ORDER BY label').map(row => fromRow(row, ['archived']));
export const listCampaigns = (db: Reader): Campaign[] =>
  db
    .all<object>('SELECT id, channel_id, label, starts_on, ends_on, archived FROM campaign ORDER BY starts_on, label')
    .map(row => fromRow(row, ['archived']));
export const listSpend = (db: Reader): Spend[] =>
  db
    .all<object>(
      'SELECT id, channel_id, campaign_id, amount, starts_on, ends_on, note FROM spend ORDER BY starts_on, id',
    )
    .map(row => fromRow(row));
export const listReach = (db: Reader): Reach[] =>
  db
    .all<object>('SELECT id, channel_id, week_start, strangers, visitors FROM reach ORDER BY week_start, id')
    .map(row => fromRow(row));

export const deleteSpend = (db: Writer, id: string): boolean => db.run('DELETE FROM spend WHERE id = ?', [id]) > 0;

export const countClosedReviews = (db: Reader): number =>
  db.pluck<number>('SELECT count(*) FROM review WHERE closed_at IS NOT NULL')[0] ?? 0;

/** Whether any amount of money is recorded at all. */
export const hasAmounts = (db: Reader): boolean =>
  db.pluck<number>(
    `SELECT EXISTS (SELECT 1 FROM deal WHERE amount IS NOT NULL) OR EXISTS (SELECT 1 FROM spend)
      OR EXISTS (SELECT 1 FROM lead WHERE budget IS NOT NULL)`,
  )[0] === 1;
