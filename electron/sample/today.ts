// What makes the sample's Today a real one: replies nobody has answered yet, and next steps without a day.
import type { Writer } from '../db/file/handle.ts';
import { insertActivity } from '../db/tables/activities.ts';
import { insertLaterStep } from '../db/tables/next-steps.ts';

const hourMs = 3_600_000;
const replies = ['Could you send the drawing again?', 'Tuesday suits us. Which time?', 'What would delivery cost?'];
const undated = ['Ask for a reference', 'Send photos of the new range', 'Ask who else needs one'];

/** Leads of sales that wait for a planned step; what they do changes no stage and no receipt. */
const withSales = (db: Writer, now: number, today: string, limit: number): string[] =>
  db.pluck(
    `SELECT l.id FROM lead l WHERE l.stage IN ('sql', 'opportunity') AND l.next_step_on > ?1 AND l.consent <> 'no'
       AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.lead_id = l.id AND (a.at > ?2 OR a.type_id = 'unsubscribed'))
     ORDER BY l.seq LIMIT ?3`,
    { 1: today, 2: now - 30 * hourMs, 3: limit },
  );

export function writeOpenEnds(db: Writer, now: number, today: string, newId: () => string): void {
  const leads = withSales(db, now, today, replies.length + undated.length);
  for (const [index, note] of replies.entries()) {
    const leadId = leads[index];
    if (leadId === undefined) return;
    const at = now - (3 + 5 * index) * hourMs;
    insertActivity(db, {
      id: newId(),
      leadId,
      typeId: 'replied',
      at,
      note,
      memberId: null,
      campaignId: null,
      content: null,
      batchId: null,
    });
  }
  for (const [index, what] of undated.entries()) {
    const leadId = leads[replies.length + index] ?? leads[index];
    if (leadId !== undefined) insertLaterStep(db, leadId, { id: newId(), what, on: null, time: null, repeats: null });
  }
}
