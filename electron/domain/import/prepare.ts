// Turns one row of a file into lead data, or rejects it with a reason.

import { addDays, dayMs, fromDayNumber } from '../../../shared/dates.ts';
import type { PreparedRow, RejectedRow } from '../../../shared/import-row.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { endsSteps } from '../funnel.ts';
import { cellInstant, textOf, warning } from './cells.ts';
import { isMonth } from './dates.ts';
import { matchKeys } from './keys.ts';
import { parseNumber } from './numbers.ts';
import type { ImportPlan } from './plan.ts';
import type { RowActivities } from './row-activities.ts';
import { readActivities } from './row-activities.ts';
import { moneyOf, readAttributes } from './row-attributes.ts';
import { readBack } from './row-back.ts';
import { readCustomValues, readTags } from './row-custom.ts';
import type { RowStage } from './row-stage.ts';
import { readDealStage, readStage } from './row-stage.ts';
import { each, limited } from './row-text.ts';
import { asksNotTo, asksOutright, keepOpenWords } from './row-unread.ts';
import { lookUp } from './row-values.ts';
import { leftOut } from './rows.ts';
import { isMailTable } from './sources/mail.ts';
import { cleanCell } from './text.ts';

export type Prepared = { readonly row: Omit<PreparedRow, 'rowKey'> } | { readonly rejected: RejectedRow };

/** Reads one row. `line`: its line in the file, from 1. Never throws on what a cell may hold. */
export function prepareRow(plan: ImportPlan, cells: readonly string[], line: number): Prepared {
  const reject = (reason: string): Prepared => ({ rejected: { line, cells: [...cells], reason } });
  const why = leftOut(cells, plan.header);
  if (why !== null) return reject(why);
  if (hasSlipped(plan, cells)) return reject(slipped);
  const { attributes, emails, phones, country, warnings, saluted } = readAttributes(plan, cells);
  const { unread: ofStage, ...read } =
    plan.mapping.rows === 'deals' ? readDealStage(plan, cells, warnings) : readStage(plan, cells, warnings);
  let stage: Omit<RowStage, 'unread'> = read;
  // Somebody in a file of deals who has none.
  if (plan.mapping.rows === 'deals' && stage.deal === null && stage.stage === 'opportunity' && !hasDeal(stage))
    stage = { ...stage, stage: null };
  if (plan.mapping.rows === 'deals' && isCredit(plan, cells)) return reject(credit);
  const references = {
    channel: link(plan, cells, 'channelId'),
    campaign: link(plan, cells, 'campaignId'),
    member: link(plan, cells, 'memberId'),
  };
  const aboutLeads = plan.mapping.rows !== 'campaigns' && plan.mapping.rows !== 'reach';
  const spend = readSpend(plan, cells, warnings);
  const reach = readReach(plan, cells, warnings);
  const leadId = readLeadId(plan, cells);
  if (plan.mapping.rows === 'deals' && leadId === null && !saysWho(attributes) && stage.deal !== null)
    return reject('This row has no person or company for the deal. It may continue the row above.');
  if (aboutLeads && leadId === null && !saysWho(attributes)) {
    return reject(warnings[0] ?? 'This row has no name, company, e-mail, phone or ID.');
  }
  if (plan.mapping.rows === 'campaigns' && references.campaign === null && references.channel === null) {
    return reject('This row has no campaign or channel.');
  }
  if (plan.mapping.rows === 'reach' && reach === null)
    return reject(warnings[0] ?? 'This row has no number of strangers or visitors.');
  const withoutActivities = ['leads', 'stages', 'deals'].includes(plan.mapping.rows);
  const {
    activities,
    planned,
    unread: ofActivities,
  }: RowActivities = withoutActivities || !aboutLeads
    ? { activities: [], planned: null, unread: [] }
    : readActivities(plan, cells, warnings);
  if (plan.mapping.rows === 'activities' && activities.length === 0 && planned === null) {
    return reject(warnings.at(-1) ?? 'This row has no activity.');
  }
  if (plan.mapping.rows === 'stages' && stage.stageDates.length === 0) {
    return reject(warnings[0] ?? 'This row has no stage and date.');
  }
  const tags = aboutLeads ? readTags(plan, cells) : [];
  const unread = [...ofStage, ...ofActivities];
  const customValues = aboutLeads ? readCustomValues(plan, cells, warnings, unread) : [];
  keepOpenWords(plan, cells, unread, warnings);
  if (unread.length > 0)
    attributes.notes = limited('notes', [attributes.notes, ...new Set(unread)].filter(Boolean).join('\n'), warnings);
  const keys = matchKeys(attributes, country, { emails, phones, program: plan.mapping.program ?? null });
  const back = plan.knowsBack ? readBack(plan, cells, warnings) : null;
  let step = planned && stage.nextStep === null ? { nextStep: planned.step, nextStepOn: planned.on } : {};
  const planning = { ...stage, ...step };
  if (
    !plan.mapping.literal &&
    // A lost deal is not yet a lost lead.
    plan.mapping.rows !== 'deals' &&
    endsSteps(read.stage ?? read.stageDates.at(-1)?.stage) &&
    (planning.nextStep ?? planning.nextStepOn) !== null
  ) {
    const text = ['Next step:', planning.nextStep, planning.nextStepOn].filter(Boolean).join(' ');
    attributes.notes = limited('notes', [attributes.notes, text].filter(Boolean).join('\n'), warnings);
    warnings.push(`${planning.nextStep ?? planning.nextStepOn} ${isStepOfClosed}`);
    stage = { ...stage, nextStep: null, nextStepOn: null };
    step = {};
  }
  const asks = isMailTable(plan.header) ? asksIn(plan.header, cells) : null;
  if (asks) warnings.push(warning(asks, asks.text, activities.some(isOptOut) ? asksOutright : asksNotTo));
  return {
    row: {
      line,
      leadId,
      attributes,
      references,
      keys,
      ...stage,
      ...step,
      activities,
      tags,
      customValues,
      ...(back ? { back } : {}),
      ...(saluted === undefined ? {} : { saluted }),
      spend,
      reach,
      warnings,
    },
  };
}

