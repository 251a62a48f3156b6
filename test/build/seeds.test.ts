// A red property can be seen again: it names its seed and its path, and these lead to the same counterexample.
import fc from 'fast-check';
import { expect, it } from 'vitest';

const small = fc.property(
  fc.integer({ min: 0, max: 1000 }),
  fc.string(),
  (number, text) => number < 300 && text !== null,
);

function redRun(given: fc.Parameters<[number, string]> = {}): string {
  try {
    fc.assert(small, given);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The property held.');
}

it('a property that fails prints what runs it again', () => {
  const printed = /\{ seed: (?<seed>-?\d+), path: "(?<path>[\d:]+)"/.exec(redRun())?.groups;
  const again = redRun({ seed: Number(printed?.seed), path: printed?.path ?? '' });
  expect(again).toContain(`{ seed: ${printed?.seed}, path: "${printed?.path}"`);
  expect(again).toContain('Counterexample: [300,""]');
});
