// What the preview shows row by row: fields before and after, and the deals, activities, tags and custom values that are added.
import type { Activity } from '../../shared/activity.ts';
import type { Deal } from '../../shared/deal.ts';
import type { ImportChange } from '../../shared/import-findings.ts';
import type { ConsentProof } from '../../shared/import-row.ts';
import { importTargets } from '../../shared/import-targets.ts';
import type { Lead } from '../../shared/lead.ts';
import { amountText } from '../../shared/money.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { listCustomFields } from '../db/tables/custom-fields.ts';
import type { ImportRows } from '../db/tables/import-rows.ts';
import { listTags } from '../db/tables/tags.ts';
import type { CommandContext } from '../services/context.ts';

/** Leads that are shown, and things added to one of them: more are counted. */
const shownLeads = 100;
const shownOfLead = 12;
/** Leads whose name and line are kept until something is added to them. */
const keptRows = 2000;
/** What says nothing to a reader. */
const hidden = new Set(['id', 'batchId', 'createdAt', 'stageSince', 'channelId', 'campaignId', 'memberId']);

type Fields = ImportChange['fields'][number][];
type Shown = Omit<ImportChange, 'fields'> & { readonly fields: Fields; left: number };

const textOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined || value === 'unknown' ? '' : String(value).slice(0, 200);

export type ShownChanges = {
  /** The fields of a lead that are new or other than before. */
  readonly lead: (id: string, before: Lead | null, after: Partial<Lead>, name: string, line: number) => void;
  /** A row of a lead, whether or not anything comes of it; what is added later is shown under it. */
  readonly row: (id: string, name: string, line: number) => void;
  readonly deal: (before: Deal | null, after: Partial<Deal> & { readonly leadId: string }) => void;
  readonly tag: (leadId: string, tagId: string) => void;
  readonly customValue: (leadId: string, fieldId: string, was: string | number | null, value: string | number) => void;
  /** A proof of consent that was not known. */
  readonly consentProof: (leadId: string, proof: ConsentProof) => void;
  /** The same rows, each shown as it is added. */
  readonly through: (rows: ImportRows) => ImportRows;
  readonly all: () => ImportChange[];
};

export function createShownChanges({ db, settings, zone }: CommandContext): ShownChanges {
  const shown = new Map<string, Shown>();
  const rows = new Map<string, Pick<Shown, 'line' | 'name' | 'isNew'>>();
  const isWanted = (id: string): boolean => shown.has(id) || (shown.size < shownLeads && rows.has(id));
  const put = (id: string, field: string, was: string, becomes: string): void => {
    const row = rows.get(id);
    if (!row || was === becomes) return;
    const of = shown.get(id) ?? { ...row, fields: [], left: 0 };
    shown.set(id, of);
    if (of.fields.length < shownOfLead) of.fields.push({ field, was, becomes });
    else of.left += 1;
  };
  const row = (id: string, name: string, line: number, isNew = false): void => {
    if (rows.size < keptRows && shown.size < shownLeads && !rows.has(id)) rows.set(id, { line, name, isNew });
  };
  const dealText = ({ name, amount, status, probability, expectedClose }: Partial<Deal>): string =>
    [
      name,
      status,
      amount === null || amount === undefined ? null : amountText(amount, settings.currency),
      probability === null || probability === undefined ? null : `${probability} %`,
      expectedClose ? `expected ${expectedClose}` : null,
    ]
      .filter(Boolean)
      .join(', ');
  const deal = (before: Deal | null, after: Partial<Deal> & { readonly leadId: string }): void => {
    if (isWanted(after.leadId))
      put(after.leadId, 'Deal', before ? dealText(before) : '', dealText({ ...before, ...after }));
  };
  // Types, tags and fields may be made while the file is read.
  const named = (labels: () => readonly { readonly id: string; readonly label: string }[]) => {
    let known = new Map<string, string>();
    return (id: string): string => {
      if (!known.has(id)) known = new Map(labels().map(one => [one.id, one.label]));
      return known.get(id) ?? id;
    };
  };
  const typeLabel = named(() => listActivityTypes(db));
  const tagLabel = named(() => listTags(db));
  const fieldLabel = named(() => listCustomFields(db));
  const activity = ({ leadId, typeId, at }: Pick<Activity, 'leadId' | 'typeId' | 'at'>): void => {
    if (isWanted(leadId)) put(leadId, 'Activity', '', `${typeLabel(typeId)}, ${zone.dateAt(at)}`);
  };
  const tag = (leadId: string, tagId: string): void => {
    if (isWanted(leadId)) put(leadId, 'Tag', '', tagLabel(tagId));
  };
  const customValue: ShownChanges['customValue'] = (leadId, fieldId, was, value) => {
    if (isWanted(leadId)) put(leadId, fieldLabel(fieldId), textOf(was), textOf(value));
  };
  const consentProof = (leadId: string, proof: ConsentProof): void => {
    if (!isWanted(leadId)) return;
    for (const field of ['consentOn', 'consentSource', 'consentWording'] as const)
      put(leadId, importTargets[field].label, '', textOf(proof[field]));
  };
  return {
    lead: (id, before, after, name, line) => {
      row(id, name, line, before === null);
      if (!isWanted(id)) return;
      for (const [field, value] of Object.entries(after))
        if (!hidden.has(field) && value !== null && value !== 'unknown')
          put(id, field, textOf(before?.[field as keyof Lead] as string | number | null), textOf(value));
    },
    row,
    deal,
    tag,
    customValue,
    consentProof,
    through: to => ({
      ...to,
      deal: one => {
        deal(null, one);
        to.deal(one);
      },
      activity: one => {
        activity(one);
        to.activity(one);
      },
      tag: one => {
        tag(one.leadId, one.tagId);
        to.tag(one);
      },
      customValues: one => {
        customValue(one.leadId, one.fieldId, null, one.value);
        to.customValues(one);
      },
    }),
    all: () =>
      [...shown.values()].map(({ left, fields, ...of }) => ({
        ...of,
        fields: left === 0 ? fields : [...fields, { field: 'More', was: '', becomes: `${left} more` }],
      })),
  };
}
