// Erasing a person: what would go, doing it, and the log of it.
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { countRows, listErasures } from '../db/tables/erasures.ts';
import { findLead } from '../db/tables/leads.ts';
import { createScrubber, namingTerms } from '../domain/privacy/identity.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix, ProcedureContext } from '../services/context.ts';
import { alikeOf } from '../services/privacy/alike.ts';
import { erasePeople, personOf } from '../services/privacy/erase.ts';
import { leadPrivacy } from '../services/privacy/lead-privacy.ts';
import { findMentions } from '../services/privacy/mentions.ts';

/** Notes about others that are shown; all are counted. */
const shown = 20;

const named = (db: Reader, ids: readonly string[]) =>
  ids.map(id => {
    const lead = findLead(db, id);
    if (!lead) throw new AppError('not-found', 'This lead no longer exists. Nothing was erased.');
    return { id, name: leadName(lead) };
  });

/** What the owner is asked to confirm: the name, or how many people there are. */
export const confirmation = (leads: readonly { readonly name: string }[]): string =>
  leads.length === 1 ? (leads[0]?.name ?? '') : `${leads.length} people`;

const stoppable =
  ({ isCancelled }: ProcedureContext, jobId: string, yieldToEventLoop: () => Promise<void>) =>
  async () => {
    await yieldToEventLoop();
    if (isCancelled(jobId)) throw new AppError('conflict', 'Stopped. No one was erased.');
  };

export const privacy: HandlersOfPrefix<'privacy'> = {
  ...leadPrivacy,

  'privacy.preview': async (context, { jobId, ids }) => {
    const { db } = context;
    const leads = named(db, ids);
    const listedLead = personOf(db, ids);
    const search = {
      scrubber: createScrubber(namingTerms(listedLead.identities)),
      leadIds: new Set(listedLead.leadIds),
      yieldToEventLoop: stoppable(context, jobId, createYield()),
    };
    const others: { leadId: string | null; name: string | null; text: string }[] = [];
    let [workspaceTexts, otherCount] = [0, 0];
    for await (const { leadId, texts, ...mention } of findMentions(db, search)) {
      if (mention.workspaceTexts) {
        workspaceTexts += 1;
        continue;
      }
      otherCount += 1;
      if (others.length >= shown) continue;
      const lead = leadId === null ? undefined : findLead(db, leadId);
      others.push({ leadId, name: lead ? leadName(lead) : null, text: Object.values(texts).join(' / ').slice(0, 300) });
    }
    return {
      leads,
      counts: countRows(db, listedLead.leadIds),
      workspaceTexts,
      others,
      otherCount,
      alike: await alikeOf(context, ids),
    };
  },

  'privacy.erase': async (context, { jobId, ids, name, others, reason }) => {
    const request = confirmation(named(context.db, ids));
    if (request !== name.trim())
      throw new AppError('conflict', `This is now ${request}, not ${name}. No one was erased; look again.`, 'name');
    context.progress({ jobId, phase: 'erasing', done: 0, total: null });
    const counts = await context.unrecordedStep(step =>
      erasePeople(
        { ...step, yieldToEventLoop: stoppable(context, jobId, step.yieldToEventLoop) },
        { ids, reason, others },
      ),
    );
    return { counts };
  },

  'privacy.cancel': ({ cancel }, { jobId }) => {
    cancel(jobId);
    return {};
  },

  'privacy.erasures': ({ db }) => listErasures(db),
};
