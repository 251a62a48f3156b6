// A chart as a picture file: on white ground, with its title, its sentence and its legend, as it is pasted into a letter.
import { Chart } from 'chart.js';
import { defaultFontSize, fontFamily, optionsOf } from './config.ts';
import { dataOf } from './datasets.ts';
import { needsLegend } from './Legend.tsx';
import { marks } from './marks.ts';
import { hatch, type Ink, inkOf } from './palette.ts';
import type { ChartSpec } from './types.ts';

const width = 960;
const margin = 32;
/** Twice as many pixels as it is wide, for print. */
const sharpness = 2;
const chartHeight = 380;
const lineHeight = 20;

/** Colors on white ground, whatever the window is. */
const printInk: Ink = token => (token === 'paper' ? 'rgb(255, 255, 255)' : inkOf('light')(token));

/** PNG. */
export async function pictureOf(spec: ChartSpec): Promise<Blob> {
  const paper = printInk;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('There is no canvas to draw on.');
  const inner = width - 2 * margin;
  pen.font = `400 14px ${fontFamily}`;
  const said = wrapped(pen, spec.says, inner);
  const legend = needsLegend(spec);
  const headHeight = 34 + said.length * lineHeight + (legend ? 30 : 12);
  canvas.width = width * sharpness;
  canvas.height = (2 * margin + headHeight + chartHeight) * sharpness;
  pen.scale(sharpness, sharpness);
  pen.fillStyle = paper('paper');
  pen.fillRect(0, 0, width, canvas.height);
  pen.fillStyle = paper('ink');
  pen.font = `640 18px ${fontFamily}`;
  pen.fillText(spec.title, margin, margin + 14);
  pen.fillStyle = paper('ink-2');
  pen.font = `400 14px ${fontFamily}`;
  for (const [index, line] of said.entries()) pen.fillText(line, margin, margin + 40 + index * lineHeight);
  if (legend) drawLegend(pen, spec, paper, margin + 48 + said.length * lineHeight);
  const drawn = drawChart(spec, { width: inner, height: chartHeight, sharpness });
  pen.drawImage(drawn.canvas, margin, margin + headHeight, inner, chartHeight);
  drawn.destroy();
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The image could not be created.');
  return blob;
}

/** For an image element: sharp enough for 300 dots an inch. */
export function dataUrlOf(spec: ChartSpec, chartWidth: number, height: number): string {
  const chart = drawChart(spec, { width: chartWidth, height, sharpness: 3 });
  const url = chart.canvas.toDataURL('image/png');
  chart.destroy();
  return url;
}

type Size = { readonly width: number; readonly height: number; readonly sharpness: number };

function drawChart(spec: ChartSpec, size: Size): Chart<'bar' | 'line' | 'scatter'> {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  return new Chart(canvas, {
    type: 'bar',
    data: dataOf(spec, printInk),
    options: { ...optionsOf(spec, printInk, defaultFontSize), responsive: false, devicePixelRatio: size.sharpness },
    plugins: [marks(() => ({ spec, ink: printInk, fontSize: defaultFontSize }))],
  }) as Chart<'bar' | 'line' | 'scatter'>;
}

function drawLegend(
  pen: CanvasRenderingContext2D,
  { series: all, bands = [] }: ChartSpec,
  ink: Ink,
  top: number,
): void {
  let x = margin;
  pen.font = `500 13px ${fontFamily}`;
  for (const series of all) {
    const color = ink(series.tone);
    pen.strokeStyle = color;
    pen.fillStyle = color;
    pen.lineWidth = 2;
    if (series.kind === 'bars') {
      if (series.fill === 'hatched') pen.fillStyle = hatch(color, ink('paper'));
      if (series.fill !== 'outline') pen.fillRect(x, top - 9, 14, 10);
      pen.strokeRect(x + 0.5, top - 8.5, 13, 9);
    } else {
      pen.setLineDash(series.kind !== 'intervals' && series.dash ? [5, 3] : []);
      pen.beginPath();
      pen.moveTo(x, top - 4);
      pen.lineTo(x + 16, top - 4);
      pen.stroke();
      pen.setLineDash([]);
    }
    x = writeBeside(pen, series.label, x, top, ink);
  }
  for (const { label } of bands) {
    pen.globalAlpha = 0.16;
    pen.fillStyle = ink('grow');
    pen.fillRect(x, top - 9, 14, 10);
    pen.globalAlpha = 1;
    pen.strokeStyle = ink('grow');
    pen.strokeRect(x + 0.5, top - 8.5, 13, 9);
    x = writeBeside(pen, label, x, top, ink);
  }
}

/** Answers where the next one begins. */
function writeBeside(pen: CanvasRenderingContext2D, label: string, x: number, y: number, ink: Ink): number {
  pen.fillStyle = ink('ink-2');
  pen.fillText(label, x + 22, y);
  return x + 22 + pen.measureText(label).width + 20;
}

function wrapped(pen: CanvasRenderingContext2D, text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > most) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
