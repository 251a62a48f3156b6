// @vitest-environment happy-dom
// Types by what was typed: the type used last never stands before one that fits better.
import { beforeEach, expect, it } from 'vitest';
import { fittingTypes, rememberType } from '../../../renderer/parts/leads/activity-types.ts';
import { builtInActivityTypes } from '../../../shared/activity.ts';

const siteVisit = { id: 'own', label: 'Site visit', ourSide: true, impliesStage: null, archived: false };
const types = [...builtInActivityTypes, siteVisit];
const first = (typed: string) => fittingTypes(types, typed)[0]?.label;

beforeEach(() => localStorage.clear());

it.each([
  ['website-visit', 'site visit', 'Site visit'],
  ['information-requested', 'form', 'Form submitted'],
  ['inbound-call', 'call', 'Call made'],
])('after %s, “%s” is %s', (last, typed, label) => {
  rememberType(last);
  expect(first(typed)).toBe(label);
});

it('stands first where nothing is typed, and among those that fit alike', () => {
  rememberType('email-sent');
  expect(first('')).toBe('E-mail sent');
  expect(first('e-mail')).toBe('E-mail sent');
});
