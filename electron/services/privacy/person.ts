// Everything the workspace holds about a lead: as raw data, and in sections to be read (Articles 15 and 20 GDPR).
import type { Sections } from '../../../shared/contract/privacy.ts';
import { isKnown, leadFieldNames, leadFields, leadName } from '../../../shared/lead.ts';
import { sizeText } from '../../../shared/lead-file.ts';
import { amountText } from '../../../shared/money.ts';
import { legalBasisLabels } from '../../../shared/privacy.ts';
import { stageLabels } from '../../../shared/stages.ts';
import { activitiesOf, listActivityTypes } from '../../db/tables/activities.ts';
import { customValuesById, listCustomFields } from '../../db/tables/custom-fields.ts';
import { dealsOf } from '../../db/tables/deals.ts';
import { findImportBatch } from '../../db/tables/imports.ts';
import { filesOfLead } from '../../db/tables/lead-files.ts';
import { stepsOf } from '../../db/tables/next-steps.ts';
import { latestPlanOf, touchesOnPlan } from '../../db/tables/nurture.ts';
import { privacyOf } from '../../db/tables/privacy.ts';
import { listScoreAdjustments } from '../../db/tables/score-adjustments.ts';
import { receiptsOf, stageChangesOf } from '../../db/tables/stage-changes.ts';
import { listTags, tagIdsOf } from '../../db/tables/tags.ts';
import { listCampaigns, listChannels, listMembers } from '../../db/tables/workspace.ts';
import type { QueryContext } from '../context.ts';
import { requireLead } from '../funnel.ts';

/** All rows about a lead, with the score as of now and where they came from. */
export function personData(context: QueryContext, id: string) {
  const { db, scores, now, settings } = context;
  const lead = requireLead(context, id);
  const batch = lead.batchId === null ? undefined : findImportBatch(db, lead.batchId);
  const tags = new Map(listTags(db).map(tag => [tag.id, tag.label]));
  const fields = new Map(listCustomFields(db).map(field => [field.id, field.label]));
  const plan = latestPlanOf(db, id);
  return {
    workspace: settings.name,
    at: new Date(now).toISOString(),
    lead,
    privacy: privacyOf(db, id),
    customFields: Object.entries(customValuesById(db, id)).map(([field, value]) => ({
      field: fields.get(field) ?? field,
      value,
    })),
    tags: tagIdsOf(db, id).map(tag => tags.get(tag) ?? tag),
    source: batch ? { file: batch.fileName, importedAt: batch.at } : null,
    activities: activitiesOf(db, id),
    stageChanges: stageChangesOf(db, id),
    receipts: receiptsOf(db, id),
    deals: dealsOf(db, id),
    nextSteps: stepsOf(db, id),
    files: filesOfLead(db, id).map(({ name, size, addedAt, contentId }) => ({
      name,
      size,
      addedAt,
      keptInWorkspace: contentId !== null,
    })),
    scoreAdjustments: listScoreAdjustments(db, id),
    nurturePlan: plan ? { ...plan, emails: touchesOnPlan(db, plan.id) } : null,
    score: scores.explain(lead, now),
  };
}

type Row = { readonly label: string; readonly value: string };

/** The same in words. */
export function personSections(context: QueryContext, id: string): Sections {
  const { db, zone, settings } = context;
  const data = personData(context, id);
  const { lead, score, privacy } = data;
  const day = (at: number): string => zone.dateAt(at);
  const labels = new Map<string, string>([
    ...listActivityTypes(db).map(({ id: type, label }) => [type, label] as const),
    ...listMembers(db).map(({ id: member, name }) => [member, name] as const),
    ...listChannels(db).map(({ id: channel, label }) => [channel, label] as const),
    ...listCampaigns(db).map(({ id: campaign, label }) => [campaign, label] as const),
  ]);
  const money = (amount: number | null): string =>
    amount === null ? 'no amount' : amountText(amount, settings.currency);
  const attributes = leadFieldNames.flatMap((field): Row[] => {
    const value = lead[field];
    if (!isKnown(value) || value === null) return [];
    const kind = leadFields[field].kind;
    const text = kind === 'money' ? money(Number(value)) : (labels.get(String(value)) ?? String(value));
    return [{ label: leadFields[field].label, value: text }];
  });
  const rows = (title: string, list: readonly Row[]) => (list.length === 0 ? [] : [{ title, rows: [...list] }]);
  const optional = (label: string, value: string | null | undefined): Row[] => (value ? [{ label, value }] : []);
  return {
    title: `Data about ${leadName(lead)}`,
    intro: `From the workspace ${settings.name}, on ${day(context.now)}.`,
    sections: [
      ...rows('Details', [
        ...attributes,
        ...data.customFields.map(({ field, value }) => ({ label: field, value: String(value) })),
        ...optional('Tags', data.tags.join(', ')),
      ]),
      ...rows('Source', [
        data.source
          ? { label: 'Imported', value: `from ${data.source.file} on ${day(data.source.importedAt)}` }
          : { label: 'Added', value: `manually on ${day(lead.createdAt)}` },
      ]),
      ...rows('Consent and restrictions', [
        ...optional('Legal basis', privacy?.legalBasis ? legalBasisLabels[privacy.legalBasis] : null),
        { label: 'May be contacted', value: lead.consent },
        ...optional('Consent given on', privacy?.consentOn),
        ...optional('Consent given at', privacy?.consentSource),
        ...optional('Consent wording', privacy?.consentWording),
        ...optional('Do not contact', privacy?.doNotContact),
        ...optional('Do not score', privacy?.doNotScore),
      ]),
      ...rows('Score', [
        { label: 'Total', value: `${score.total} of ${score.threshold} points needed for MQL` },
        ...optional('Not eligible', score.blockedBy),
        ...score.lines.map(({ what, points }) => ({ label: what, value: `${points > 0 ? '+' : ''}${points}` })),
        {
          label: 'How it works',
          value:
            'Points are added for activities and for matching details, by rules the company sets. People decide what happens next; nothing is decided by the score alone.',
        },
      ]),
      ...rows(
        'Activities',
        data.activities.map(({ at, typeId, note, campaignId, content }) => ({
          label: day(at),
          value: [labels.get(typeId) ?? typeId, labels.get(campaignId ?? ''), content, note].filter(Boolean).join(': '),
        })),
      ),
      ...rows(
        'Stages',
        data.stageChanges.map(({ at, to, reason, note }) => ({
          label: day(at),
          value: [stageLabels[to].label, reason, note].filter(Boolean).join(', '),
        })),
      ),
      ...rows(
        'Deals',
        data.deals.map(deal => ({ label: deal.name, value: `${money(deal.amount)}, ${deal.status}` })),
      ),
      ...rows(
        'Files',
        data.files.map(({ name, size, addedAt, keptInWorkspace }) => ({
          label: day(addedAt),
          value: `${name}, ${sizeText(size)}, ${keptInWorkspace ? 'kept in the workspace' : 'kept on the computer of the company'}`,
        })),
      ),
      ...rows(
        'E-mails of the nurture plan',
        (data.nurturePlan?.emails ?? []).map(({ dueOn, subject, outcome }) => ({
          label: dueOn,
          value: `${subject}${outcome ? ` (${outcome})` : ''}`,
        })),
      ),
    ],
  };
}
