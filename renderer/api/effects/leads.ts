// Facts, tags, next steps and the like of leads, wherever a lead stands in a list.
import type { BoardCard } from '../../../shared/contract/board.ts';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Output } from '../../../shared/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { type LeadAttributes, leadName } from '../../../shared/lead.ts';
import type { Effects } from '../layers.ts';
import { cachedAnswers } from './cached.ts';
import type { EffectTable } from './effect-table.ts';
import { given, without } from './rows.ts';
import { together } from './together.ts';

type Detail = Output<'leads.get'>;
type Changes = {
  readonly detail: (detail: Detail) => Detail;
  readonly row?: <T extends LeadRow>(row: T) => T;
  /** What only the table's rows hold. */
  readonly table?: (row: TableRow) => TableRow;
};

/** Of a few leads: their own page, the table, the board. */
export function onLeads(ids: readonly string[], { detail, row = same, table = same }: Changes): Effects {
  const each = <T extends LeadRow>(rows: readonly T[], change: (one: T) => T): T[] =>
    // A row that is still coming is undefined.
    rows.map(one => (one && ids.includes(one.id) ? change(one) : one));
  return {
    'leads.get': (answer, request) => (ids.includes(request.id) ? detail(answer) : answer),
    'table.rows': answer => ({ ...answer, rows: each(answer.rows, one => table(row(one))) }),
    'board.cards': answer => ({ ...answer, rows: each<BoardCard>(answer.rows, row) }),
  };
}
const same = <T>(value: T): T => value;

const withTags = (tagIds: readonly string[], add: readonly string[] = [], remove: readonly string[] = []): string[] => [
  ...tagIds.filter(id => !remove.includes(id)),
  ...add.filter(id => !tagIds.includes(id)),
];

const rowKeys = [
  'firstName',
  'lastName',
  'company',
  'jobTitle',
  'email',
  'phone',
  'externalId',
  'channelId',
  'memberId',
];

/** Facts as a row of a list holds them; `name` follows. */
export function inRow<T extends LeadRow>(row: T, attributes: Partial<LeadAttributes>): T {
  const seen = Object.fromEntries(Object.entries(attributes).filter(([key]) => rowKeys.includes(key)));
  const next = { ...row, ...seen };
  return { ...next, name: leadName(next) };
}

/** Leads that asked not to be contacted: every place stops offering it in the same frame, not each with its own answer. */
export const optedOut = (ids: readonly string[]): Effects => ({
  ...onLeads(ids, {
    detail: answer => ({ ...answer, lead: { ...answer.lead, consent: 'no' } }),
    row: row => ({ ...row, call: null }),
    table: row => ({ ...row, attributes: { ...row.attributes, consent: 'no' } }),
  }),
  'nurture.ofLead': (answer, request) => (ids.includes(request.leadId) ? { ...answer, leftAlone: true } : answer),
  'privacy.ofLead': (answer, request) => (ids.includes(request.id) ? { ...answer, consent: 'no' } : answer),
});

export const leadEffects: EffectTable = {
  'privacy.keep': ({ ids }) => ({
    'privacy.retention': answer => ({ ...answer, rows: without(answer.rows, ids) }),
  }),
  'privacy.setLead': ({ id, change }) =>
    together([
      {
        'privacy.ofLead': (answer, request) => (request.id === id ? { ...answer, ...given(change) } : answer),
      },
      typeof change.doNotContact === 'string' ? optedOut([id]) : {},
    ]),
  'leads.update': ({ id, attributes }) => {
    const known = given(attributes) as Partial<LeadAttributes>;
    const updated = onLeads([id], {
      detail: answer => {
        const lead = { ...answer.lead, ...known };
        return { ...answer, lead, name: leadName(lead) };
      },
      row: row => inRow(row, known),
      table: row => ({ ...row, attributes: { ...row.attributes, ...known } }),
    });
    return together([updated, known.consent === 'no' ? optedOut([id]) : {}]);
  },
  'customFields.set': ({ id, fieldId, value }) => {
    const set = <T extends { readonly customValues: Detail['customValues'] }>(answer: T): T => ({
      ...answer,
      customValues: { ...answer.customValues, [fieldId]: value },
    });
    return onLeads([id], { detail: set, table: set });
  },
  'tags.put': ({ ids, add, remove }) => {
    const put = <T extends { readonly tagIds: string[] }>(answer: T): T => ({
      ...answer,
      tagIds: withTags(answer.tagIds, add, remove),
    });
    return onLeads(ids, { detail: put, row: put });
  },
  'leads.setNextStep': ({ id, ...step }) => {
    const change = given(step);
    return onLeads([id], {
      detail: answer => ({ ...answer, lead: { ...answer.lead, ...change } }),
      row: row => ({ ...row, ...change }),
    });
  },
  'leads.setMqlExclusion': ({ id, reason }) =>
    onLeads([id], { detail: answer => ({ ...answer, lead: { ...answer.lead, mqlExclusion: reason } }) }),
  'nurture.start': ({ leadIds, planId, startsOn }, id) => {
    const plan = cachedAnswers('nurture.plans')
      .flat()
      .find(one => one.id === planId);
    if (!plan || !startsOn) return {};
    const touches = plan.touches.map(({ day, label }, index) => ({
      id: `${id} ${index}`,
      label,
      dueOn: addDays(startsOn, day),
      outcome: null,
      closedAt: null,
    }));
    const started = {
      id,
      planId,
      label: plan.label,
      startsOn,
      startedBy: null,
      startedFor: null,
      endedAt: null,
      endedBecause: null,
      touches,
    };
    return {
      'nurture.ofLead': (answer, request) => (leadIds.includes(request.leadId) ? { ...answer, plan: started } : answer),
    };
  },
  'leadFiles.remove': ({ id }) => ({
    'leadFiles.ofLead': answer => ({ ...answer, files: without(answer.files, [id]) }),
  }),
  'nurture.stop': ({ leadIds }) => ({
    'nurture.ofLead': (answer, request) =>
      answer.plan && leadIds.includes(request.leadId)
        ? { ...answer, plan: { ...answer.plan, endedAt: answer.plan.endedAt ?? 0, endedBecause: 'stopped' } }
        : answer,
  }),
};
