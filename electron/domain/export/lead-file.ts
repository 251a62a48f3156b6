// The leads export: input of every format, and the Ripen format that import reads back.

import type { CustomField, CustomValue } from '../../../shared/custom-field.ts';
import type { ConsentProof } from '../../../shared/import-row.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import type { Lead, LeadField } from '../../../shared/lead.ts';
import { leadFieldNames, leadFields } from '../../../shared/lead.ts';
import { type PlannedStep, stepLine } from '../../../shared/next-step.ts';
import type { Stage } from '../../../shared/stages.ts';
import { stageLabels } from '../../../shared/stages.ts';
import type { Zone } from '../zone.ts';
import { amountText, instantText } from './instants.ts';

/** A lead with the names of what it points at, and the days it first entered stages (UTC ms). */
export type LeadToExport = {
  readonly lead: Lead;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly member: string | null;
  readonly entered: Readonly<Partial<Record<Stage, number>>>;
  /** Since when it is in its present stage (UTC ms); null: the day is not known. */
  readonly stageOn: number | null;
  /** Label of the reason of its present stage. */
  readonly reason: string | null;
  /** The latest deal; amount in minor units. */
  readonly deal: {
    readonly name: string;
    readonly amount: number | null;
    readonly expectedClose: string | null;
    readonly probability: number | null;
  } | null;
  readonly consent?: ConsentProof | undefined;
  readonly scoreAdjustments?: readonly { readonly points: number; readonly at: number; readonly reason: string }[];
  /** In the order in which they are to be done. */
  readonly steps?: readonly PlannedStep[];
  /** Labels. */
  readonly tags?: readonly string[];
  /** Values of own fields by field id. */
  readonly customValues?: Readonly<Record<string, CustomValue>>;
};

export type ExportContext = { readonly zone: Zone; readonly minorUnits: number };

/** A table of one row for each `T`. */
export type ExportFile<T> = {
  readonly header: readonly string[];
  readonly row: (item: T, context: ExportContext) => readonly string[];
};

/** A cell of nothing is empty. */
type Column<T> = readonly [header: string, cell: (item: T, context: ExportContext) => string | null | undefined];

export const fileOf = <T>(columns: readonly Column<T>[]): ExportFile<T> => ({
  header: columns.map(([header]) => header),
  row: (item, context) => columns.map(([, cell]) => cell(item, context) ?? ''),
});

/** A fact as text; what is unknown is an empty cell. */
export function attributeText(item: LeadToExport, field: LeadField, { minorUnits }: ExportContext): string {
  switch (field) {
    case 'channelId':
      return item.channel ?? '';
    case 'campaignId':
      return item.campaign ?? '';
    case 'memberId':
      return item.member ?? '';
    case 'budget':
      return item.lead.budget === null ? '' : amountText(item.lead.budget, minorUnits);
    default: {
      const value = item.lead[field];
      return value === null || value === 'unknown' ? '' : String(value);
    }
  }
}

const instant = (at: number | null | undefined, { zone }: ExportContext): string =>
  at === null || at === undefined ? '' : instantText(zone, at);
const entered =
  (stage: Stage) =>
  (item: LeadToExport, context: ExportContext): string =>
    instant(item.entered[stage], context);

/** Nothing where the columns of the first step say it all. */
const allSteps = (steps: readonly PlannedStep[]): string =>
  steps.length > 1 || steps.some(({ time, repeats }) => time !== null || repeats !== null)
    ? steps.map(stepLine).join('\n')
    : '';

/** Ripen's own file: headers are the labels of the screen, so that import knows them. */
const ripenColumns: readonly Column<LeadToExport>[] = [
  [importTargets.leadId.label, ({ lead }) => lead.id],
  ...leadFieldNames.map(
    (field): Column<LeadToExport> => [leadFields[field].label, (item, context) => attributeText(item, field, context)],
  ),
  [importTargets.createdOn.label, ({ lead }, context) => instant(lead.createdAt, context)],
  [importTargets.stage.label, ({ lead }) => stageLabels[lead.stage].label],
  [importTargets.stageOn.label, ({ stageOn }, context) => instant(stageOn, context)],
  [importTargets.reason.label, ({ reason }) => reason],
  [importTargets.mqlOn.label, entered('mql')],
  [importTargets.sqlOn.label, entered('sql')],
  [importTargets.opportunityOn.label, entered('opportunity')],
  [importTargets.customerOn.label, entered('customer')],
  [importTargets.lostOn.label, entered('lost')],
  [importTargets.disqualifiedOn.label, entered('disqualified')],
  [importTargets.nurtureUntil.label, ({ lead }) => lead.nurtureUntil],
  [importTargets.nextStep.label, ({ lead }) => lead.nextStep],
  [importTargets.nextStepOn.label, ({ lead }) => lead.nextStepOn],
  [importTargets.nextSteps.label, ({ steps }) => allSteps(steps ?? [])],
  [importTargets.dealName.label, ({ deal }) => deal?.name],
  [
    importTargets.dealAmount.label,
    ({ deal }, { minorUnits }) => (deal?.amount == null ? '' : amountText(deal.amount, minorUnits)),
  ],
  [importTargets.dealCloseOn.label, ({ deal }) => deal?.expectedClose],
  [importTargets.dealProbability.label, ({ deal }) => (deal?.probability == null ? '' : String(deal.probability))],
  [importTargets.consentOn.label, ({ consent }) => consent?.consentOn],
  [importTargets.consentSource.label, ({ consent }) => consent?.consentSource],
  [importTargets.consentWording.label, ({ consent }) => consent?.consentWording],
  [importTargets.tags.label, ({ tags }) => (tags ?? []).join(', ')],
  [importTargets.mqlExclusion.label, ({ lead }) => lead.mqlExclusion],
  [
    importTargets.scoreAdjustments.label,
    ({ scoreAdjustments }, context) =>
      (scoreAdjustments ?? [])
        .map(({ points, at, reason }) => `${points} | ${instant(at, context)} | ${reason.replaceAll('\n', ' ')}`)
        .join('\n'),
  ],
];

export const ripenLeads: ExportFile<LeadToExport> = fileOf(ripenColumns);

/** The same with the owner's own fields behind it; their headers say their kind, so that another workspace can make them. */
export const ripenLeadsWith = (fields: readonly CustomField[]): ExportFile<LeadToExport> =>
  fileOf([
    ...ripenColumns,
    ...fields.map(
      ({ id, kind, label }): Column<LeadToExport> => [
        `Custom field, ${kind}: ${label}`,
        ({ customValues }, { minorUnits }) => {
          const value = customValues?.[id] ?? null;
          if (value === null) return '';
          return kind === 'money' && typeof value === 'number' ? amountText(value, minorUnits) : String(value);
        },
      ],
    ),
  ]);

/** Columns that hold numbers in a workbook; everything else is text there, so that nothing is taken for something else. */
const numbers = new Set([
  leadFields.companySize.label,
  leadFields.budget.label,
  importTargets.dealAmount.label,
  importTargets.dealProbability.label,
  'Number of Employees',
  'No. of Employees',
  'Deal - Value',
]);
export const isNumberColumn = (header: string): boolean =>
  numbers.has(header) || /^Custom field, (number|money):/.test(header);
