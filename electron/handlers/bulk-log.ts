// Bulk log of a pasted list: matched leads, and one activity for all in one step.
import { leadName } from '../../shared/lead.ts';
import { findActivityType } from '../db/tables/activities.ts';
import type { KnownLead } from '../db/tables/recognize.ts';
import { leadsByEmail, leadsByRow } from '../db/tables/recognize.ts';
import { guestLines } from '../domain/pasted-contacts.ts';
import { normalize } from '../domain/scoring/normalize.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { createLead } from '../services/create-lead.ts';
import { logFor } from '../services/log-activity.ts';
import { searchOf } from '../services/search.ts';

const isNamed = (lead: KnownLead, first: string | null, last: string | null): boolean =>
  normalize(lead.firstName ?? '') === normalize(first ?? '') &&
  normalize(lead.lastName ?? '') === normalize(last ?? '');

export const bulkLog: HandlersOfPrefix<'bulkLog'> = {
  'bulkLog.match': async ({ db, scores, country }, { text }) => {
    await scores.ready();
    const yieldToEventLoop = createYield();
    const found = [];
    for (const contact of guestLines(text)) {
      await yieldToEventLoop();
      if (contact === null) continue;
      const { text: line, ...attributes } = contact;
      const byEmail = attributes.email === null ? [] : leadsByEmail(db, attributes.email);
      const name = [attributes.firstName, attributes.lastName].filter(Boolean).join(' ');
      const alike =
        byEmail.length > 0 || attributes.firstName === null || attributes.lastName === null
          ? byEmail
          : leadsByRow(db, searchOf(name, scores, country) ?? []).filter(
              lead =>
                isNamed(lead, attributes.firstName, attributes.lastName) &&
                // Another address is another person.
                (attributes.email === null || lead.email === null),
            );
      const sameCompany = alike.find(
        lead => attributes.company !== null && normalize(lead.company ?? '') === normalize(attributes.company),
      );
      const lead = sameCompany ?? alike[0];
      found.push({
        text: line,
        attributes,
        lead: lead ? { id: lead.id, name: leadName(lead), company: lead.company } : null,
        by: lead ? (byEmail.length > 0 ? ('email' as const) : ('name' as const)) : null,
        alike: alike.length,
      });
    }
    return found;
  },

  'bulkLog.save': (context, { leads, ...what }) => {
    const stage = findActivityType(context.db, what.typeId)?.impliesStage;
    let added = 0;
    const leadIds = leads.map(listedLead => {
      if ('id' in listedLead) return listedLead.id;
      added += 1;
      return createLead(context, listedLead.attributes, stage === 'visitor' ? 'visitor' : 'lead');
    });
    const { promoted } = logFor(context, { ...what, leadIds: [...new Set(leadIds)] });
    return { logged: new Set(leadIds).size, added, promoted: promoted.length };
  },
};
