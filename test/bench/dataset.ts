// The data every benchmark runs on: 100,000 leads with 1,000,000 activities over two years, the same on every machine.
import { builtInActivityTypes } from '../../shared/activity.ts';
import type { LeadAttributes } from '../../shared/lead.ts';
import { emptyAttributes } from '../../shared/lead.ts';
import { seeded } from './random.ts';

const day = 86_400_000;
/** The data ends here: UTC ms. */
export const datasetEnd = Date.UTC(2026, 5, 1);
const span = 730 * day;

export type Ending = {
  readonly mqlAt: number | null;
  readonly rejectedAt: number | null;
  readonly customerAt: number | null;
};

export type Dataset = {
  /** Sorted; lead i has activities start[i] to start[i + 1], sorted by time. */
  readonly ids: readonly string[];
  readonly attributes: readonly LeadAttributes[];
  readonly endings: readonly Ending[];
  readonly createdAt: Float64Array;
  readonly start: Int32Array;
  readonly at: Float64Array;
  /** Number of the type in `typeIds`. */
  readonly type: Uint8Array;
  readonly typeIds: readonly string[];
};

/** How often each type happens, per thousand; what is not named does not happen. */
const shares: Readonly<Record<string, number>> = {
  'email-opened': 370,
  'website-visit': 250,
  'email-clicked': 90,
  'pricing-page-visit': 50,
  'product-comparison-visit': 25,
  'content-downloaded': 45,
  'webinar-attended': 15,
  'event-attended': 8,
  'form-submitted': 20,
  'information-requested': 10,
  'demo-requested': 7,
  'live-chat': 10,
  'business-card-received': 5,
  replied: 20,
  'inbound-call': 5,
  unsubscribed: 5,
  'email-bounced': 10,
  'email-sent': 35,
  'call-made': 15,
  'meeting-held': 5,
};

const industries = [
  'Software',
  'Education',
  'Retail',
  'Construction',
  'Health care',
  'Logistics',
  'Food',
  'Consulting',
];
const countries = ['Germany', 'Austria', 'Switzerland', 'France', 'Netherlands', 'Poland', 'Spain', 'United States'];
const titles = ['Owner', 'CEO', 'Head of Marketing', 'Buyer', 'Assistant', 'Engineer', 'Director of Sales', 'Student'];
const sizes = [1, 3, 8, 15, 40, 90, 180, 400, 1200, 8000];

/** UUIDv7-shaped ids that sort in the order of their numbers. */
const idOf = (number: number, kind: string): string => {
  const hex = number.toString(16).padStart(12, '0');
  return `0197${hex.slice(0, 4)}-${hex.slice(4, 8)}-7${kind}00-8000-${hex}`;
};

/** Generates the data set; `leads` leads and about ten times as many activities. Takes about a second for 100,000. */
export function generateDataset(leads = 100_000, seed = 7): Dataset {
  const random = seeded(seed);
  const typeIds = builtInActivityTypes.map(type => type.id);
  const wheel = typeIds.flatMap((id, code) => Array.from({ length: shares[id] ?? 0 }, () => code));
  const most = leads * 14;
  const at = new Float64Array(most);
  const type = new Uint8Array(most);
  const start = new Int32Array(leads + 1);
  const createdAt = new Float64Array(leads);
  const attributes: LeadAttributes[] = [];
  const endings: Ending[] = [];
  let row = 0;
  for (let lead = 0; lead < leads; lead++) {
    const created = datasetEnd - Math.floor(random.next() * span);
    createdAt[lead] = created;
    start[lead] = row;
    const first = row;
    const warmth = random.normal();
    // Few do much, many do little: about ten each on average, some hundreds at most.
    const wanted = Math.min(600, Math.floor(Math.exp(1.93 + 1.2 * warmth)));
    let when = created;
    for (let i = 0; i < wanted && row < most; i++) {
      when += Math.floor(-Math.log(1 - random.next()) * 9 * day);
      if (when > datasetEnd) break;
      at[row] = when;
      type[row] = random.pick(wheel);
      row++;
    }
    const size = random.chance(0.7) ? random.pick(sizes) : null;
    const fits = size !== null && size >= 8 && size <= 400;
    attributes.push({
      ...emptyAttributes,
      firstName: `First${lead % 997}`,
      lastName: `Last${lead % 9973}`,
      email: random.chance(0.9) ? `person${lead}@company${lead % 20_011}.example` : null,
      company: `Company ${lead % 20_011}`,
      companySize: size,
      industry: random.chance(0.6) ? random.pick(industries) : null,
      country: random.chance(0.8) ? random.pick(countries) : null,
      jobTitle: random.chance(0.6) ? random.pick(titles) : null,
      budget: random.chance(0.15) ? random.below(200) * 50_000 : null,
      authority: random.pick(['unknown', 'unknown', 'unknown', 'yes', 'no'] as const),
    });
    const mql = warmth + (fits ? 0.5 : -0.3) + 0.5 * random.normal() > 1.3 && wanted > 0;
    const mqlAt = mql ? (at[first + Math.floor((row - first) * 0.6)] ?? null) : null;
    const rejected = mqlAt !== null && random.chance(fits ? 0.2 : 0.6);
    const bought = mqlAt !== null && !rejected && random.chance(0.3);
    const later = (days: number) => Math.min(datasetEnd, (mqlAt ?? 0) + (1 + random.below(days)) * day);
    endings.push({ mqlAt, rejectedAt: rejected ? later(6) : null, customerAt: bought ? later(90) : null });
  }
  start[leads] = row;
  const ids = Array.from({ length: leads }, (_, lead) => idOf(lead, 'a'));
  return { ids, attributes, endings, createdAt, start, at: at.slice(0, row), type: type.slice(0, row), typeIds };
}
