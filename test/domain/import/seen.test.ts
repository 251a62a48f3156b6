// Exports of many programs and people's own sheets, understood without a word from the owner: what each row becomes.
import { expect, test } from 'vitest';
import { openQuestions } from '../../../shared/import-questions.ts';
import { becameOf, expectedOf } from './summary.ts';
import type { Region } from './support.ts';
import { fixture, germany, read } from './support.ts';

const america: Region = { locale: 'en-US', dateOrder: 'mdy', decimal: '.' };
const american =
  /airtable|mailchimp|shopify|google-ads|salesforce|calendly|typeform|notion|linkedin|stripe|zoom|zoho|constant|own-sheet-en|woo|jot|active|klav|trello|monday|teams|goto|fresh/;

test.each(expectedOf('seen'))('$name', async ({ name, ...expected }) => {
  const result = await read(fixture(`seen/${name}`), { region: american.test(name) ? america : germany });
  expect(becameOf(result)).toEqual(expected);
  const open = openQuestions(result.preview, result.mapping, new Set()).map(({ ask }) => ask);
  // A report without any day is asked for it; nothing else of these files leaves a question.
  expect(open).toEqual(name === 'mailchimp-campaign-report.csv' ? ['activity-day'] : []);
});

// The shapes of exports found in public: headers, order, writing and quirks are theirs, the people are ours.
test.each(expectedOf('shapes'))('the shape of $name', async ({ name, ...expected }) => {
  const result = await read(fixture(`shapes/${name}`), { region: /^eu-/.test(name) ? germany : america });
  expect(becameOf(result)).toEqual(expected);
  expect(openQuestions(result.preview, result.mapping, new Set())).toEqual([]);
});
