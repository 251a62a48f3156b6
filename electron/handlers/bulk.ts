// Bulk actions: one undo step, in slices, with progress and cancel; unchanged leads are listed.
import type { BulkAction } from '../../shared/contract/lead-table.ts';
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { findActivityType } from '../db/tables/activities.ts';
import { setCustomValue } from '../db/tables/custom-fields.ts';
import { deleteLeadsById, findLead, updateLead } from '../db/tables/leads.ts';
import { addTag, listTags, removeTag } from '../db/tables/tags.ts';
import { mayPromote } from '../importing/promoting.ts';
import type { CommandContext, HandlersOfPrefix } from '../services/context.ts';
import { requireCustomField } from '../services/custom-value.ts';
import { moveLead, requireLead } from '../services/funnel.ts';
import { instantOf, logOne, touchOf } from '../services/log-activity.ts';
import { setFirstStep } from '../services/next-steps.ts';
import { promote } from '../services/promotion.ts';
import { idsOfWho } from '../services/selected-ids.ts';
import { typedAttributes } from '../services/typed-facts.ts';

/** Leads that are named when they could not be changed. */
const named = 20;
/** Leads deleted by one statement, with all that hangs on them: some 10 ms. */
const deletedAtOnce = 25;

const countText = (count: number): string => (count === 1 ? '1 lead' : `${count} leads`);

const labels: Readonly<Record<BulkAction['do'], (count: number) => string>> = {
  log: count => `log for ${countText(count)}`,
  move: count => `move ${countText(count)}`,
  attributes: count => `edit ${countText(count)}`,
  'custom-field': count => `edit ${countText(count)}`,
  tags: count => `tag ${countText(count)}`,
  'next-step': count => `plan for ${countText(count)}`,
  remove: count => `delete ${countText(count)}`,
};

/** May somebody become MQL by it? */
const scored: ReadonlySet<BulkAction['do']> = new Set<BulkAction['do']>(['log', 'attributes', 'custom-field']);

/**
 * What is done with one lead, which answers how many next steps ended; what is the same for all is asked once. Throws an AppError
 * for a lead it cannot be done with.
 */
function doer(
  context: CommandContext,
  action: Exclude<BulkAction, { do: 'remove' }>,
): (id: string) => number | undefined {
  const { db, newId } = context;
  switch (action.do) {
    case 'log': {
      const type = findActivityType(db, action.typeId);
      if (!type) throw new AppError('not-found', 'This activity type no longer exists.', 'typeId');
      const at = instantOf(context, action.when);
      const touch = touchOf(context, action);
      return id => void logOne(context, id, { type, at, note: action.note, touch });
    }
    case 'move':
      return id => moveLead(context, id, action.move);
    case 'attributes': {
      const attributes = typedAttributes(action.attributes);
      return id => void updateLead(db, id, attributes);
    }
    case 'custom-field': {
      const { fieldId, value } = action;
      requireCustomField(context, fieldId, value);
      return id => void setCustomValue(db, { id: newId(), leadId: id, fieldId, value });
    }
    case 'tags': {
      const known = new Set(listTags(db).map(tag => tag.id));
      if (action.add.some(tagId => !known.has(tagId))) throw new AppError('not-found', 'This tag no longer exists.');
      return id => {
        for (const tagId of action.remove) removeTag(db, id, tagId);
        for (const tagId of action.add) addTag(db, { id: newId(), leadId: id, tagId });
      };
    }
    case 'next-step':
      return id => {
        requireLead(context, id);
        setFirstStep(context, id, action);
      };
    default:
      return action satisfies never;
  }
}

export const bulk: HandlersOfPrefix<'bulk'> = {
  'bulk.run': async (context, { jobId, who, action }) => {
    const ids = await idsOfWho(context, who);
    if (ids.length === 0) return { done: 0, left: 0, leftFirst: [], promoted: 0, endedSteps: 0 };
    return context.longStep(
      labels[action.do](ids.length),
      async step => {
        const reportProgress = (done: number) => {
          if (context.isCancelled(jobId)) throw new AppError('conflict', 'Stopped. Nothing was changed.');
          context.progress({ jobId, phase: 'changing', done, total: ids.length });
        };
        if (action.do === 'remove') {
          let done = 0;
          for (let from = 0; from < ids.length; from += deletedAtOnce) {
            reportProgress(from);
            done += deleteLeadsById(step.db, ids.slice(from, from + deletedAtOnce));
            await step.yieldToEventLoop();
          }
          return { done, left: 0, leftFirst: [], promoted: 0, endedSteps: 0 };
        }
        const act = doer(step, action);
        const leftFirst: { id: string; name: string; why: string }[] = [];
        const changed: string[] = [];
        let left = 0;
        let endedSteps = 0;
        let reported = 0;
        for (const [index, id] of ids.entries()) {
          await step.yieldToEventLoop();
          if (index - reported >= 100 || index === 0) {
            reported = index;
            reportProgress(index);
          }
          const lead = findLead(step.db, id);
          try {
            if (!lead) continue;
            endedSteps += act(id) ?? 0;
            changed.push(id);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            left += 1;
            const name = lead ? leadName(lead) : id;
            const why = error.message.replace(`${name}: `, '');
            if (leftFirst.length < named) leftFirst.push({ id, name, why });
          }
        }
        context.progress({ jobId, phase: 'counting', done: ids.length, total: ids.length });
        let promoted = 0;
        if (scored.has(action.do)) {
          const from = action.do === 'log' ? { from: instantOf(step, action.when) } : {};
          for (const id of await mayPromote(step, changed, step.yieldToEventLoop)) {
            promoted += promote(step, [id], from).length;
            await step.yieldToEventLoop();
          }
        }
        return { done: changed.length, left, leftFirst, promoted, endedSteps };
      },
      ids.length,
    );
  },
};
