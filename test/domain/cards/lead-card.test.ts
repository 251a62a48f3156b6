// The address card of a lead: escaped, folded, and without the remarks that stay in the workspace.
import { expect, it } from 'vitest';
import { leadCard } from '../../../electron/domain/cards/lead-card.ts';
import { reachLines, shortCard, whyNoCard } from '../../../shared/address-card.ts';
import { emptyAttributes, type Lead, type LeadAttributes } from '../../../shared/lead.ts';

const id = '0190a1b2-c3d4-7e5f-8a6b-0123456789ab';
const aLead = (attributes: Partial<LeadAttributes>): Lead => ({
  ...emptyAttributes,
  ...attributes,
  id,
  stage: 'lead',
  stageSince: 0,
  nurtureUntil: null,
  mqlExclusion: null,
  nextStep: null,
  nextStepOn: null,
  nextStepTime: null,
  nextStepRepeats: null,
  createdAt: 0,
  batchId: null,
});
const unfolded = (card: string): string[] => card.replaceAll('\r\n ', '').split('\r\n');

it('says who it is, how they are reached and where they work, and nothing else', () => {
  const card = leadCard(
    aLead({
      firstName: 'Zoë',
      lastName: 'Lind; Berg',
      company: 'Mill, Sons \\ Co',
      jobTitle: 'Head of\nbuying',
      email: 'zoe@mill.example',
      phone: '+49 30 1234567',
      city: 'Köln',
      country: 'Germany',
      website: 'https://mill.example/a,b;c',
      notes: 'Haggles',
      industry: 'Milling',
    }),
  );
  expect(unfolded(card)).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Ripen//Ripen//EN',
    `UID:ripen:lead:${id}`,
    'N:Lind\\; Berg;Zoë;;;',
    'FN:Zoë Lind\\; Berg',
    'ORG:Mill\\, Sons \\\\ Co',
    'TEL;TYPE=WORK,VOICE:+49 30 1234567',
    'EMAIL;TYPE=INTERNET:zoe@mill.example',
    'TITLE:Head of\\nbuying',
    'ADR;TYPE=WORK:;;;Köln;;;Germany',
    'URL:https://mill.example/a,b;c',
    'END:VCARD',
    '',
  ]);
});

it('no line is longer than 75 octets, and no character is cut in two', () => {
  const company = `${'👩🏽‍🌾é'.repeat(15)} Ltd`;
  const card = leadCard(aLead({ company }));
  for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(card).not.toContain('\ufffd');
  expect(Buffer.from(card).toString()).toBe(card);
  expect(unfolded(card)).toContain(`ORG:${company}`);
  expect(card).toContain('\r\nX-ABShowAs:COMPANY\r\n');
});

it('a code holds the short card only, or nothing when a phone could not read it', () => {
  const lead = aLead({ firstName: 'Ann', phone: '030 1', jobTitle: 'Owner', city: 'Bonn' });
  expect(shortCard(lead)).toBe(
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ann;;;\r\nFN:Ann\r\nTEL;TYPE=WORK,VOICE:030 1\r\nEND:VCARD',
  );
  expect(shortCard({ ...lead, company: 'é'.repeat(300) })).toBeNull();
});

it('a lead whom nothing names, or who asked not to be contacted, makes none', () => {
  expect(whyNoCard(aLead({ externalId: '7' }))).toMatch('no name, company, e-mail or phone');
  expect(whyNoCard(aLead({ firstName: 'Ann', consent: 'no' }))).toBe('Ann asked not to be contacted.');
  expect(whyNoCard(aLead({ phone: '1' }))).toBeNull();
  expect(reachLines(aLead({ phone: '1' }))).toContainEqual(['FN', '1']);
});
