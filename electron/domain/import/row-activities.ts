// Activities of a row, each with its date.
import type { PreparedActivity } from '../../../shared/import-row.ts';
import type { Use } from './cells.ts';
import { cellInstant, headerOf, warning } from './cells.ts';
import { yesNo } from './content.ts';
import { dateEvidence, parseDate } from './dates.ts';
import { parseNumber } from './numbers.ts';
import type { ImportPlan } from './plan.ts';
import { instantOf } from './plan.ts';
import { each, inOneLine } from './row-text.ts';
import { keepCell, refuseCell } from './row-unread.ts';
import { lookUp } from './row-values.ts';
import { isDoneWord, isOpenWord, saysNotDone } from './values.ts';

/** "Opens: 4,000" is a robot; more than this many activities are not made of one cell. */
const maxFromOneCell = 50;
/** Longest name of a campaign or of content. */
const longestName = 200;
const slackMs = 36 * 3_600_000;

/** What is still to be done: a call planned, a task that is open. */
export type Planned = { readonly step: string; readonly on: string | null };
export type RowActivities = {
  readonly activities: PreparedActivity[];
  readonly planned: Planned | null;
  /** What no activity holds, as lines for the notes of the lead. */
  readonly unread: readonly string[];
};

/** Reads all activities of a row. One without a day in the row or the mapping is left out with a warning. */
export function readActivities(plan: ImportPlan, row: readonly string[], warnings: string[]): RowActivities {
  const out: PreparedActivity[] = [];
  const unread: string[] = [];
  const day = dayOfRow(plan, row, warnings, unread);
  let at = day?.at ?? fixedDay(plan);
  const notes: string[] = [];
  let isMapped: string | null = null;
  each(plan, row, ['activityNote'], (use, text) => {
    if (!use.named) isMapped ??= text;
    notes.push(use.named ? `${headerOf(use)}: ${text}` : text);
  });
  const note = notes.join('\n').slice(0, 5000) || null;
  const content = oneLine(plan, row, 'activityContent');
  const campaign = oneLine(plan, row, 'activityCampaign');
  const touch = { ...(content === null ? {} : { content }), ...(campaign === null ? {} : { campaign }) };
  const types: { readonly use: Use; readonly text: string }[] = [];
  each(plan, row, ['activityType'], (use, text) => types.push({ use, text }));
  const later = at !== null && at > plan.context.now + slackMs;
  const state = stateOf(plan, row);
  const saidDone = state === 'done' && saysDone(plan, row);
  if (state === 'off') return { activities: [], planned: null, unread: [...unread, ...withoutActivity(plan, row)] };
  if (state === 'open' || (later && types.length > 0 && !saidDone)) {
    const step = isMapped ?? types[0]?.text ?? null;
    return {
      activities: [],
      planned: step === null ? null : { step: inOneLine(step.slice(0, 500), ' '), on: day?.date ?? null },
      unread: [...unread, ...withoutActivity(plan, row, { step, isDated: day !== null })],
    };
  }
  if (later && saidDone) {
    warnings.push('The activity is done, but its day has not come; it was given today’s date.');
    at = plan.context.now;
  } else if (later) {
    warnings.push('The activity is in the future and was skipped.');
    at = null;
  }
  const add = (typeId: string, when: number | null, times = 1, running = false) => {
    if (when === null) warnings.push('The activity has no date and was skipped.');
    else
      for (let i = 0; i < times; i++) out.push({ typeId, at: when, note, ...touch, ...(running ? { running } : {}) });
  };
  for (const { use, text } of types) {
    const typeId = lookUp(plan, 'activityType', text);
    if (typeId) add(typeId, at);
    else if (typeId === undefined) warnings.push(warning(use, text, 'is not a known activity type.'));
    if (!typeId) keepCell(plan, use, text, unread);
  }
  const fixedType = plan.fixed.get('activityType');
  if (types.length === 0 && fixedType) add(fixedType, at);
  each(plan, row, ['activity'], (use, text) => {
    // A number of a few digits under a day is neither a day nor how often.
    const isNoDay = use.dateOrder !== undefined && /^[2-9]$|^\d{2,4}$/.test(text) && cellInstant(use, text) === null;
    if (use.typeId !== undefined && (isNoDay || isNoCount(text)))
      return refuseCell(plan, use, text, isNoDay ? 'is not a date.' : 'is not a count.', { warnings, unread });
    const found = happened(plan, use, text);
    if (found === null) {
      if (yesNo(text) === null && parseNumber(text, use.decimal ?? '.') === null) keepCell(plan, use, text, unread);
      return;
    }
    if (found.isWord) keepCell(plan, use, text, unread);
    const when = found.at ?? at;
    if (when !== null && when > plan.context.now + slackMs)
      refuseCell(plan, use, text, 'is in the future.', { warnings, unread });
    else add(found.typeId, when, found.times, use.running === true && found.counted);
  });
  return {
    activities: out,
    planned: null,
    unread: out.length > 0 ? unread : [...unread, ...withoutActivity(plan, row)],
  };
}