/** An unsubscribe counts, with or without an opt-out column. */
export const isOptOut = ({ typeId }: { readonly typeId: string }): boolean => typeId === 'unsubscribed';

/** What a mail says that asks for no more of it; null: nothing. */
function asksIn(header: readonly string[], cells: readonly string[]) {
  const column = header.indexOf('Asks');
  const text = cleanCell(cells[column] ?? '');
  return text === '' ? null : { header: 'Mail', column, text };
}

/** The end of a warning by which it is known: a next step that is kept in the notes. */
export const isStepOfClosed = 'is the next step of a closed lead; it went to the notes.';

const slipped =
  'The cells of this row stand one to the right of their headers: a cell may hold a separator without quotes.';

/** More cells than headers, and the address is not where addresses are. */
function hasSlipped(plan: ImportPlan, cells: readonly string[]): boolean {
  if (cells.length <= plan.named) return false;
  const uses = plan.uses.get('email') ?? [];
  if (uses.length === 0 || uses.some(({ column }) => cells[column]?.includes('@') || !cells[column]?.trim()))
    return false;
  return cells.some(cell => /^\s*[^\s@,;]+@[^\s@,;]+\s*$/.test(cell));
}

const credit = 'This amount is below zero: a credit note or a refund is no sale.';

/** Money that went back. */
function isCredit(plan: ImportPlan, cells: readonly string[]): boolean {
  let below = false;
  each(plan, cells, ['dealAmount'], (use, text) => {
    below = (parseNumber(text, use.decimal ?? '.') ?? 0) < 0;
  });
  return below;
}

const hasDeal = ({ stageDates }: Pick<RowStage, 'stageDates'>): boolean => stageDates.length > 0;

const saysWho = (attributes: PreparedRow['attributes']): boolean =>
  Boolean(
    attributes.firstName ||
      attributes.lastName ||
      attributes.company ||
      attributes.email ||
      attributes.phone ||
      attributes.externalId ||
      attributes.linkedinUrl,
  );

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function readLeadId(plan: ImportPlan, cells: readonly string[]): string | null {
  const [use] = plan.uses.get('leadId') ?? [];
  const text = use ? textOf(use, cells).toLowerCase() : '';
  return uuid.test(text) ? text : null;
}

function link(
  plan: ImportPlan,
  cells: readonly string[],
  target: 'channelId' | 'campaignId' | 'memberId',
): string | null {
  for (const use of plan.uses.get(target) ?? []) {
    const text = textOf(use, cells);
    const name = text === '' ? null : lookUp(plan, target, text);
    if (name) return name.slice(0, 200);
  }
  return plan.fixed.get(target)?.slice(0, 200) ?? null;
}

function dayOf(plan: ImportPlan, cells: readonly string[], target: ImportTarget, warnings: string[]): string | null {
  let day: string | null = null;
  each(plan, cells, [target], (use, text) => {
    const instant = cellInstant(use, text);
    if (instant === null) warnings.push(warning(use, text, 'is not a date.'));
    else day ??= instant.date;
  });
  return day ?? plan.fixed.get(target) ?? null;
}

/** Last day of the month of a date. */
function endOfMonth(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return fromDayNumber(Date.UTC(year, month, 0) / dayMs);
}

function readSpend(plan: ImportPlan, cells: readonly string[], warnings: string[]): PreparedRow['spend'] {
  let amount: number | null = null;
  each(plan, cells, ['spendAmount'], (use, text) => {
    amount = moneyOf(plan, use, text);
    if (amount === null) warnings.push(warning(use, text, 'is not an amount.'));
  });
  if (amount === null) return null;
  const from = dayOf(plan, cells, 'spendFrom', warnings) ?? dayOf(plan, cells, 'activityOn', warnings);
  let month = false;
  each(plan, cells, ['spendFrom'], (_use, text) => {
    month = isMonth(text);
  });
  const to = dayOf(plan, cells, 'spendTo', warnings) ?? (month && from ? endOfMonth(from) : from);
  const start = from ?? to;
  if (start === null || to === null) {
    warnings.push('The spend has no date and was skipped.');
    return null;
  }
  return start <= to ? { amount, from: start, to } : { amount, from: to, to: start };
}

function readReach(plan: ImportPlan, cells: readonly string[], warnings: string[]): PreparedRow['reach'] {
  const counts: { strangers: number | null; visitors: number | null } = { strangers: null, visitors: null };
  for (const target of ['strangers', 'visitors'] as const) {
    each(plan, cells, [target], (use, text) => {
      const value = parseNumber(text, use.decimal ?? '.');
      if (value !== null && value >= 0) counts[target] = Math.round(value);
      else warnings.push(warning(use, text, 'is not a count.'));
    });
  }
  if (counts.strangers === null && counts.visitors === null) return null;
  const on =
    dayOf(plan, cells, 'reachOn', warnings) ??
    dayOf(plan, cells, 'activityOn', warnings) ??
    dayOf(plan, cells, 'spendFrom', warnings);
  if (on === null) return null;
  let month = false;
  each(plan, cells, ['reachOn', 'activityOn', 'spendFrom'], (_use, text) => {
    month ||= isMonth(text);
  });
  const to = dayOf(plan, cells, 'spendTo', warnings) ?? (month ? endOfMonth(on) : null);
  return { on, ...(to !== null && to > addDays(on, 6) ? { to } : {}), ...counts };
}
