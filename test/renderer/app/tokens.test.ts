// The colors keep their promises: AA everywhere, AAA for what one reads all day, stages of equal lightness.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Oklch = readonly [lightness: number, chroma: number, hue: number];
const sheet = readFileSync(join(import.meta.dirname, '../../../renderer/app/tokens.css'), 'utf8');
const schemes = ['light', 'dark'] as const;

function color(token: string, scheme: (typeof schemes)[number]): Oklch {
  const match = new RegExp(`--${token}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(sheet);
  const [l, c, h] = (match?.[scheme === 'light' ? 1 : 2] ?? '').split(' ').map(Number);
  if (l === undefined || c === undefined || h === undefined) throw new Error(`No colour --${token}`);
  return [l, c, h];
}

/** Linear sRGB of an OKLCH color (Ottosson, "A perceptual color space for image processing", 2020). */
function linear([lightness, chroma, hue]: Oklch): readonly [number, number, number] {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function luminance(value: Oklch): number {
  const [red, green, blue] = linear(value);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: Oklch, b: Oklch): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunk', 'paper-hover'];
const stages = [
  'stranger',
  'visitor',
  'lead',
  'mql',
  'sql',
  'opportunity',
  'customer',
  'nurture',
  'disqualified',
  'lost',
];

describe.each(schemes)('in %s', scheme => {
  const ratio = (ink: string, ground: string) => contrast(color(ink, scheme), color(ground, scheme));

  it.each(['ink', 'ink-2'])('%s is read all day: 7 to 1 on every paper', ink => {
    for (const paper of papers) expect(ratio(ink, paper), paper).toBeGreaterThanOrEqual(7);
  });

  it.each(['ink-3', 'accent', 'ripe-ink', 'warn-ink', 'danger', ...stages.map(stage => `stage-${stage}`)])(
    '%s is text: 4.5 to 1 on every paper',
    ink => {
      for (const paper of papers) expect(ratio(ink, paper), paper).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['on-danger', 'danger'],
    ['accent', 'accent-soft'],
    ['ripe-ink', 'ripe-soft'],
    ['warn-ink', 'warn-soft'],
    ['danger', 'danger-soft'],
    ['ink', 'accent-soft'],
    ['paper', 'ink'],
  ])('%s is text on %s: 4.5 to 1', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['edge', 'paper'],
    ['edge', 'paper-raised'],
    ['ripe', 'paper-raised'],
    ['ripe', 'track'],
    ['grow', 'track'],
  ])('%s has a meaning on %s: 3 to 1', (mark, ground) => {
    expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
  });

  it('the stages are equally light, so that none shouts', () => {
    expect(new Set(stages.map(stage => color(`stage-${stage}`, scheme)[0])).size).toBe(1);
  });

  it.each([...papers, 'accent', 'ripe', 'ripe-ink', 'grow', 'danger', ...stages.map(stage => `stage-${stage}`)])(
    '%s can be shown on an ordinary screen',
    token => {
      for (const part of linear(color(token, scheme))) {
        expect(part).toBeGreaterThanOrEqual(-0.002);
        expect(part).toBeLessThanOrEqual(1.002);
      }
    },
  );
});
