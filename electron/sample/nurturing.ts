// A nurture plan in the sample, with a few of those who are in Nurture on it: the first e-mails are due these days.
import { addDays, type PlainDate } from '../../shared/dates.ts';
import { templatePlan } from '../../shared/nurture.ts';
import type { Writer } from '../db/file/handle.ts';
import { insertLeadPlan, insertLeadTouch, savePlan } from '../db/tables/nurture.ts';
import { datedTouches } from '../domain/nurture/plan.ts';

/** Days before today on which they began. */
const starts = [2, 1, 0, 0];

export function writeNurturing(db: Writer, today: PlainDate, newId: () => string): void {
  const plan = {
    ...templatePlan,
    id: newId(),
    touches: templatePlan.touches.map(touch => ({ ...touch, id: newId() })),
  };
  savePlan(db, plan);
  const leads = db.pluck<string>(
    `SELECT id FROM lead WHERE stage = 'nurture' AND consent <> 'no' AND email IS NOT NULL AND nurture_until > ?
       AND id NOT IN (SELECT lead_id FROM activity WHERE type_id = 'unsubscribed')
     ORDER BY id LIMIT ?`,
    [addDays(today, 14), starts.length],
  );
  for (const [index, leadId] of leads.entries()) {
    const startsOn = addDays(today, -(starts[index] ?? 0));
    const leadPlanId = newId();
    insertLeadPlan(db, { id: leadPlanId, leadId, planId: plan.id, startsOn });
    for (const touch of datedTouches(plan.touches, startsOn)) {
      insertLeadTouch(db, { ...touch, id: newId(), leadId, leadPlanId });
    }
  }
}
