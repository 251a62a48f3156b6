// Bulk log of a pasted list: matched leads, and one activity for all in one step.
import { leadName } from '../../shared/lead.ts';
import { findActivityType } from '../db/activities.ts';
import type { Candidate } from '../db/recognise.ts';
import { leadsByEmail, leadsByRow } from '../db/recognise.ts';
import { guestLines } from '../domain/guest-list.ts';
import { fold } from '../domain/scoring/fold.ts';
import { createPause } from '../jobs/pause.ts';
import { logFor } from './activities.ts';
import type { HandlersOfPrefix } from './context.ts';
import { createLead } from './leads.ts';
import { searchOf } from './search.ts';

const isNamed = (lead: Candidate, first: string | null, last: string | null): boolean =>
  fold(lead.firstName ?? '') === fold(first ?? '') && fold(lead.lastName ?? '') === fold(last ?? '');

export const guests: HandlersOfPrefix<'guests'> = {
  'guests.recognise': async ({ db, scores, country }, { text }) => {
    await scores.ready();
    const pause = createPause();
    const found = [];
    for (const guest of guestLines(text)) {
      await pause();
      if (guest === null) continue;
      const { text: line, ...facts } = guest;
      const byEmail = facts.email === null ? [] : leadsByEmail(db, facts.email);
      const name = [facts.firstName, facts.lastName].filter(Boolean).join(' ');
      const alike =
        byEmail.length > 0 || facts.firstName === null || facts.lastName === null
          ? byEmail
          : leadsByRow(db, searchOf(name, scores, country) ?? []).filter(
              lead =>
                isNamed(lead, facts.firstName, facts.lastName) &&
                // Another address is another person.
                (facts.email === null || lead.email === null),
            );
      const sameFirm = alike.find(lead => facts.company !== null && fold(lead.company ?? '') === fold(facts.company));
      const lead = sameFirm ?? alike[0];
      found.push({
        text: line,
        facts,
        lead: lead ? { id: lead.id, name: leadName(lead), company: lead.company } : null,
        by: lead ? (byEmail.length > 0 ? ('email' as const) : ('name' as const)) : null,
        alike: alike.length,
      });
    }
    return found;
  },

  'guests.log': (context, { people, ...what }) => {
    const stage = findActivityType(context.db, what.typeId)?.impliesStage;
    let added = 0;
    const leadIds = people.map(person => {
      if ('id' in person) return person.id;
      added += 1;
      return createLead(context, person.facts, stage === 'visitor' ? 'visitor' : 'lead');
    });
    const { promoted } = logFor(context, { ...what, leadIds: [...new Set(leadIds)] });
    return { logged: new Set(leadIds).size, added, promoted: promoted.length };
  },
};
