// Phones as people of the country write them, with the link that calls them.
import { expect, it } from 'vitest';
import { phoneLink } from '../../electron/domain/phone-text.ts';

it.each([
  ['07700900555', null, 'GB', '07700 900555', 'tel:+447700900555'],
  ['+44 7700 900555', 'United Kingdom', null, '07700 900555', 'tel:+447700900555'],
  ['+49 (0)30 901820', null, 'GB', '+49 30 901820', 'tel:+4930901820'],
  ['030 901820', 'Deutschland', 'GB', '030 901820', 'tel:+4930901820'],
  ['07700 900555 / 020 7946 0000', null, 'GB', '07700 900555', 'tel:+447700900555'],
  ['ext 1234', null, null, 'ext 1234', 'tel:1234'],
])('%s of a lead in %s, workspace in %s', (phone, leadCountry, home, text, url) => {
  expect(phoneLink(phone, leadCountry, home)).toEqual({ text, url });
});

it.each([null, '', 'ask Dana', 'x1'])('%s is no number to call', phone => {
  expect(phoneLink(phone, null, 'GB')).toBeNull();
});
