// The calibration of plans as published: a row for each planted history, within the aim, and the picture of the same numbers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../build/paths.ts';
import { calibratedAt, calibratedCases } from '../support/calibrated-plans.ts';
import { calibrationSvg, calibrationTable, heldAt } from '../support/calibration-page.ts';

const page = readFileSync(join(ROOT, 'docs', 'plan.md'), 'utf8');
const picture = readFileSync(join(ROOT, 'docs', 'pictures', 'plan-calibration.svg'), 'utf8');

it.each(calibratedCases)(
  '$history, $goal: 80 % intervals hold 77 to 83 %, in the table as in the picture',
  ({ history, goal }) => {
    const row = page.split('\n').find(line => line.startsWith(`| ${history} | ${goal} |`));
    const held = row?.split('|')[3]?.trim() ?? '';
    expect(Number.parseFloat(held)).toBeGreaterThanOrEqual(77);
    expect(Number.parseFloat(held)).toBeLessThanOrEqual(83);
    expect(picture).toMatch(new RegExp(`>${history}</text><text[^>]*>${goal}</text><text[^>]*>80 % held ${held},`));
  },
);

it('table and picture come from one measurement: its shares stand in both', () => {
  const row = calibratedAt(3, 30);
  expect(row.bins.reduce((sum, count) => sum + count, 0)).toBeCloseTo(30, 6);
  expect(heldAt(row).at(-1)?.held).toBeCloseTo(row.held, 6);
  const percent = `${(100 * row.held).toFixed(1)} %`;
  expect(calibrationTable([row])).toContain(`| ${percent} |`);
  const svg = calibrationSvg([row]);
  expect(svg).toContain(`80 % held ${percent},`);
  // Ten bars and the ground, four points, the frame of each plot and its band.
  expect(svg.match(/<circle /g)).toHaveLength(4);
  const bars = [...svg.matchAll(/<rect [^>]*width="24" height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(bars).toHaveLength(10);
  const most = bars.indexOf(Math.max(...bars));
  expect(row.bins[most]).toBe(Math.max(...row.bins));
});
