// Prints every score of a fixed crowd as one line of JSON: run under several zones and locales by same-everywhere.test.ts.
import fc from 'fast-check';
import { firstPromotion } from '../../../electron/domain/scoring/promotion.ts';
import { explainScore } from '../../../electron/domain/scoring/score.ts';
import { anyLead, criteria, day, today } from './arbitraries.ts';

const leads = fc.sample(fc.tuple(criteria, anyLead), { seed: 7, numRuns: 300 });
const scores = leads.map(([rules, someone]) => [
  explainScore(rules, someone, today),
  explainScore(rules, someone, today + 45 * day),
  firstPromotion(rules, someone),
]);
process.stdout.write(JSON.stringify(scores));
