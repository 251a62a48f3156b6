// Verdict on the MQL threshold in one sentence.
import type { ThresholdAnalysis } from '../../../../shared/threshold.ts';

export function verdictLabels({ verdict, threshold, about, best, customers }: ThresholdAnalysis): string {
  const span = about === null ? '' : about.from === about.to ? `${about.from}` : `${about.from} to ${about.to}`;
  switch (verdict) {
    case 'too-low':
      return `A threshold of ${threshold} looks too low: ${span} would separate customers better.`;
    case 'too-high':
      return `A threshold of ${threshold} looks too high: ${span} would separate customers better.`;
    case 'about-right':
      return `A threshold of ${threshold} is about right: anything from ${span} is as good as the best, ${best}.`;
    case 'cannot-tell':
      return customers < 10
        ? `It takes ten customers to say whether ${threshold} is right; there ${customers === 1 ? 'is' : 'are'} ${customers} so far.`
        : `No threshold separates customers from the rest yet.`;
    default:
      return verdict satisfies never;
  }
}
