// Reads a line of the log in the open workspace: its parts, and the leads that are meant.
import type { Parsed } from '../../shared/contract.ts';
import type { ReadDate, ReadLine, ReadStep } from '../../shared/log-line.ts';
import { listActivityTypes, listContents } from '../db/tables/activities.ts';
import { listCampaigns, listChannels, listMembers } from '../db/tables/workspace.ts';
import type { LineHome } from '../domain/log-line/said.ts';
import type { QueryContext } from './context.ts';
import { isDayFirst } from './day-order.ts';
import { knownById, recognize } from './line-people.ts';

/** Contents whose names are looked for in a line. */
const mostContents = 500;

const two = (value: number): string => String(value).padStart(2, '0');

function homeOf(context: QueryContext): LineHome {
  const { db, now, zone, today, settings, locale, country } = context;
  const minute = zone.minuteAt(now);
  return {
    today,
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    language: new Intl.Locale(locale).language,
    dayFirst: isDayFirst(context),
    currency: settings.currency,
    country,
    types: listActivityTypes(db),
    members: listMembers(db).map(({ name }) => name),
    campaigns: listCampaigns(db).filter(({ archived }) => !archived),
    channels: listChannels(db).filter(({ archived }) => !archived),
    contents: listContents(db, mostContents),
  };
}

/** All that a line says, and what is to be asked. */
export async function readLine(
  context: QueryContext,
  { line, leads }: Parsed<'activities.parseLine'>,
): Promise<ReadLine> {
  await context.scores.ready();
  const read = await context.lineParser('line', line, homeOf(context));
  const { people, activity, when, note, amount, step, campaign, content, channel } = read;
  return {
    people: people.map(person => {
      const { candidates, sure } = recognize(context, person);
      return { ...person, candidates: [...candidates], sure };
    }),
    leads: knownById(context, leads),
    activity: activity && { ...activity, typeIds: [...activity.typeIds] },
    when: { options: [...when.options], why: when.why },
    note,
    amount: amount && { ...amount, options: amount.options.map(one => one.amount) },
    step: step && { ...step, days: [...step.days] },
    campaign: campaign && { ...campaign, options: [...campaign.options] },
    content: content && { ...content, options: [...content.options] },
    channel: channel && { ...channel, options: [...channel.options] },
  };
}

/** A next step as it is typed by itself, with the day it names. */
export async function readStep(context: QueryContext, text: string): Promise<ReadStep> {
  const { text: what, days, why } = await context.lineParser('step', text, homeOf(context));
  return { what: what || null, days: [...days], why };
}

/** A day as it is typed by itself; where it is none, `why` says what can be typed. */
export async function readDate(context: QueryContext, text: string): Promise<ReadDate> {
  const { past, future, why } = await context.lineParser('date', text, homeOf(context));
  return { past: [...past], future: [...future], why };
}
