// Erasing a person: what would go, doing it, and the log of it.
import { leadName } from '../../../shared/lead.ts';
import { Refusal } from '../../../shared/result.ts';
import { countRows, listErasures } from '../../db/erasures.ts';
import type { Reader } from '../../db/handle.ts';
import { findLead } from '../../db/leads.ts';
import { createScrubber, namingWords } from '../../domain/privacy/identity.ts';
import { createPause } from '../../jobs/pause.ts';
import type { HandlersOfPrefix, ProcedureContext } from '../context.ts';
import { alikeOf } from './alike.ts';
import { erasePeople, personOf } from './erase.ts';
import { leadPrivacy } from './lead-privacy.ts';
import { findMentions } from './mentions.ts';

/** Notes about others that are shown; all are counted. */
const shown = 20;

const named = (db: Reader, ids: readonly string[]) =>
  ids.map(id => {
    const lead = findLead(db, id);
    if (!lead) throw new Refusal('not-found', 'This lead no longer exists. Nothing was erased.');
    return { id, name: leadName(lead) };
  });

/** What the owner is asked to confirm: the name, or how many people there are. */
export const confirmation = (people: readonly { readonly name: string }[]): string =>
  people.length === 1 ? (people[0]?.name ?? '') : `${people.length} people`;

const stoppable =
  ({ isCancelled }: ProcedureContext, jobId: string, pause: () => Promise<void>) =>
  async () => {
    await pause();
    if (isCancelled(jobId)) throw new Refusal('conflict', 'Stopped. No one was erased.');
  };

export const privacy: HandlersOfPrefix<'privacy'> = {
  ...leadPrivacy,

  'privacy.preview': async (context, { jobId, ids }) => {
    const { db } = context;
    const people = named(db, ids);
    const person = personOf(db, ids);
    const search = {
      scrubber: createScrubber(namingWords(person.identities)),
      leadIds: new Set(person.leadIds),
      pause: stoppable(context, jobId, createPause()),
    };
    const others: { leadId: string | null; name: string | null; text: string }[] = [];
    let [firm, otherCount] = [0, 0];
    for await (const { leadId, texts, ...mention } of findMentions(db, search)) {
      if (mention.firm) {
        firm += 1;
        continue;
      }
      otherCount += 1;
      if (others.length >= shown) continue;
      const lead = leadId === null ? undefined : findLead(db, leadId);
      others.push({ leadId, name: lead ? leadName(lead) : null, text: Object.values(texts).join(' / ').slice(0, 300) });
    }
    return {
      people,
      counts: countRows(db, person.leadIds),
      firm,
      others,
      otherCount,
      alike: await alikeOf(context, ids),
    };
  },

  'privacy.erase': async (context, { jobId, ids, name, others, reason }) => {
    const asked = confirmation(named(context.db, ids));
    if (asked !== name.trim())
      throw new Refusal('conflict', `This is now ${asked}, not ${name}. No one was erased; look again.`, 'name');
    context.progress({ jobId, phase: 'erasing', done: 0, total: null });
    const counts = await context.unrecordedStep(step =>
      erasePeople({ ...step, pause: stoppable(context, jobId, step.pause) }, { ids, reason, others }),
    );
    return { counts };
  },

  'privacy.cancel': ({ cancel }, { jobId }) => {
    cancel(jobId);
    return {};
  },

  'privacy.erasures': ({ db }) => listErasures(db),
};
