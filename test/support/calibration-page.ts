// The calibration of plans as a table for docs/plan.md and as a picture beside it: both from one measurement, so that they cannot differ.
import type { Calibrated } from './calibrated-plans.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
/** One standard error of a share of 0.8 among so many. */
const errorOf = (n: number): number => Math.sqrt((0.8 * 0.2) / n);

/** Central intervals that ten bins can tell: from which bin to which. */
const said = [
  [0.2, 4, 6],
  [0.4, 3, 7],
  [0.6, 2, 8],
  [0.8, 1, 9],
] as const;

/** Of each central interval: what is said, and how often it held. */
export const heldAt = ({ bins, n }: Pick<Calibrated, 'bins' | 'n'>): readonly { said: number; held: number }[] =>
  said.map(([share, from, to]) => ({
    said: share,
    held: bins.slice(from, to).reduce((sum, count) => sum + count, 0) / n,
  }));

export function calibrationTable(rows: readonly Calibrated[]): string {
  const head = [
    '| planted history | goal | 80 % interval held | as shown, ends included | 20 % held | 40 % held | 60 % held | tenths of the transform, 10 % each were it perfect |',
    '|--|--|--|--|--|--|--|--|',
  ];
  const lines = rows.map(row => {
    const others = heldAt(row)
      .slice(0, 3)
      .map(({ held }) => percent(held))
      .join(' | ');
    const bins = row.bins.map(count => Math.round((100 * count) / row.n)).join(' ');
    return `| ${row.history} | ${row.goal} | ${percent(row.held)} | ${percent(row.heldAsShown)} | ${others} | ${bins} |`;
  });
  return [...head, ...lines].join('\n');
}

const width = 900;
const rowHeight = 112;
const top = 78;
const plot = { x: 400, y: 12, width: 84, height: 84 };
const bars = { x: 560, y: 12, width: 300, height: 84 };
const ink = '#1f2328';
const muted = '#59636e';
const line = '#d1d9e0';
const blue = '#2c6e9b';
const band = '#e4edf3';

type Anchor = 'start' | 'middle' | 'end';
const text = (x: number, y: number, content: string, size = 13, fill = ink, anchor: Anchor = 'start', weight = 400) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}">${content}</text>`;

/** Said against held: a point for each interval, the diagonal, and two standard errors about it. */
function reliability(row: Calibrated, y: number): string {
  const { x, width: w, height: h } = plot;
  const at = (said: number, held: number) =>
    `${(x + said * w).toFixed(1)},${(y + plot.y + (1 - Math.min(1, Math.max(0, held))) * h).toFixed(1)}`;
  const steps = Array.from({ length: 21 }, (_, i) => i / 20);
  const off = (share: number) => 2 * Math.sqrt((share * (1 - share)) / row.n);
  const area = [...steps.map(s => at(s, s + off(s))), ...steps.toReversed().map(s => at(s, s - off(s)))].join(' ');
  const points = heldAt(row).map(({ said, held }) => {
    const [cx, cy] = at(said, held).split(',');
    return `<circle cx="${cx}" cy="${cy}" r="3.2" fill="${blue}"/>`;
  });
  return [
    `<rect x="${x}" y="${y + plot.y}" width="${w}" height="${h}" fill="none" stroke="${line}"/>`,
    `<polygon points="${area}" fill="${band}"/>`,
    `<line x1="${x}" y1="${y + plot.y + h}" x2="${x + w}" y2="${y + plot.y}" stroke="${muted}" stroke-dasharray="3 3"/>`,
    ...points,
  ].join('');
}

/** Ten bars that would be of one height, and two standard errors about it. */
function tenths(row: Calibrated, y: number): string {
  const { x, width: w, height: h } = bars;
  const most = 0.2;
  const up = (share: number) => (Math.min(most, share) / most) * h;
  const base = y + bars.y + h;
  const off = 2 * Math.sqrt((0.1 * 0.9) / row.n);
  const each = w / 10;
  return [
    `<rect x="${x}" y="${(base - up(0.1 + off)).toFixed(1)}" width="${w}" height="${up(2 * off).toFixed(1)}" fill="${band}"/>`,
    ...row.bins.map((count, i) => {
      const height = up(count / row.n);
      return `<rect x="${(x + i * each + 3).toFixed(1)}" y="${(base - height).toFixed(1)}" width="${each - 6}" height="${height.toFixed(1)}" fill="${blue}"/>`;
    }),
    `<line x1="${x}" y1="${(base - up(0.1)).toFixed(1)}" x2="${x + w}" y2="${(base - up(0.1)).toFixed(1)}" stroke="${muted}" stroke-dasharray="3 3"/>`,
    `<line x1="${x}" y1="${base}" x2="${x + w}" y2="${base}" stroke="${line}"/>`,
  ].join('');
}

/** The picture: a row for each planted history. Dark on white of its own, so that it reads on any page. */
export function calibrationSvg(rows: readonly Calibrated[]): string {
  const height = top + rows.length * rowHeight + 34;
  const parts = rows.map((row, i) => {
    const y = top + i * rowHeight;
    return [
      `<line x1="24" y1="${y}" x2="${width - 24}" y2="${y}" stroke="${line}"/>`,
      text(24, y + 34, row.history, 14, ink, 'start', 600),
      text(24, y + 55, row.goal, 13, muted),
      text(24, y + 78, `80 % held ${percent(row.held)}, ± ${(200 * errorOf(row.n)).toFixed(1)} by chance`),
      reliability(row, y),
      tenths(row, y),
    ].join('');
  });
  const [first] = rows;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, system-ui, sans-serif" role="img" aria-label="Calibration of plans on planted histories">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(24, 30, `Plans on planted histories, ${first?.n.toLocaleString('en-US') ?? 0} each`, 17, ink, 'start', 600),
    text(plot.x, 46, 'Said and held', 13, ink, 'start', 600),
    text(plot.x, 64, '20, 40, 60, 80 %', 12, muted),
    text(bars.x, 46, 'Where what came lay within what was said', 13, ink, 'start', 600),
    text(bars.x, 64, 'ten equal parts, lowest to highest; dashed: 10 %', 12, muted),
    ...parts,
    text(24, height - 12, 'Shaded: two standard errors about a perfect plan.', 12, muted),
    '</svg>\n',
  ].join('\n');
}
