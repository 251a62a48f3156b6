// Every kind of chart, as the review, the replay and the learned points draw them.
import { Chart } from '../../renderer/ui/chart/Chart.tsx';
import type { ChartSpec } from '../../renderer/ui/chart/types.ts';
import styles from './gallery.module.css';

const names = ['W36', 'W37', 'W38', 'W39', 'W40', 'W41', 'W42', 'W43', 'W44', 'W45', 'W46', 'W47'];
const whole = (value: number) => String(Math.round(value));
const percent = (value: number) => `${Math.round(value * 100)} %`;
const at = (values: readonly number[], shift: number) => values.map(value => Math.min(1, Math.max(0, value + shift)));
const rates = [0.21, 0.3, 0.18, 0.25, 0.33, 0.28, 0.4, 0.22, 0.31, 0.29, 0.12, 0];

const specs: readonly ChartSpec[] = [
  {
    title: 'MQLs by week',
    says: '13 became MQL in week 46; in the four weeks before it was 11 on average.',
    x: { kind: 'names', label: 'Week', names, notes: names.map(name => (name === 'W47' ? 'not over yet' : null)) },
    y: { label: 'People', write: whole },
    series: [
      {
        kind: 'bars',
        label: 'Became MQL',
        tone: 'stage-mql',
        values: [6, 8, 7, 11, 9, 12, 10, 9, 14, 11, 13, 4],
        unsure: names.map(name => name === 'W47'),
      },
      {
        kind: 'line',
        label: 'Mean of the four weeks before',
        tone: 'ink',
        shape: 'none',
        dash: true,
        values: [null, null, null, null, 8, 8.75, 9.75, 10.5, 10, 11.25, 11, 11.75],
      },
    ],
  },
  {
    title: 'MQL to SQL by week',
    says: 'Of 13 who became MQL in week 46, 12 % have become SQL up to now; the last two weeks are young.',
    x: { kind: 'names', label: 'Week', names, notes: names.map((_, i) => (i > 9 ? 'young' : null)) },
    y: { label: 'Share', write: percent, to: 1 },
    bands: [{ from: 0.13, to: 0.31, label: 'usual: 13 to 31 %' }],
    series: [
      {
        kind: 'intervals',
        label: 'Reached SQL',
        tone: 'stage-sql',
        values: rates,
        low: at(rates, -0.12),
        high: at(rates, 0.2),
        unsure: names.map((_, i) => i > 9),
      },
    ],
    columns: [{ label: 'n', cells: names.map((_, i) => `${3 + i}`) }],
  },
  {
    title: 'Channels',
    says: 'A trade show costs most per MQL.',
    lying: true,
    x: { kind: 'names', label: 'Channel', names: ['Website', 'Referral', 'Trade show in Graz', 'Partners'] },
    y: { label: '', write: value => `€${whole(value)}` },
    series: [{ kind: 'bars', label: 'Cost per MQL', tone: 'accent', values: [41, 12, 210, null] }],
    columns: [{ label: 'n', cells: ['31', '12', '4', '0'] }],
  },
  {
    title: 'MQLs a week under the draft',
    says: 'The draft makes 12 a week, the criteria in force 9.',
    x: { kind: 'names', label: 'Week', names },
    y: { label: 'People', write: whole },
    series: [
      {
        kind: 'bars',
        label: 'In force',
        tone: 'ink-3',
        fill: 'outline',
        values: [6, 8, 7, 11, 9, 12, 10, 9, 14, 11, 13, 4],
      },
      { kind: 'bars', label: 'Draft', tone: 'stage-mql', values: [8, 9, 9, 13, 12, 14, 12, 11, 16, 14, 15, 6] },
    ],
  },
  {
    title: 'Threshold',
    says: 'At 100, 212 would be MQL, of whom 24 % became customer.',
    x: { kind: 'numbers', label: 'Threshold', write: whole, from: 40, to: 200 },
    y: { label: 'Share that became customer', write: percent, to: 1 },
    marks: [{ at: 100, label: 'in force: 100', tone: 'ripe' }],
    series: [
      {
        kind: 'curve',
        label: 'MQL to customer',
        tone: 'stage-customer',
        points: Array.from({ length: 17 }, (_, i) => ({ x: 40 + i * 10, y: 0.1 + i * 0.03 })),
      },
      {
        kind: 'curve',
        label: 'Customers caught',
        tone: 'accent',
        dash: true,
        shape: 'rect',
        points: Array.from({ length: 17 }, (_, i) => ({ x: 40 + i * 10, y: 1 - i * 0.05 })),
      },
    ],
  },
  {
    title: 'By channel',
    says: 'Half come from the website.',
    x: { kind: 'names', label: 'Week', names: names.slice(6) },
    y: { label: 'People', write: whole },
    series: [
      { kind: 'bars', label: 'Website', tone: 'stage-lead', stack: 'all', values: [5, 6, 4, 7, 6, 3] },
      {
        kind: 'bars',
        label: 'Referral',
        tone: 'stage-opportunity',
        fill: 'hatched',
        stack: 'all',
        values: [2, 1, 4, 2, 3, 1],
      },
      { kind: 'bars', label: 'Fair', tone: 'stage-nurture', fill: 'outline', stack: 'all', values: [0, 3, 0, 1, 2, 0] },
    ],
  },
];

export const ChartGallery = () => (
  <main className={styles.charts}>
    <h1>Charts</h1>
    {specs.map(spec => (
      <Chart key={spec.title} onPick={() => undefined} spec={spec} />
    ))}
  </main>
);
