// What of a row is written nowhere, counted: salutations, and cells of people known already who keep what stands there.
import type { Finding, FindingRow } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { type Lead, type LeadField, leadFields, leadName } from '../../shared/lead.ts';
import { amountText } from '../../shared/money.ts';

/** Rows kept behind a sentence. */
const shown = 50;

/** What is no field of a lead. */
const others = { nextStep: 'Next step', deal: 'Deal', since: 'Lead since', day: 'Stage date' } as const;

type Heap = { count: number; readonly rows: FindingRow[] };
export type LeftOut = {
  readonly see: (row: PreparedRow, name: string) => void;
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

export function createLeftOut(currency: string): LeftOut {
  const saluted: Heap = { count: 0, rows: [] };
  const inside: Heap = { count: 0, rows: [] };
  const here: Heap = { count: 0, rows: [] };
  const put = (heap: Heap, row: FindingRow): void => {
    heap.count += 1;
    if (heap.rows.length < shown) heap.rows.push(row);
  };
  return {
    see: ({ line, saluted: was }, name) => {
      if (was !== undefined) put(saluted, { line, name, was, becomes: name });
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
      put(inFile ? inside : here, { line, name: leadName(lead) || name, was, becomes: written(kept) });
    },
    found: () => [
      ...sentence(inside, 'inside', count =>
        count === 1
          ? 'One cell of a row about a lead further up in this file differs from that row and is skipped'
          : `${count} cells of rows about leads further up in this file differ from those rows and are skipped`,
      ),
      ...sentence(here, 'here', count =>
        count === 1
          ? 'One cell differs from what is known of the lead and is skipped'
          : `${count} cells differ from what is known of the leads and are skipped`,
      ),
      ...sentence(saluted, 'salutation', count =>
        count === 1 ? 'One name is taken without its salutation' : `${count} names are taken without their salutation`,
      ),
    ],
  };
}

function sentence({ count, rows }: Heap, key: string, text: (count: number) => string): Finding[] {
  if (count === 0) return [];
  const first = [...new Set(rows.map(({ name, was }) => (key === 'salutation' ? was : name)))].slice(0, 3).join(', ');
  return [
    {
      kind: 'left-out',
      key: `left-out ${key}`,
      odd: false,
      text: `${text(count)}; first: ${first}.`,
      count,
      rows,
      column: null,
      target: null,
    },
  ];
}
