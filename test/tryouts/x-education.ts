// Tries learning on a real file: node test/tryouts/x-education.ts <x-education-leads.csv>. Prints what is found, and whether the
// points it suggests do better on the half of the people that nothing was learned from. Not part of any test.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { defaultCriteria } from '../../electron/domain/scoring/defaults.ts';
import type { Endings } from '../../electron/domain/scoring/learn/endings.ts';
import { learn } from '../../electron/domain/scoring/learn/insights.ts';
import { takePoints } from '../../electron/domain/scoring/learn/take.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import { builtInActivityTypes } from '../../shared/activity.ts';
import type { Criteria } from '../../shared/criteria.ts';
import type { LeadField } from '../../shared/lead.ts';

type Row = Readonly<Record<string, string>>;

/** The export knows no dates: everything happened on one day, and ended the day after. */
const day = 86_400_000;
const happenedAt = day;
const endedAt = 2 * day;

const typeOfLast: Readonly<Record<string, string>> = {
  'Email Opened': 'email-opened',
  'Email Link Clicked': 'email-clicked',
  'Olark Chat Conversation': 'live-chat',
  'Form Submitted on Website': 'form-submitted',
  'Email Bounced': 'email-bounced',
  Unsubscribed: 'unsubscribed',
  'SMS Sent': 'email-sent',
  'Had a Phone Conversation': 'call-made',
};
const fields: readonly LeadField[] = ['jobTitle', 'industry', 'country', 'channelId', 'campaignId'];
const said = (text: string | undefined) =>
  !text || /^(select|unknown|other)$/i.test(text.trim()) ? null : text.trim();
const attributesOf = (row: Row) => [
  said(row['What is your current occupation']),
  said(row.Specialization),
  said(row.Country),
  said(row['Lead Source']?.toLowerCase()),
  said(row['Lead Origin']),
];
const typesOf = (row: Row): readonly string[] => [
  ...Array.from({ length: Math.min(60, Number(row.TotalVisits) || 0) }, () => 'website-visit'),
  ...(row['A free copy of Mastering The Interview'] === 'Yes' ? ['content-downloaded'] : []),
  ...(typeOfLast[row['Last Activity'] ?? ''] ? [typeOfLast[row['Last Activity'] ?? ''] ?? ''] : []),
];

function engineOf(rows: readonly Row[]) {
  const engine = createEngine();
  // What the export does not have stays unknown, as with anybody who does not record it.
  engine.beginLoad([...fields, 'authority', 'need', 'timeline', 'budget', 'companySize']);
  engine.addLeads(rows.map((row, i) => [String(i), ...attributesOf(row)]));
  rows.forEach((row, i) => {
    engine.addActivities(typesOf(row).map((type, index) => [String(i), type, happenedAt + index]));
  });
  engine.finishLoad();
  const endings: Endings = {
    at: new Float64Array(engine.size).fill(endedAt),
    won: Uint8Array.from(rows, row => Number(row.Converted)),
  };
  return { engine, endings };
}

function insightsOf(rows: readonly Row[], criteria: Criteria) {
  const { engine, endings } = engineOf(rows);
  const work = engine.traitStats(criteria, endings, fields);
  let step = work.next();
  while (!step.done) step = work.next();
  const ours = new Set(builtInActivityTypes.filter(type => type.ourSide).map(type => type.id));
  return learn(step.value, criteria, ours);
}

/** Share of customers in the quarter with the highest scores, and of pairs (customer, other) that the score puts in order. */
function quality(rows: readonly Row[], criteria: Criteria) {
  const { engine } = engineOf(rows);
  const { total } = engine.scoreAll(criteria, endedAt);
  const scored = rows
    .map((row, i) => ({ won: Number(row.Converted), score: total[i] ?? 0 }))
    .sort((a, b) => a.score - b.score);
  const top = scored.slice(-Math.floor(scored.length / 4));
  let below = 0;
  let ordered = 0;
  let customers = 0;
  for (const same of Map.groupBy(scored, ({ score }) => score).values()) {
    const won = same.filter(one => one.won === 1).length;
    ordered += won * (below + (same.length - won) / 2);
    below += same.length - won;
    customers += won;
  }
  return { top: top.filter(({ won }) => won === 1).length / top.length, pairs: ordered / (customers * below) };
}

const { positionals } = parseArgs({ allowPositionals: true });
const [path] = positionals;
if (path === undefined) throw new Error('Say where the file is.');
const { data: rows } = Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const all = insightsOf(rows, defaultCriteria);
console.log(`${all.ended} ended, ${all.customers} customers, ${all.insights.length} signs looked at`);
for (const { text, with: having, without, says, present, suggested, caution } of all.insights) {
  const share = ({ numerator, n }: typeof having) => `${percent(numerator / n)} of ${n}`;
  const change = suggested === null ? `${present}` : `${present} -> ${suggested}`;
  console.log(
    `${says.padEnd(16)} ${change.padEnd(10)} ${text}: ${share(having)}, else ${share(without)}${caution ? ' (!)' : ''}`,
  );
}

const half = (part: number) => rows.filter((_, i) => i % 2 === part);
const learned = insightsOf(half(0), defaultCriteria);
const taken = learned.insights
  .filter(({ suggested, caution }) => suggested !== null && caution === null)
  .reduce(
    (draft, { trait, suggested, present }) =>
      takePoints(draft, defaultCriteria, trait, { points: suggested ?? present, present }),
    defaultCriteria,
  );
for (const [name, criteria] of [
  ['default points', defaultCriteria],
  ['with all suggestions', taken],
] as const) {
  const { top, pairs } = quality(half(1), criteria);
  console.log(
    `${name}: ${percent(top)} customers in the top quarter, ${percent(pairs)} of pairs in order (other half)`,
  );
}