/** What a row tells of an activity that is not made, but for what the next step holds. */
function withoutActivity(
  plan: ImportPlan,
  row: readonly string[],
  planned: { readonly step: string | null; readonly isDated: boolean } | null = null,
): string[] {
  const lines: string[] = [];
  if (plan.mapping.literal) return lines;
  each(
    plan,
    row,
    ['activityType', 'activityNote', 'activityContent', 'activityCampaign', 'activityOn'],
    (use, text) => {
      const isHeld = planned !== null && (use.target === 'activityOn' ? planned.isDated : planned.step === text);
      if (!isHeld) keepCell(plan, use, text, lines);
    },
  );
  return lines;
}

/** A name in a cell of the row, else the one given for all rows; null where there is none. */
function oneLine(plan: ImportPlan, row: readonly string[], target: 'activityContent' | 'activityCampaign') {
  let name = plan.fixed.get(target) ?? null;
  each(plan, row, [target], (_use, text) => {
    name = text;
  });
  return name === null ? null : inOneLine(name, ' ').slice(0, longestName);
}

/** What the row says of its activity: done as far as its day has come, still to be done, or fallen through. */
function stateOf(plan: ImportPlan, row: readonly string[]): 'done' | 'open' | 'off' {
  let state: ReturnType<typeof stateOf> = 'done';
  each(plan, row, ['activityDone'], (_use, text) => {
    if (yesNo(text) === false || isOpenWord(text)) state = 'open';
    else if (yesNo(text) === null && !isDoneWord(text) && saysNotDone(text)) state = 'off';
  });
  return state;
}

/** True when a cell says in so many words that it was done. */
function saysDone(plan: ImportPlan, row: readonly string[]): boolean {
  let done = false;
  each(plan, row, ['activityDone'], (_use, text) => {
    done ||= yesNo(text) === true || isDoneWord(text);
  });
  return done;
}

/** A telephone number or the number of a paper: nothing happened so often. */
const isNoCount = (text: string): boolean =>
  /^(?:[+0]\d{3}|\(\d)[\d\s()/-]{3,}$/.test(text) && dateEvidence(text) === null;

type Happened = {
  readonly typeId: string;
  readonly at: number | null;
  readonly times: number;
  readonly counted?: boolean;
  /** It happened, and the cell says more than that. */
  readonly isWord?: boolean;
};

function happened(plan: ImportPlan, use: Parameters<typeof cellInstant>[0], text: string): Happened | null {
  const mapped = lookUp(plan, 'activity', text);
  if (use.typeId === undefined) return mapped ? { typeId: mapped, at: null, times: 1 } : null;
  if (mapped === null) return null;
  if (use.dateOrder !== undefined || dateEvidence(text) !== null) {
    const instant = cellInstant(use, text);
    if (instant) return { typeId: use.typeId, at: instantOf(plan, instant), times: 1 };
  }
  const answer = use.running && /^\d+$/.test(text) ? null : yesNo(text);
  if (answer !== null) return answer ? { typeId: use.typeId, at: null, times: 1 } : null;
  const times = parseNumber(text, use.decimal ?? '.');
  if (times !== null)
    return times >= 1
      ? { typeId: use.typeId, at: null, times: Math.min(Math.floor(times), maxFromOneCell), counted: true }
      : null;
  // "Hard" under "Bounced" says that it happened as well.
  return text.length <= 40 && !saysNotDone(text) ? { typeId: use.typeId, at: null, times: 1, isWord: true } : null;
}

type Day = { readonly at: number; readonly date: string };

function dayOfRow(plan: ImportPlan, row: readonly string[], warnings: string[], unread: string[]): Day | null {
  let day: Day | null = null;
  each(plan, row, ['activityOn'], (use, text) => {
    const instant = cellInstant(use, text);
    if (instant === null) refuseCell(plan, use, text, 'is not a date.', { warnings, unread });
    else day ??= { at: instantOf(plan, instant), date: instant.date };
  });
  return day;
}

function fixedDay(plan: ImportPlan): number | null {
  const text = plan.fixed.get('activityOn');
  const instant = text === undefined ? null : parseDate(text, 'ymd');
  return instant === null ? null : instantOf(plan, instant);
}
