// Privacy: restrictions and consent of a lead, the retention review, what is handed over about a person, and erasing one.
import { addMonths } from '../../shared/dates.ts';
import { leadName } from '../../shared/lead.ts';
import { usualPaperSize } from '../../shared/print.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { countRows, listErasures } from '../db/tables/erasures.ts';
import { filesOfLead } from '../db/tables/lead-files.ts';
import { findLead } from '../db/tables/leads.ts';
import { endPlans } from '../db/tables/nurture.ts';
import { privacyOf, retentionDue, updatePrivacy } from '../db/tables/privacy.ts';
import { fileName } from '../domain/export/file-name.ts';
import { createScrubber, namingTerms } from '../domain/privacy/identity.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix, ProcedureContext } from '../services/context.ts';
import { requireLead } from '../services/funnel.ts';
import { bytesAsRows } from '../services/lead-files.ts';
import { alikeOf } from '../services/privacy/alike.ts';
import { erasePeople, personOf } from '../services/privacy/erase.ts';
import { findMentions } from '../services/privacy/mentions.ts';
import { personData, personSections } from '../services/privacy/person.ts';
import { recordSections, sectionsText } from '../services/privacy/record.ts';
import { saveTo } from '../services/save-to.ts';

/** Notes about others that are shown; all are counted. */
const shown = 20;
/** Leads that one look at the retention review lists. */
const listed = 200;

const paperOf = ({ settings, country }: ProcedureContext) => settings.paperSize ?? usualPaperSize(country);

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
  'privacy.ofLead': ({ db }, { id }) => {
    const privacy = privacyOf(db, id);
    if (!privacy) throw new AppError('not-found', 'This lead no longer exists. It may have been deleted.');
    return privacy;
  },

  'privacy.setLead': (context, { id, change }) => {
    const { db, now } = context;
    requireLead(context, id);
    const stops = typeof change.doNotContact === 'string';
    updatePrivacy(db, id, { ...change, ...(stops ? { consent: 'no' as const } : {}) });
    if (stops) endPlans(db, id, { endedAt: now, endedBecause: 'stopped' });
    return {};
  },

  'privacy.person': async (context, { id }) => {
    await context.scores.ready();
    return personSections(context, id);
  },

  'privacy.savePerson': async (context, { id, format }) => {
    await context.scores.ready();
    const name = fileName(`Data about ${leadName(requireLead(context, id))}`);
    return format === 'json'
      ? saveTo(context, `${name}.json`, () => JSON.stringify(personData(context, id), null, 2))
      : saveTo(context, `${name}.pdf`, () => context.print({ path: `/print/person.${id}`, size: paperOf(context) }));
  },

  'privacy.retention': ({ db, settings, today, zone }) => {
    const months = settings.retentionMonths;
    if (months === null) return { months, rows: [] };
    const before = zone.noon(addMonths(today, -months));
    const rows = retentionDue(db, before, today, listed).flatMap(({ id, lastAt }) => {
      const lead = findLead(db, id);
      return lead ? [{ id, name: leadName(lead), lastAt }] : [];
    });
    return { months, rows };
  },

  'privacy.keep': ({ db, today }, { ids, until }) => {
    if (until <= today) throw new AppError('invalid', 'Choose a day after today.', 'until');
    for (const id of ids) updatePrivacy(db, id, { keepUntil: until });
    return {};
  },

  'privacy.record': async context => {
    await context.scores.ready();
    return recordSections(context);
  },

  'privacy.saveRecord': async (context, { format }) => {
    await context.scores.ready();
    const name = fileName(`Record of processing - ${context.settings.name}`);
    return format === 'text'
      ? saveTo(context, `${name}.txt`, () => sectionsText(recordSections(context)))
      : saveTo(context, `${name}.pdf`, () => context.print({ path: '/print/processing.all', size: paperOf(context) }));
  },

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
    const listedFiles = ids.flatMap(id => filesOfLead(context.db, id));
    const { value: counts, wiped } = await context.unrecordedStep(
      step =>
        erasePeople(
          { ...step, yieldToEventLoop: stoppable(context, jobId, step.yieldToEventLoop) },
          { ids, reason, others },
        ),
      {
        progress: (done, total) => context.progress({ jobId, phase: 'wiping', done, total }),
        isStopped: () => context.isCancelled(jobId),
      },
      bytesAsRows(listedFiles.reduce((sum, { size }) => sum + size, 0)),
    );
    return { counts, wiped };
  },

  'privacy.cancel': ({ cancel }, { jobId }) => {
    cancel(jobId);
    return {};
  },

  'privacy.erasures': ({ db }) => listErasures(db),
};
