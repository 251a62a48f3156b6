// Activities and stage history as tables, each row with enough of its lead to find it again anywhere.
import type { Deal } from '../../../shared/deal.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import type { Lead } from '../../../shared/lead.ts';
import { leadFields } from '../../../shared/lead.ts';
import type { Stage } from '../../../shared/stages.ts';
import { stageLabels } from '../../../shared/stages.ts';
import { amountText, instantText } from './instants.ts';
import type { ExportFile } from './lead-file.ts';
import { fileOf } from './lead-file.ts';

type Whose = { readonly lead: Pick<Lead, 'id' | 'firstName' | 'lastName' | 'company' | 'email' | 'externalId'> };

const who = [
  [importTargets.leadId.label, ({ lead }: Whose) => lead.id],
  [leadFields.firstName.label, ({ lead }: Whose) => lead.firstName],
  [leadFields.lastName.label, ({ lead }: Whose) => lead.lastName],
  [leadFields.email.label, ({ lead }: Whose) => lead.email],
  [leadFields.company.label, ({ lead }: Whose) => lead.company],
  [leadFields.externalId.label, ({ lead }: Whose) => lead.externalId],
] as const;

/** `typeLabel` is the label of the activity's type; `at` UTC ms. */
export type ActivityToExport = Whose & {
  readonly typeLabel: string;
  readonly at: number;
  readonly note: string | null;
  readonly campaign: string | null;
  readonly content: string | null;
  /** Who of the team logged it. */
  readonly member: string | null;
};

export const ripenActivities: ExportFile<ActivityToExport> = fileOf<ActivityToExport>([
  ...who,
  [importTargets.activityType.label, ({ typeLabel }) => typeLabel],
  [importTargets.activityOn.label, ({ at }, { zone }) => instantText(zone, at)],
  [importTargets.activityNote.label, ({ note }) => note],
  [importTargets.activityCampaign.label, ({ campaign }) => campaign],
  [importTargets.activityContent.label, ({ content }) => content],
  [importTargets.activityBy.label, ({ member }) => member],
]);

export type StageToExport = Whose & { readonly to: Stage; readonly at: number | null; readonly reason: string | null };

export const ripenStages: ExportFile<StageToExport> = fileOf<StageToExport>([
  ...who,
  [importTargets.stage.label, ({ to }) => stageLabels[to].label],
  [importTargets.stageOn.label, ({ at }, { zone }) => (at === null ? '' : instantText(zone, at))],
  [importTargets.reason.label, ({ reason }) => reason],
]);

/** `reason` is its label. */
export type DealToExport = Whose & { readonly deal: Deal; readonly reason: string | null };

const stageOf = { open: 'opportunity', won: 'customer', lost: 'lost' } as const satisfies Record<Deal['status'], Stage>;

export const ripenDeals: ExportFile<DealToExport> = fileOf<DealToExport>([
  ...who,
  [importTargets.dealName.label, ({ deal }) => deal.name],
  [
    importTargets.dealAmount.label,
    ({ deal }, { minorUnits }) => (deal.amount === null ? '' : amountText(deal.amount, minorUnits)),
  ],
  [importTargets.stage.label, ({ deal }) => stageLabels[stageOf[deal.status]].label],
  [importTargets.opportunityOn.label, ({ deal }, { zone }) => instantText(zone, deal.createdAt)],
  [
    importTargets.closedOn.label,
    ({ deal }, { zone }) => (deal.closedAt === null ? '' : instantText(zone, deal.closedAt)),
  ],
  [importTargets.reason.label, ({ reason }) => reason],
  [importTargets.dealCloseOn.label, ({ deal }) => deal.expectedClose],
  [importTargets.dealProbability.label, ({ deal }) => (deal.probability === null ? '' : String(deal.probability))],
]);
