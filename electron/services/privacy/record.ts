// The record of processing activities (Article 30 GDPR), filled in as far as the workspace knows.
import type { Sections } from '../../../shared/contract/privacy.ts';
import { leadFieldNames, leadFields } from '../../../shared/lead.ts';
import { processingLabels } from '../../../shared/privacy.ts';
import { listCustomFields } from '../../db/tables/custom-fields.ts';
import { listErasures } from '../../db/tables/erasures.ts';
import { listImportBatches } from '../../db/tables/imports.ts';
import { countLeads } from '../../db/tables/leads.ts';
import { listMembers } from '../../db/tables/workspace.ts';
import type { QueryContext } from '../context.ts';

const missing = 'Not filled in yet.';

export function recordSections({ db, settings, scores, today }: QueryContext): Sections {
  const { processing, retentionMonths } = settings;
  const members = listMembers(db).filter(({ archived }) => !archived);
  const fields = [
    ...leadFieldNames.map(field => leadFields[field].label),
    ...listCustomFields(db).map(({ label }) => label),
  ];
  const rules = scores.criteria().criteria;
  const files = listImportBatches(db).filter(({ undoneAt }) => undoneAt === null);
  return {
    title: `Record of processing activities: ${settings.name}`,
    intro: `Leads and customers, as of ${today}.`,
    sections: [
      {
        title: 'Responsible',
        rows: (['controller', 'contact'] as const).map(key => ({
          label: processingLabels[key],
          value: processing[key] || missing,
        })),
      },
      {
        title: 'Processing',
        rows: [
          {
            label: processingLabels.purposes,
            value: processing.purposes || 'Finding, qualifying and looking after customers (not confirmed yet).',
          },
          { label: 'Categories of people', value: `Leads and customers, ${countLeads(db)} at present.` },
          { label: 'Categories of data', value: `${fields.join(', ')}; activities, stages, deals.` },
          {
            label: 'Profiling',
            value: `A score from ${rules.behavior.length} rules for activities and ${rules.fit.length} for details, threshold ${rules.threshold}. No decision is made by the score alone.`,
          },
          { label: 'Sources', value: `Entered manually, and ${files.length} imported files.` },
        ],
      },
      {
        title: 'Recipients and transfers',
        rows: [
          {
            label: processingLabels.recipients,
            value: processing.recipients || `The team: ${members.map(({ name }) => name).join(', ') || 'one person'}.`,
          },
          { label: 'Transfers to third countries', value: 'None by Ripen: it makes no network request.' },
        ],
      },
      {
        title: 'Erasure',
        rows: [
          {
            label: 'Time limit',
            value:
              retentionMonths === null
                ? 'No retention rule is set.'
                : `Reviewed after ${retentionMonths} months without activity.`,
          },
          {
            label: 'Erased so far',
            value: `${listErasures(db).reduce((sum, { counts }) => sum + counts.lead, 0)} leads.`,
          },
        ],
      },
      {
        title: 'Security',
        rows: [
          {
            label: processingLabels.security,
            value:
              processing.security ||
              'One file on this computer, with checked backups beside it; no network access. Disk encryption and access to the computer are the owner’s.',
          },
        ],
      },
    ],
  };
}

/** As plain text. */
export const sectionsText = ({ title, intro, sections }: Sections): string =>
  [
    title,
    intro,
    ...sections.map(section =>
      [`\n${section.title}`, ...section.rows.map(({ label, value }) => `${label}: ${value}`)].join('\n'),
    ),
    '',
  ].join('\n');
