// Next steps as lines of a file, and the day on which a repeating one comes again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  nextDay,
  type PlannedStep,
  type Repeat,
  repeatLabels,
  stepLine,
  stepsOfLines,
} from '../../shared/next-step.ts';

const repeats = Object.keys(repeatLabels) as Repeat[];
const step: fc.Arbitrary<PlannedStep> = fc.record({
  what: fc.option(
    fc.string({ minLength: 1, maxLength: 40 }).map(text => text.replace(/[\n\r|]/g, ' ').trim() || 'Call'),
  ),
  on: fc.constantFrom('2026-06-01', '2027-12-31'),
  time: fc.constantFrom('09:05', '23:59', null),
  repeats: fc.constantFrom(...repeats, null),
});

it('comes back from the lines of a file as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), steps => {
      expect(stepsOfLines(steps.map(stepLine).join('\n'))).toEqual(steps);
    }),
  );
});

it('comes again after today, however long ago it was planned', () => {
  fc.assert(
    fc.property(fc.constantFrom(...repeats), fc.constantFrom('2001-02-28', '2026-05-31', '2026-06-09'), (again, on) => {
      const next = nextDay({ on, repeats: again }, '2026-06-09');
      expect(next !== null && next > '2026-06-09').toBe(true);
    }),
  );
  expect(nextDay({ on: '2026-06-01', repeats: null }, '2026-06-09')).toBeNull();
});
