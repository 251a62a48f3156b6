// Writes what was made up into the file, row by row, as the app itself would have.
import type { Reach, Settings, Spend } from '../../shared/workspace.ts';
import type { Writer } from '../db/file/handle.ts';
import { insertActivity } from '../db/tables/activities.ts';
import { insertDeal } from '../db/tables/deals.ts';
import { answerDecision, insertDecision, insertItem, setSla, updateItem } from '../db/tables/decisions.ts';
import { insertLead } from '../db/tables/leads.ts';
import { closeReview, insertReview, updateReview } from '../db/tables/reviews.ts';
import { insertRow } from '../db/tables/rows.ts';
import { insertScoreAdjustment } from '../db/tables/score-adjustments.ts';
import { insertReceipt, insertStageChange } from '../db/tables/stage-changes.ts';
import { periodOf } from '../domain/figures/period.ts';
import { reviewFigures } from '../domain/figures/review.ts';
import type { Zone } from '../domain/zone.ts';
import { minutesOf } from '../services/minutes.ts';
import { createHistoryStore, figureSettings } from '../stores/history-store.ts';
import type { Effort } from './company.ts';
import type { Life } from './life.ts';
import type { Meeting } from './meetings.ts';
import type { Team } from './team.ts';

type SampleCompany = {
  readonly team: Team;
  readonly efforts: readonly Effort[];
  readonly spend: readonly Spend[];
  readonly reach: readonly Reach[];
};

export function writeSampleCompany(db: Writer, { team, efforts, spend, reach }: SampleCompany): void {
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
  for (const points of life.hand) insertScoreAdjustment(db, lead.id, points);
  for (const change of life.changes) insertStageChange(db, change);
  for (const { id, ...receipt } of life.receipts) insertReceipt(db, { id, leadId: lead.id, ...receipt });
  for (const deal of life.deals()) insertDeal(db, deal);
}

type Held = {
  readonly meetings: readonly Meeting[];
  readonly settings: Settings;
  readonly zone: Zone;
  readonly newId: () => string;
  readonly yieldToEventLoop: () => Promise<void>;
};

/** Held one after the other as they were: each keeps the figures and minutes of the moment at which it ended. */
export async function writeMeetings(
  db: Writer,
  { meetings, settings, zone, newId, yieldToEventLoop }: Held,
): Promise<void> {
  const history = createHistoryStore(db);
  const items = meetings.flatMap(({ actionItems }) => actionItems);
  const tickOff = (from: number, to: number) => {
    for (const { id, doneAt } of items) {
      if (doneAt !== null && doneAt > from && doneAt <= to) updateItem(db, id, { doneAt });
    }
  };
  let last = 0;
  for (const { review, closedAt, decisions, actionItems, sla } of meetings) {
    insertReview(db, review.id, review.weekStart);
    updateReview(db, review.id, review);
    tickOff(last, closedAt);
    answerDecisions(db, meetings, review);
    for (const { id, answer: _, ...decision } of decisions) insertDecision(db, id, review.id, decision);
    for (const { id, doneAt: _, ...item } of actionItems) insertItem(db, id, review.id, item);
    setSla(db, review.id, sla, newId);
    const index = await history.index(zone, closedAt);
    await yieldToEventLoop();
    const work = reviewFigures(index, figureSettings(settings), 'week', review.weekStart);
    let step = work.next();
    for (; !step.done; step = work.next()) await yieldToEventLoop();
    const week = periodOf('week', review.weekStart, settings.firstDayOfWeek);
    const minutes = await minutesOf({ db, history, settings, zone, now: closedAt }, week, step.value);
    closeReview(db, review.id, { figures: step.value, minutes, closedAt });
    await yieldToEventLoop();
    last = closedAt;
  }
  tickOff(last, Number.POSITIVE_INFINITY);
}

/** What this meeting answered to the decisions whose week had come. */
function answerDecisions(db: Writer, meetings: readonly Meeting[], review: Meeting['review']): void {
  for (const { id, comesBack, answer } of meetings.flatMap(({ decisions }) => decisions)) {
    if (comesBack === review.weekStart && answer) answerDecision(db, id, { ...answer, answeredIn: review.id });
  }
}
