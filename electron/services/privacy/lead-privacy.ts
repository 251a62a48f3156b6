// Restrictions and consent of a lead, the retention review, and what is handed over about a person.

import { leadName } from '../../../shared/lead.ts';
import { usualPaperSize } from '../../../shared/print.ts';
import { AppError } from '../../../shared/result.ts';
import { findLead } from '../../db/tables/leads.ts';
import { endPlans } from '../../db/tables/nurture.ts';
import { privacyOf, retentionDue, updatePrivacy } from '../../db/tables/privacy.ts';
import { fileName } from '../../domain/export/file-name.ts';
import type { Handlers, ProcedureContext } from '../context.ts';
import { requireLead } from '../funnel.ts';
import { saveTo } from '../save-to.ts';
import { personData, personSections } from './person.ts';
import { recordSections, sectionsText } from './record.ts';

/** Leads that one look at the review lists. */
const listed = 200;

type Names =
  | 'privacy.ofLead'
  | 'privacy.setLead'
  | 'privacy.person'
  | 'privacy.savePerson'
  | 'privacy.retention'
  | 'privacy.keep'
  | 'privacy.record'
  | 'privacy.saveRecord';

const paperOf = ({ settings, country }: ProcedureContext) => settings.paperSize ?? usualPaperSize(country);

/** The day so many months before. */
function monthsBefore(today: string, months: number): string {
  const date = new Date(`${today}T12:00:00Z`);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString().slice(0, 10);
}

export const leadPrivacy: Handlers<Names> = {
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
    const before = zone.noon(monthsBefore(today, months));
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
};
