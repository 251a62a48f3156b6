// The country of numbers without a country code: the workspace's zone first, the computer's language where that says nothing.
import { expect, it } from 'vitest';
import { homeCountry } from '../../electron/domain/home-country.ts';

it.each([
  ['en-US', 'Europe/London', 'GB'],
  ['en', 'Europe/London', 'GB'],
  ['en-GB', 'UTC', 'GB'],
  ['de-AT', 'Europe/Vienna', 'AT'],
  ['de', 'Europe/Vienna', 'AT'],
  ['en-US', 'America/New_York', 'US'],
  ['en-CA', 'America/Toronto', 'CA'],
  ['en-US', 'Asia/Calcutta', 'IN'],
  ['en-US', 'Asia/Kolkata', 'IN'],
  ['en', 'UTC', 'US'],
])('%s in %s is %s', (locale, zone, country) => expect(homeCountry(locale, zone)).toBe(country));
