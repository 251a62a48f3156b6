// Writes what was made up into the file, row by row, as the app itself would have.
import type { Reach, Settings, Spend } from '../../../shared/workspace.ts';
import { insertActivity } from '../../db/activities.ts';
import { insertDeal } from '../../db/deals.ts';
import { insertHandPoints } from '../../db/hand-points.ts';
import type { Writer } from '../../db/handle.ts';
import { insertLead } from '../../db/leads.ts';
import { insertRow } from '../../db/rows.ts';
import { insertReceipt, insertStageChange } from '../../db/stage-changes.ts';
import { reviewFigures } from '../../domain/figures/review.ts';
import type { Zone } from '../../domain/zone.ts';
import { createHistoryStore, figureSettings } from '../history.ts';
import type { Effort, Team } from './firm.ts';
import type { Life } from './life.ts';
import type { Meeting } from './meetings.ts';

type Firm = {
  readonly team: Team;
  readonly efforts: readonly Effort[];
  readonly spend: readonly Spend[];
  readonly reach: readonly Reach[];
};

export function writeFirm(db: Writer, { team, efforts, spend, reach }: Firm): void {
  for (const member of team.all) insertRow(db, 'member', member);
  for (const { id, channelId, label, startsOn, endsOn, archived } of efforts) {
    insertRow(db, 'campaign', { id, channelId, label, startsOn, endsOn, archived });
  }
  for (const row of spend) insertRow(db, 'spend', row);
  for (const row of reach) insertRow(db, 'reach', row);
}

export function writeLife(db: Writer, life: Life): void {
  const lead = life.lead();
  insertLead(db, lead);
  for (const activity of life.activities) insertActivity(db, activity);
  for (const points of life.hand) insertHandPoints(db, lead.id, points);
  for (const change of life.changes) insertStageChange(db, change);
  for (const { id, ...receipt } of life.receipts) insertReceipt(db, { id, leadId: lead.id, ...receipt });
  for (const deal of life.deals()) insertDeal(db, deal);
}

type Held = {
  readonly meetings: readonly Meeting[];
  readonly settings: Settings;
  readonly zone: Zone;
  readonly pause: () => Promise<void>;
};

/** Each closed meeting keeps the figures of its week as they were when it ended. */
export async function writeMeetings(db: Writer, { meetings, settings, zone, pause }: Held): Promise<void> {
  const history = createHistoryStore(db);
  for (const { review, decisions, actionItems } of meetings) {
    const index = await history.index(zone, review.closedAt);
    await pause();
    const work = reviewFigures(index, figureSettings(settings), 'week', review.weekStart);
    let step = work.next();
    for (; !step.done; step = work.next()) await pause();
    insertRow(db, 'review', { ...review, figures: JSON.stringify(step.value) });
    for (const decision of decisions) insertRow(db, 'decision', decision);
    for (const item of actionItems) insertRow(db, 'action_item', item);
  }
}
