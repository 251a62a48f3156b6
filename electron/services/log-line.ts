// Writes down what was shown of a line of the log, all of it in one step.
import type { ActivityType } from '../../shared/activity.ts';
import type { Output, Parsed } from '../../shared/contract.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { findActivityType, listActivityTypes } from '../db/tables/activities.ts';
import { updateLead } from '../db/tables/leads.ts';
import { saveRow } from '../db/tables/rows.ts';
import { listChannels } from '../db/tables/workspace.ts';
import { furtherLines, withLines } from '../domain/further-contacts.ts';
import { companyKey } from '../domain/import/keys.ts';
import type { CommandContext } from './context.ts';
import { createLead } from './create-lead.ts';
import { requireLead } from './funnel.ts';
import { instantOf, logOne, touchOf } from './log-activity.ts';
import { addStep } from './next-steps.ts';
import { dealWorth } from './open-deal.ts';
import { promote } from './promotion.ts';
import { typedAttributes } from './typed-facts.ts';

type Line = Parsed<'activities.logLine'>;
type Person = Line['people'][number];

/** The type that is meant; a new one is made, unless there is one of that name by now. */
function typeOf(context: CommandContext, activity: NonNullable<Line['activity']>): ActivityType {
  const { db, newId } = context;
  if ('newType' in activity) {
    const plain = (label: string) => label.trim().toLowerCase();
    const twin = listActivityTypes(db).find(one => plain(one.label) === plain(activity.newType.label));
    if (twin && !twin.archived) return twin;
    if (twin) throw new AppError('conflict', `A type named “${twin.label}” already exists among the archived ones.`);
    const type: ActivityType = { ...activity.newType, id: '', impliesStage: null, archived: false };
    return { ...type, id: saveRow(db, 'activity_type', { ...type, id: null }, newId) };
  }
  const type = findActivityType(db, activity.typeId);
  if (!type) throw new AppError('not-found', 'This activity type no longer exists. Nothing was logged.', 'typeId');
  return type;
}

/** A known lead gets what it lacks; a second address, number or company goes to its notes. */
function learn(context: CommandContext, lead: Lead, typed: Person['attributes']): void {
  const attributes = typedAttributes(typed);
  // A name is only learned where the lead has none at all: half of one is no other half.
  const isNamed = lead.firstName !== null || lead.lastName !== null;
  const missing = Object.fromEntries(
    Object.entries(attributes).filter(
      ([key, value]) =>
        value !== null && lead[key as keyof typeof typed] === null && !(isNamed && /^(?:first|last)Name$/.test(key)),
    ),
  );
  const lines = furtherLines(lead, { email: typed.email, phone: typed.phone }, context.country);
  const isOther =
    typed.company !== null && lead.company !== null && companyKey(typed.company) !== companyKey(lead.company);
  const notes = withLines(lead.notes, isOther ? [...lines, `Other company: ${typed.company}`] : lines);
  const change = { ...missing, ...(notes === lead.notes ? {} : { notes }) };
  if (Object.keys(change).length > 0) updateLead(context.db, lead.id, change);
}

/** Logs a line for all its people. */
export function logLine(context: CommandContext, line: Line): Output<'activities.logLine'> {
  const { people, activity, when, note, campaignId, content, channelId, deal, step } = line;
  if (activity === null && step === null && deal === null)
    throw new AppError('invalid', 'Say what happened, such as “called”, or what comes next.', 'activity');
  if (activity === null && note !== null)
    throw new AppError('invalid', 'A note belongs to an activity. Choose what happened.', 'activity');
  const type = activity === null ? null : typeOf(context, activity);
  const at = instantOf(context, when);
  const touch = touchOf(context, { campaignId, content });
  if (channelId !== null && !listChannels(context.db).some(({ id }) => id === channelId))
    throw new AppError('not-found', 'This channel no longer exists. Nothing was logged.', 'channelId');
  const leads = people.map(({ id, attributes, household }) => {
    if (id !== null) {
      learn(context, requireLead(context, id), attributes);
      return { id, added: false };
    }
    const notes = household === null ? null : `Name: ${household}`;
    const stage = type?.impliesStage === 'visitor' ? 'visitor' : 'lead';
    return { id: createLead(context, { ...attributes, notes, channelId }, stage), added: true };
  });
  const ids = [...new Set(leads.map(({ id }) => id))];
  if (type) for (const id of ids) logOne(context, id, { type, at, note, touch });
  const [first] = ids;
  if (deal && first) dealWorth(context, requireLead(context, first), deal.id, deal.amount);
  if (step) for (const id of ids) addStep(context, id, { ...step, repeats: null });
  const promoted = type ? promote(context, ids, { from: at }).length : 0;
  const added = new Set(leads.flatMap(one => (one.added ? [one.id] : [])));
  return {
    leads: ids.map(id => ({ id, name: leadName(requireLead(context, id)), added: added.has(id) })),
    typeId: type?.id ?? null,
    promoted,
  };
}
