// What a new owner has: twelve sentences as they are typed between calls, and a sheet of 120 jobs.
import { writeFile } from 'node:fs/promises';

/** What is typed, what is answered by its number when asked, and what is said to have been logged. */
export type Sentence = readonly [typed: string, answers: readonly [question: RegExp, key: string][], logged: string];
export const sentences: readonly Sentence[] = [
  [
    'Sarah Holt @ Holt Kitchens rang about a porch, wants a quote by friday',
    [],
    'Logged: Inbound call, Sarah Holt. New lead added. Next step: quote, Mar 6.',
  ],
  ['emailed Tom Brady tom@brady.example brochure yesterday', [], 'Logged: E-mail sent, Tom Brady. New lead added.'],
  [
    'whatsapp from Dave Pike, sash windows £2,300 + VAT, call him tue',
    [[/Which activity is “whatsapp”/, '1']],
    'Logged: WhatsApp message received, Dave Pike. New lead added. Deal: £2,300. Next step: call him, Mar 3.',
  ],
  [
    'sent quote £4,800 to Helen Marsh @ Marsh & Sons, chase next week',
    [],
    'Logged: Proposal sent, Helen Marsh. New lead added. Deal: £4,800. Next step: chase, Mar 9.',
  ],
  [
    'Anna Cole referred by Sarah Holt, loft conversion 3-4k',
    [[/How much is “3-4k”/, '1']],
    'Logged: Referral received, Anna Cole. New lead added. Deal: £3,000.',
  ],
  [
    'Mr & Mrs Patel came to the showroom on Saturday, kitchen 12k, ring back Monday',
    [
      [/Which activity is “came to the showroom”/, '1'],
      [/Which day is meant/, '2'],
    ],
    'Logged: Showroom visit, Patel. New lead added. Deal: £12,000. Next step: ring back, Mar 9.',
  ],
  ['missed call from Nigel Frost 07700 900555', [], 'Logged: Missed call, Nigel Frost. New lead added.'],
  [
    'had a chat with Joan Webb about decking, site visit thu 10am',
    [[/Which activity is “had a chat with”/, '1']],
    'Logged: Call made, Joan Webb. New lead added. Next step: site visit, Mar 5 10:00.',
  ],
  [
    'voicemail for Greg Lunn @ Lunn Builders, try again tomorrow',
    [],
    'Logged: Call made, Greg Lunn. New lead added. Next step: try again, Mar 3.',
  ],
  [
    'text from Priya Shah 07700 900123 asking price for a gate',
    [[/Which activity is “text”/, '1']],
    'Logged: Text message received, Priya Shah. New lead added.',
  ],
  [
    'enquiry via website from Kate Moor kate@moor.example, conservatory £18k',
    [[/Which activity is “enquiry”/, '1']],
    'Logged: Information or case study requested, Kate Moor. New lead added. Deal: £18,000.',
  ],
  [
    'met Luke Ray at the trade show, send samples by 15 May',
    [],
    'Logged: Meeting held, Luke Ray. New lead added. Next step: send samples, May 15.',
  ],
];

const cycle = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;
const two = (value: number) => String(value).padStart(2, '0');

/** 120 jobs as an owner keeps them: a title, words for the stages, amounts as they are spoken, a divider and a total. */
function sheet(): string {
  const first = 'Alan Beth Carl Dora Ewan Fran Gail Hugh Iris Jack Kath Liam Mona Neil Olga Pete Rosa Sean Tess Vera';
  const last = 'Holt Marsh Webb Lunn Frost Ray Cole Pike Moor Dunn Hale Kerr Lane Nash Page Reid Shaw Todd Ward York';
  const statuses = ['Won', 'Quoted', 'Quote sent', 'Lost', 'New', 'Enquiry', 'Site visit', 'Booked in', 'Dead'];
  const amounts = ['£2,300 + VAT', '3-4k', 'tbc', '£4,800', '£950', '', '12k', '£1,250.50', '£18,000', '£2,300 + VAT'];
  const steps = ['5/12', 'chase quote', 'call Mon', 'send samples', 'ring 12/12', '', 'ASAP', 'site visit 3/12', ''];
  const rows = Array.from({ length: 120 }, (_, at) => {
    const [given, family] = [cycle(first.split(' '), at), cycle(last.split(' '), at * 7 + Math.floor(at / 20))];
    return [
      at === 3 ? 'Mr & Mrs Holt' : `${given} ${family}`,
      at % 2 ? `07700 900${String(at).padStart(3, '0')}` : '',
      at % 3 ? `${given}.${family}${at}@mail.example`.toLowerCase() : '',
      cycle(['Kitchen', 'Porch', 'Sash windows', 'Loft'], at),
      `${two((at % 28) + 1)}/${two(10 + (at % 3))}/2025`,
      cycle(statuses, at),
      `"${cycle(amounts, at)}"`,
      cycle(steps, at),
      cycle(['Google', 'Referral', 'Facebook', 'Showroom', 'Repeat'], at),
      at % 4 ? 'N' : 'Y',
      cycle(['Jo', 'Sam'], at),
      at % 30 ? '' : 'Wants £ back if late',
    ].join(',');
  });
  return [
    `Porch & Co jobs 2025/26${','.repeat(11)}`,
    'Name,Phone,Email,Job,Date,Status,Est. value,Next step,How did they hear?,Newsletter?,Who,Notes',
    ...rows.slice(0, 60),
    `--- WINTER ---${','.repeat(11)}`,
    ...rows.slice(60),
    `TOTAL,,,,,,"£412,000"${','.repeat(5)}`,
  ].join('\r\n');
}

/** Windows-1252, as Excel saves it: in this sheet only the pound sign differs from ASCII, and Latin-1 has it at the same byte. */
export const writeSheet = (path: string) => writeFile(path, Buffer.from(sheet(), 'latin1'));
