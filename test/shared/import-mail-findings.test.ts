// Sentences about a mailbox, for one and for several.
import { expect, it } from 'vitest';
import { mailFindings } from '../../shared/import-mail-findings.ts';
import type { MailSummary } from '../../shared/mail-summary.ts';

const nothing: MailSummary = {
  messages: 0,
  taken: 0,
  leftOut: [],
  cut: 0,
  redated: 0,
  recipientsCut: { messages: 0, people: 0, isMore: false },
  own: [],
  guessed: [],
};
const guessed = (count: number, first: string[]) => ({ guessed: [{ field: 'company' as const, count, first }] });
const repeated = (count: number) => ({ leftOut: [{ why: 'repeated' as const, count, first: [] }] });
const many = (messages: number, people: number) => ({ recipientsCut: { messages, people, isMore: false } });

it.each<[Partial<MailSummary>, string]>([
  [{ cut: 1 }, 'Only the beginning of 1 very large message was read.'],
  [{ cut: 2 }, 'Only the beginning of 2 very large messages was read.'],
  [repeated(1), '1 duplicate message skipped.'],
  [repeated(12), '12 duplicate messages skipped.'],
  [guessed(1, ['Dock Ltd']), '1 company guessed from a signature: Dock Ltd.'],
  [guessed(3, ['A', 'B', 'C']), '3 companies guessed from signatures: A, B, C.'],
  // Only the first five are named to the window.
  [guessed(7, ['A', 'B', 'C', 'D', 'E']), '7 companies guessed from signatures: A, B, C and 4 more.'],
  [many(1, 1), '1 of your messages went to more than 100 people. Only its first 100 recipients are logged; 1 is not.'],
  [
    many(2, 350),
    '2 of your messages went to more than 100 people. Only the first 100 recipients of each are logged; 350 are not.',
  ],
])('%j', (found, text) => {
  expect(mailFindings({ ...nothing, ...found }).map(finding => finding.text)).toEqual([text]);
});
