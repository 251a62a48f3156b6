// Bulk actions: one undo step, in slices, with progress and cancel; unchanged leads are listed.
import type { Deed } from '../../shared/contract/lead-table.ts';
import type { Parsed } from '../../shared/contract.ts';
import { leadName } from '../../shared/lead.ts';
import { Refusal } from '../../shared/result.ts';
import { findActivityType } from '../db/activities.ts';
import { deleteLeadsById, findLead, updateLead } from '../db/leads.ts';
import { setOwnValue } from '../db/own-fields.ts';
import { addTag, listTags, removeTag } from '../db/tags.ts';
import { instantOf, logOne } from './activities.ts';
import { calendarOf } from './calendar.ts';
import type { CommandContext, HandlersOfPrefix, QueryContext } from './context.ts';
import { moveLead } from './funnel.ts';
import { mayPromote } from './imports/promoting.ts';
import { requireOwnField } from './own-fields.ts';
import { promote } from './promotion.ts';
import { typedFacts } from './typed-facts.ts';

/** Leads that are named when they could not be changed. */
const named = 20;
/** Leads deleted by one statement, with all that hangs on them: some 10 ms. */
const deletedAtOnce = 25;
/** Ids asked of a list at once. */
const chunk = 2000;

const people = (count: number): string => (count === 1 ? '1 lead' : `${count} leads`);

const labels: Readonly<Record<Deed['do'], (count: number) => string>> = {
  log: count => `log for ${people(count)}`,
  move: count => `move ${people(count)}`,
  facts: count => `edit ${people(count)}`,
  own: count => `edit ${people(count)}`,
  tags: count => `tag ${people(count)}`,
  'next-step': count => `plan for ${people(count)}`,
  remove: count => `delete ${people(count)}`,
};

/** May somebody become MQL by it? */
const scored: ReadonlySet<Deed['do']> = new Set<Deed['do']>(['log', 'facts', 'own']);

/** The ids meant, in the order of the table. */
export async function idsOfWho(context: QueryContext, who: Parsed<'bulk.run'>['who']): Promise<string[]> {
  if (who.by === 'ids') return [...new Set(who.ids)];
  await context.scores.ready();
  const { search, conditions } = who;
  const list = await context.lists.of(
    { search, conditions, sort: 'score', descending: true, country: context.country },
    calendarOf(context),
  );
  const except = new Set(who.except);
  const ids: string[] = [];
  for (let from = 0; from < list.total; from += chunk) {
    for (const id of list.page(from, chunk)) if (!except.has(id)) ids.push(id);
  }
  return ids;
}

/** What is done with one lead; what is the same for all is asked once. Throws a Refusal for a lead it cannot be done with. */
function doer(context: CommandContext, deed: Exclude<Deed, { do: 'remove' }>): (id: string) => void {
  const { db, newId } = context;
  switch (deed.do) {
    case 'log': {
      const type = findActivityType(db, deed.typeId);
      if (!type) throw new Refusal('not-found', 'This activity type no longer exists.', 'typeId');
      const at = instantOf(context, deed.when);
      return id => void logOne(context, id, { type, at, note: deed.note });
    }
    case 'move':
      return id => moveLead(context, id, deed.move);
    case 'facts':
      return id => void updateLead(db, id, typedFacts(deed.facts));
    case 'own': {
      const { fieldId, value } = deed;
      requireOwnField(context, fieldId, value);
      return id => setOwnValue(db, { id: newId(), leadId: id, fieldId, value });
    }
    case 'tags': {
      const known = new Set(listTags(db).map(tag => tag.id));
      if (deed.add.some(tagId => !known.has(tagId))) throw new Refusal('not-found', 'This tag no longer exists.');
      return id => {
        for (const tagId of deed.remove) removeTag(db, id, tagId);
        for (const tagId of deed.add) addTag(db, { id: newId(), leadId: id, tagId });
      };
    }
    case 'next-step':
      return id => void updateLead(db, id, { nextStep: deed.nextStep, nextStepOn: deed.nextStepOn });
    default:
      return deed satisfies never;
  }
}

export const bulk: HandlersOfPrefix<'bulk'> = {
  'bulk.run': async (context, { jobId, who, deed }) => {
    const ids = await idsOfWho(context, who);
    if (ids.length === 0) return { done: 0, left: 0, leftFirst: [], promoted: 0 };
    return context.longStep(
      labels[deed.do](ids.length),
      async step => {
        const tell = (done: number) => {
          if (context.isCancelled(jobId)) throw new Refusal('conflict', 'Stopped. Nothing was changed.');
          context.progress({ jobId, phase: 'changing', done, total: ids.length });
        };
        if (deed.do === 'remove') {
          let done = 0;
          for (let from = 0; from < ids.length; from += deletedAtOnce) {
            tell(from);
            done += deleteLeadsById(step.db, ids.slice(from, from + deletedAtOnce));
            await step.pause();
          }
          return { done, left: 0, leftFirst: [], promoted: 0 };
        }
        const act = doer(step, deed);
        const leftFirst: { id: string; name: string; why: string }[] = [];
        const changed: string[] = [];
        let left = 0;
        let told = 0;
        for (const [index, id] of ids.entries()) {
          await step.pause();
          if (index - told >= 100 || index === 0) {
            told = index;
            tell(index);
          }
          const lead = findLead(step.db, id);
          try {
            if (!lead) continue;
            act(id);
            changed.push(id);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            left += 1;
            const name = lead ? leadName(lead) : id;
            const why = error.message.replace(`${name}: `, '');
            if (leftFirst.length < named) leftFirst.push({ id, name, why });
          }
        }
        context.progress({ jobId, phase: 'counting', done: ids.length, total: ids.length });
        let promoted = 0;
        if (scored.has(deed.do)) {
          const from = deed.do === 'log' ? { from: instantOf(step, deed.when) } : {};
          for (const id of await mayPromote(step, changed, step.pause)) {
            promoted += promote(step, [id], from).length;
            await step.pause();
          }
        }
        return { done: changed.length, left, leftFirst, promoted };
      },
      ids.length,
    );
  },
};
