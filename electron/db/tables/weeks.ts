// All SQL of writing spend and reach by week.
import type { Writer } from '../file/handle.ts';
import { insertRow, updateRow } from './rows.ts';

export type SpendKey = {
  readonly channelId: string | null;
  readonly campaignId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
};

/** One amount for a channel or campaign and a span of days in place of what was there; null: none. */
export function setSpend(
  db: Writer,
  { channelId, campaignId, startsOn, endsOn }: SpendKey,
  amount: number | null,
  newId: () => string,
): void {
  const ids = db.pluck<string>(
    `SELECT id FROM spend WHERE starts_on = ? AND ends_on = ? AND campaign_id IS ?
     AND (campaign_id IS NOT NULL OR channel_id IS ?) ORDER BY id`,
    [startsOn, endsOn, campaignId, channelId],
  );
  const [kept, ...rest] = ids;
  if (amount !== null && kept !== undefined) db.run('UPDATE spend SET amount = ? WHERE id = ?', [amount, kept]);
  if (amount !== null && kept === undefined) {
    insertRow(db, 'spend', { id: newId(), channelId, campaignId, startsOn, endsOn, amount, note: null });
  }
  for (const id of amount === null ? ids : rest) db.run('DELETE FROM spend WHERE id = ?', [id]);
}

export type ReachKey = { readonly channelId: string | null; readonly from: string; readonly to: string };
export type Counted = { readonly strangers: number; readonly visitors: number };

/** Writes the people counted for a channel in the week [from, to) as one row; what `counted` leaves out stays as it was. */
export function setReach(
  db: Writer,
  { channelId, from, to }: ReachKey,
  counted: Partial<Counted>,
  newId: () => string,
): void {
  const rows = db.all<Counted & { readonly id: string }>(
    `SELECT id, strangers, visitors FROM reach WHERE channel_id IS ? AND week_start >= ? AND week_start < ? ORDER BY id`,
    [channelId, from, to],
  );
  const sum = (key: keyof Counted) => rows.reduce((total, row) => total + row[key], 0);
  const whole = { strangers: sum('strangers'), visitors: sum('visitors'), ...counted };
  const [kept, ...rest] = rows;
  if (kept === undefined) insertRow(db, 'reach', { id: newId(), channelId, weekStart: from, ...whole });
  else updateRow(db, 'reach', kept.id, whole);
  for (const { id } of rest) db.run('DELETE FROM reach WHERE id = ?', [id]);
}

/** Takes away rows that count nobody. */
export const removeEmptyReach = (db: Writer, { channelId, from, to }: ReachKey): number =>
  db.run(
    `DELETE FROM reach WHERE channel_id IS ? AND week_start >= ? AND week_start < ? AND strangers = 0 AND visitors = 0`,
    [channelId, from, to],
  );
