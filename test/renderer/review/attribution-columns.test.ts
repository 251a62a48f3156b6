// Reasons why attribution shows nothing.
import { expect, test } from 'vitest';
import {
  type AttributionRow,
  missingReason,
  noAttributionText,
} from '../../../renderer/screens/review/attribution-columns.ts';

test('a review closed before there was attribution does not ask for touches', () => {
  expect(noAttributionText(undefined)).toMatch(/closed without attribution/);
  expect(noAttributionText([])).toMatch(/^No touches yet/);
});

test('a cost that is not there says whether spend or credit is missing', () => {
  const row = { spend: null } as AttributionRow;
  expect(missingReason(row)).toBe('No spend recorded');
  expect(missingReason({ ...row, spend: 5 })).toBe('No credit');
});
