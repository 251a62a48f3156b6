// Further lines in English, with what each says; the outcomes were written before the lines were tried.
import { describe, expect, it } from 'vitest';
import { type Expected, english, said } from './said.ts';

type Lines = readonly (readonly [string, Expected])[];

const inEnglish: Lines = [
  [
    'Martin Cole rang back, happy with the price',
    { who: 'Martin Cole', what: 'inbound-call', note: 'happy with the price' },
  ],
  [
    'rang Martin Cole back, voicemail, try again tomorrow',
    { who: 'Martin Cole', what: 'call-made', note: 'voicemail', next: 'try again | 2026-11-27' },
  ],
  [
    'Sophie from Harbour Kitchens emailed about worktops, 4k',
    { who: 'Sophie _ @ Harbour Kitchens', what: 'replied', note: 'about worktops', amount: 'GBP 4000' },
  ],
  [
    'met with Owen Price at his house yesterday 2pm, measured up, quote by monday',
    {
      who: 'Owen Price',
      what: 'meeting-held',
      when: '2026-11-25 14:00',
      note: 'at his house, measured up',
      next: 'quote | 2026-11-30',
    },
  ],
  [
    'quoted Lena Hart £1,850 for two doors',
    { who: 'Lena Hart', what: 'proposal-sent', note: 'for two doors', amount: 'GBP 1850' },
  ],
  ['missed call from 07700 900321', { who: '07700 900321', what: 'missed-call' }],
  [
    'Website enquiry from Paul Denton <paul@denton.example>, wants a porch',
    { who: 'Paul Denton <paul@denton.example>', what: 'form-submitted', note: 'wants a porch', channel: 'Website' },
  ],
  [
    'Ken Ward downloaded the brochure last month',
    { who: 'Ken Ward', what: 'content-downloaded', when: '2026-10-26', note: 'downloaded the brochure' },
  ],
  [
    "texted Holly Marsh, she'll be in on thursday",
    { who: 'Holly Marsh', what: 'new Text message sent ? email-sent ? call-made', note: "she'll be in on thursday" },
  ],
  [
    'Ruth Ellis referred by Ken Ward',
    { who: 'Ruth Ellis', what: 'referral-received', note: 'referred by Ken Ward', channel: 'Referral' },
  ],
  [
    'spoke to Adam Frost about the gate, follow up in 10 days',
    {
      who: 'Adam Frost',
      what: 'call-made ? meeting-held',
      note: 'spoke about the gate',
      next: 'follow up | 2026-12-06',
    },
  ],
  [
    'posted samples to Mrs Lowe on Tuesday',
    { who: '_ Lowe', what: 'new Samples sent ? email-sent', when: '2026-11-24', note: 'posted samples' },
  ],
  [
    'Bright Homes Ltd asked for a quote for 6 windows, call back thursday',
    {
      who: '@ Bright Homes Ltd',
      what: 'information-requested',
      note: 'asked for a quote for 6 windows',
      next: 'call back | 2026-11-26 | 2026-12-03',
    },
  ],
  ['unsubscribed: ivy@moss.example', { who: '<ivy@moss.example>', what: 'unsubscribed' }],
  ['Demo with Nadia Khan this afternoon', { who: 'Nadia Khan', next: 'Demo | 2026-11-26' }],
  [
    'showroom visit from Greg and Tina Holt on saturday, 8-10k kitchen',
    {
      who: 'Greg Holt + Tina Holt',
      what: 'new Showroom visit ? meeting-held',
      when: '2026-11-21',
      note: 'showroom visit, kitchen',
      amount: 'GBP 8000 ? GBP 10000',
    },
  ],
  [
    'called Priya Nair an hour ago, engaged',
    { who: 'Priya Nair', what: 'call-made', when: '2026-11-26 08:10', note: 'engaged' },
  ],
  [
    'email from Tom Reed at Alder Joinery: can we do oak instead?',
    { who: 'Tom Reed @ Alder Joinery', what: 'replied', note: 'can we do oak instead' },
  ],
  ["Zoe Blunt didn't answer", { who: 'Zoe Blunt', note: "didn't answer", what: 'call-made' }],
  ['call Zoe Blunt tomorrow 9am', { who: 'Zoe Blunt', next: 'call | 2026-11-27 09:00' }],
  [
    'Gary Stone called in about decking, 6k, site visit next wednesday',
    {
      who: 'Gary Stone',
      what: 'inbound-call',
      note: 'about decking',
      amount: 'GBP 6000',
      next: 'site visit | 2026-12-02',
    },
  ],
  [
    'I phoned Amy Bell yesterday, no reply',
    { who: 'Amy Bell', what: 'call-made', when: '2026-11-25', note: 'no reply' },
  ],
  [
    'Dean at Mill Lane Garage emailed asking for a price list',
    { who: 'Dean _ @ Mill Lane Garage', what: 'replied', note: 'asking for a price list' },
  ],
  ['Coffee with Ros Tate this morning', { who: 'Ros Tate', what: 'meeting-held', when: '2026-11-26' }],
  [
    'Sent Ivan Petrov the contract, chase friday',
    {
      who: 'Ivan Petrov',
      what: 'new Contract sent ? email-sent',
      note: 'Sent the contract',
      next: 'chase | 2026-11-27',
    },
  ],
  ['Mrs Patel wants a callback tomorrow', { who: '_ Patel', what: 'inbound-call', note: 'wants a callback tomorrow' }],
  ['nick@fern.example replied, too expensive', { who: '<nick@fern.example>', what: 'replied', note: 'too expensive' }],
  [
    'Spoke with Laura Finch at Finch Interiors about 3 sofas, £4,200',
    {
      who: 'Laura Finch @ Finch Interiors',
      what: 'call-made ? meeting-held',
      note: 'Spoke about 3 sofas',
      amount: 'GBP 4200',
    },
  ],
  [
    'website enquiry: Sam Oduya, 07700 900444, wants a quote for a fence',
    { who: 'Sam Oduya 07700 900444', what: 'form-submitted', note: 'wants a quote for a fence', channel: 'Website' },
  ],
  [
    'Left message for Colin Drew on 23 Nov, try again monday',
    { who: 'Colin Drew', what: 'call-made', when: '2026-11-23', note: 'Left message', next: 'try again | 2026-11-30' },
  ],
  ['Tessa Moore opened the newsletter last week', { who: 'Tessa Moore', what: 'email-opened', when: '2026-11-19' }],
  [
    'Quote sent to Peter Hale and Jane Hale, 15k',
    { who: 'Peter Hale + Jane Hale', what: 'proposal-sent', amount: 'GBP 15000' },
  ],
  [
    'Jim popped in to the shop, new kitchen, budget 20k',
    {
      who: 'Jim _',
      what: 'new Showroom visit ? meeting-held',
      note: 'popped in to the shop, new kitchen, budget',
      amount: 'GBP 20000',
    },
  ],
  [
    'call from Dr Singh at 8am about the surgery windows',
    { who: '_ Singh', what: 'inbound-call', when: '2026-11-26 08:00', note: 'about the surgery windows' },
  ],
  [
    'Bill Turner rang again re the skylight, wants it by spring',
    { who: 'Bill Turner', what: 'inbound-call', note: 'again re the skylight, wants it by spring' },
  ],
  [
    'emailed Kate Dunn the drawings, £3.5k, call her next week',
    { who: 'Kate Dunn', what: 'email-sent', note: 'the drawings', amount: 'GBP 3500', next: 'call her | 2026-11-30' },
  ],
  [
    'Oakwood School enquired about 40 desks',
    { who: '@ Oakwood School', what: 'information-requested', note: 'enquired about 40 desks' },
  ],
  [
    'had a meeting with Fay Lord on Monday, went well',
    { who: 'Fay Lord', what: 'meeting-held', when: '2026-11-23', note: 'went well' },
  ],
  [
    'Stan Webb texted: can you ring me?',
    { who: 'Stan Webb', what: 'new Text message received ? replied ? live-chat', note: 'can you ring me' },
  ],
  [
    'visited Mr Doyle on site yesterday, measure up friday 10am',
    {
      who: '_ Doyle',
      what: 'meeting-held',
      when: '2026-11-25',
      note: 'on site',
      next: 'measure up | 2026-11-27 10:00',
    },
  ],
  ['Eve Park attended the webinar', { who: 'Eve Park', what: 'webinar-attended' }],
  [
    "we called Brian Moss at 8.30, he'll think about it",
    { who: 'Brian Moss', what: 'call-made', when: '2026-11-26 08:30', note: "he'll think about it" },
  ],
];

describe.each([['English', english, inEnglish]] as const)('a line in %s', (_, home, lines) => {
  it.each(lines)('%s', (line, expected) => {
    expect(said(line, home)).toEqual(expected);
  });
});
