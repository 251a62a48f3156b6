// What of a row is written nowhere, counted: salutations, and cells of people known already who keep what stands there.
import type { Finding } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { type Lead, type LeadField, leadFields, leadName } from '../../shared/lead.ts';
import { amountText } from '../../shared/money.ts';
import type { FindingRows } from './finding-rows.ts';

/** What is no field of a lead. */
const others = { nextStep: 'Next step', deal: 'Deal', since: 'Lead since', day: 'Stage date' } as const;

export type LeftOut = {
  readonly see: (row: PreparedRow, nameOf: (row: PreparedRow) => string) => void;
  /** A cell that says something else than what stays. */
  readonly notTaken: (row: PreparedRow, name: string, cell: NotTaken) => void;
  readonly found: () => Finding[];
};
export type NotTaken = {
  readonly lead: Lead;
  readonly field: LeadField | keyof typeof others;
  readonly text: string;
  readonly inFile: boolean;
};

export function createLeftOut({ put, sentence, first }: FindingRows, currency: string): LeftOut {
  return {
    see: (row, nameOf) => {
      const { line, saluted: was } = row;
      if (was === undefined) return;
      const name = nameOf(row);
      put('left-out salutation', { line, name }, was, name);
    },
    notTaken: ({ line, references }, name, { lead, field, text, inFile }) => {
      const label = field in others ? others[field as keyof typeof others] : leadFields[field as LeadField].label;
      const named = { channelId: references.channel, campaignId: references.campaign, memberId: references.member };
      const isMoney = field in leadFields && leadFields[field as LeadField].kind === 'money';
      const written = (value: string) => (isMoney && value !== '' ? amountText(Number(value), currency) : value);
      const told = field in named ? (named[field as keyof typeof named] ?? text) : written(text);
      const isOwn = !(field in named) && !(field in others) && field !== 'notes';
      const kept = isOwn ? String(lead[field as LeadField] ?? '') : '';
      const was = field === 'notes' ? told : `${label}: ${told}`;
      const row = { line, name: leadName(lead) || name };
      put(inFile ? 'left-out inside' : 'left-out here', row, was, written(kept));
    },
    found: () => [
      ...sentence(
        'left-out',
        'left-out inside',
        count =>
          `${count === 1 ? 'One cell of a row about a lead further up in this file differs from that row and is skipped' : `${count} cells of rows about leads further up in this file differ from those rows and are skipped`}${first('left-out inside')}.`,
      ),
      ...sentence(
        'left-out',
        'left-out here',
        count =>
          `${count === 1 ? 'One cell differs from what is known of the lead and is skipped' : `${count} cells differ from what is known of the leads and are skipped`}${first('left-out here')}.`,
      ),
      ...sentence(
        'left-out',
        'left-out salutation',
        count =>
          `${count === 1 ? 'One name is taken without its salutation' : `${count} names are taken without their salutation`}${first('left-out salutation', 'was')}.`,
      ),
    ],
  };
}
