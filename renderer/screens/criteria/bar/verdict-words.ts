// What the picture of thresholds says, in one sentence.
import type { Bar } from '../../../../shared/bar.ts';

export function verdictWords({ verdict, threshold, about, best, customers }: Bar): string {
  const span = about === null ? '' : about.from === about.to ? `${about.from}` : `${about.from} to ${about.to}`;
  switch (verdict) {
    case 'too-low':
      return `At ${threshold} the bar looks too low: ${span} would tell customers from the others better.`;
    case 'too-high':
      return `At ${threshold} the bar looks too high: ${span} would tell customers from the others better.`;
    case 'about-right':
      return `At ${threshold} the bar is about right: nothing from ${span} can be told from the best, ${best}.`;
    case 'cannot-tell':
      return customers < 10
        ? `Ten customers are needed to say whether ${threshold} is right; there ${customers === 1 ? 'is' : 'are'} ${customers}.`
        : `The score does not tell customers from the others yet, at any bar.`;
    default:
      return verdict satisfies never;
  }
}
