// What Chart.js does not draw: bands behind, upright marks, intervals around points, and numbers above bars.
import type { Chart, Plugin } from 'chart.js';
import { nothing } from './chart-table.ts';
import { fontFamily } from './config.ts';
import type { Ink } from './palette.ts';
import type { ChartSpec, Intervals } from './types.ts';

/** What is drawn now; asked anew at each drawing, because plugins live as long as their chart. */
export type Drawn = { readonly spec: ChartSpec; readonly ink: Ink; readonly fontSize: number };

/** More bars than this are too thin for numbers above them. */
const numbersUpTo = 16;

export const marks = (drawn: () => Drawn): Plugin => ({
  id: 'ripen-marks',
  beforeDatasetsDraw: chart => drawBands(chart, drawn()),
  afterDatasetsDraw: chart => {
    const now = drawn();
    now.spec.series.forEach((series, index) => {
      if (series.kind === 'intervals') drawIntervals(chart, now, series, index);
    });
    drawNumbers(chart, now);
    drawMarks(chart, now);
  },
});

function drawBands({ ctx, chartArea: area, scales }: Chart, { spec, ink }: Drawn): void {
  const scale = scales.y;
  if (!scale) return;
  for (const { from, to } of spec.bands ?? []) {
    const top = scale.getPixelForValue(to);
    const bottom = scale.getPixelForValue(from);
    ctx.save();
    ctx.globalAlpha = 0.14;
    ctx.fillStyle = ink('grow');
    ctx.fillRect(area.left, top, area.width, bottom - top);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = ink('grow');
    ctx.setLineDash([2, 3]);
    for (const y of [top, bottom]) line(ctx, area.left, y, area.right, y);
    ctx.restore();
  }
}

function drawIntervals(chart: Chart, { ink }: Drawn, series: Intervals, index: number): void {
  const { ctx, scales } = chart;
  const points = chart.getDatasetMeta(index).data;
  ctx.save();
  ctx.strokeStyle = ink(series.tone);
  ctx.lineWidth = 1.5;
  series.values.forEach((value, category) => {
    const low = series.low[category] ?? null;
    const high = series.high[category] ?? null;
    const x = points[category]?.x;
    if (value === null || low === null || high === null || x === undefined || !scales.y) return;
    const top = scales.y.getPixelForValue(high);
    const bottom = scales.y.getPixelForValue(low);
    const middle = scales.y.getPixelForValue(value);
    // Not through a hollow point.
    line(ctx, x, top, x, Math.max(top, middle - 5));
    line(ctx, x, Math.min(bottom, middle + 5), x, bottom);
    for (const y of [top, bottom]) line(ctx, x - 4, y, x + 4, y);
  });
  ctx.restore();
}

/** "n 12", "31 % of the stage before". */
const noteText = (label: string, cell: string) => (label.length < 3 ? `  ${label} ${cell}` : `  ${cell} ${label}`);

function drawNumbers(chart: Chart, { spec, ink, fontSize }: Drawn): void {
  if (spec.x.kind !== 'names' || spec.x.names.length > numbersUpTo) return;
  const bars = spec.series.filter(series => series.kind === 'bars');
  const [only] = bars;
  if (bars.length !== 1 || only === undefined) return;
  const index = spec.series.indexOf(only);
  const sentence = only.write ?? spec.y.write;
  const [more] = spec.columns ?? [];
  chart.getDatasetMeta(index).data.forEach((bar, category) => {
    const value = only.values[category] ?? null;
    if (!spec.lying && (value === null || value === 0)) return;
    const beside = spec.lying && more?.cells[category] ? noteText(more.label, more.cells[category]) : '';
    const missing = (spec.x.kind === 'names' && spec.x.notes?.[category]) || nothing;
    const x = spec.lying ? (value === null ? chart.chartArea.left : bar.x) + 6 : bar.x;
    const y = spec.lying ? bar.y + fontSize / 3 : bar.y - 5;
    write(chart.ctx, value === null ? missing : sentence(value) + beside, x, y, {
      fontSize,
      color: ink('ink-2'),
      align: spec.lying ? 'left' : 'center',
      ground: ink('paper'),
    });
  });
}

function drawMarks({ ctx, chartArea: area, scales }: Chart, { spec, ink, fontSize }: Drawn): void {
  for (const { at, label, tone } of spec.marks ?? []) {
    const x = scales.x?.getPixelForValue(at);
    if (x === undefined || x < area.left || x > area.right) continue;
    ctx.save();
    ctx.strokeStyle = ink(tone);
    ctx.lineWidth = 1.5;
    ctx.setLineDash([4, 3]);
    line(ctx, x, area.top, x, area.bottom);
    const left = x > (area.left + area.right) / 2;
    write(ctx, label, left ? x - 5 : x + 5, area.top + fontSize - 2, {
      fontSize,
      color: ink('ink-2'),
      align: left ? 'right' : 'left',
      ground: ink('paper'),
    });
    ctx.restore();
  }
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

type Look = {
  /** Their size in pixels. */
  readonly fontSize: number;
  readonly color: string;
  readonly align: CanvasTextAlign;
  /** Drawn around the letters, so that they can be read over a line. */
  readonly ground?: string;
};

function write(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, look: Look): void {
  ctx.save();
  ctx.setLineDash([]);
  ctx.font = `500 ${look.fontSize}px ${fontFamily}`;
  ctx.textAlign = look.align;
  if (look.ground) {
    ctx.lineWidth = 3;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = look.ground;
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = look.color;
  ctx.fillText(text, x, y);
  ctx.restore();
}
