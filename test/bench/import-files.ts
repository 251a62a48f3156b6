// Files for measuring imports: contacts as a CRM exports them, with repeats inside and people who are there already.

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { writeXlsx } from '../../electron/formats/xlsx/write-xlsx.ts';
import { dayMs } from '../../shared/dates.ts';
import type { Random } from './random.ts';
import { seeded } from './random.ts';

const firsts =
  'Ada Bo Cy Dora Emil Fay Gus Hanna Ivo Jana Karl Lea Max Nora Olaf Pia Quin Rosa Sven Tilda Udo Vera'.split(' ');
const lasts =
  'Abel Berg Conrad Diaz Eklund Fuchs Green Holm Iversen Jansen Klein Lind Marsh Novak Olsen Petit Quist Rossi Stern Toth'.split(
    ' ',
  );
const titles = ['Owner', 'CEO', 'Head of Marketing', 'Buyer', 'Assistant', 'Engineer', 'Director of Sales', ''];
const industries = ['Software', 'Education', 'Retail', 'Construction', 'Health care', 'Logistics', 'Food', ''];
const places = [
  ['Germany', 'Berlin'],
  ['Germany', 'Munich'],
  ['Austria', 'Vienna'],
  ['Switzerland', 'Basel'],
  ['France', 'Lyon'],
  ['Spain', 'Madrid'],
] as const;
const sources = ['Website', 'Referral', 'Trade show', 'Paid search', 'Newsletter'];
const statuses = ['New', 'New', 'New', 'Contacted', 'MQL', 'Unqualified', 'Customer'];
const notes = ['Wants a call next week.', '"Met at the fair, asked for prices."', 'Reads the newsletter.', '', '', ''];

export const contactHeader =
  'First Name,Last Name,Email,Phone Number,Company,Job Title,Industry,Employees,Country,City,Lead Source,Lead Status,Create Date,Notes';

/** The same number is the same person, whatever file they are in. */
function contact(lead: number, random: Random): string {
  const [country, city] = random.pick(places);
  const first = firsts[lead % firsts.length] ?? '';
  const last = `${lasts[Math.floor(lead / 22) % lasts.length]}${lead % 977}`;
  const workspace = lead % 20_011;
  const day = new Date(Date.UTC(2024, 0, 1) + (lead % 700) * dayMs).toISOString().slice(0, 10);
  return [
    first,
    last,
    `${first}.${last}.${lead}@firm${workspace}.example`.toLowerCase(),
    `+49 30 ${String(1_000_000 + lead)}`,
    `Firm ${workspace} GmbH`,
    random.pick(titles),
    random.pick(industries),
    random.pick(['5', '12', '40', '180', '900', '']),
    country,
    city,
    random.pick(sources),
    random.pick(statuses),
    day,
    random.pick(notes),
  ].join(',');
}

/** Writes `rows` contacts, the first being number `from`; every twentieth row repeats an earlier person. */
export function writeContacts(path: string, rows: number, from = 0, seed = 7): void {
  const random = seeded(seed);
  write(path, contactHeader, rows, row => contact(from + (row % 20 === 19 ? random.below(row) : row), random));
}

/** The same people as a workbook, numbers as numbers and the day as a day. */
export function writeWorkbook(path: string, rows: number, seed = 5): void {
  const random = seeded(seed);
  const cells = Array.from({ length: rows }, (_, row) => {
    // The only quotes are around the note at the end.
    const [note = '', ...rest] = contact(row, random)
      .replace(/"([^"]*)"$/, (_quoted, text: string) => text.replaceAll(',', ';'))
      .split(',')
      .reverse();
    return [...rest.reverse(), note].map((text, column) =>
      column === 12 ? { day: text } : column === 7 && text !== '' ? Number(text) : text,
    );
  });
  writeFileSync(path, writeXlsx([{ name: 'Contacts', rows: [contactHeader.split(','), ...cells] }]));
}

/** People with forty columns more that nobody maps, until the file has `bytes`. */
export function writeWideContacts(path: string, rows: number, bytes: number, seed = 13): void {
  const random = seeded(seed);
  const extra = Math.max(1, Math.floor(bytes / rows / 40) - 5);
  const header = `${contactHeader},${Array.from({ length: 40 }, (_, i) => `Custom ${i + 1}`).join(',')}`;
  const filler = 'Lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod tempor '.repeat(4);
  write(path, header, rows, row => {
    const cells = Array.from({ length: 40 }, () => filler.slice(random.below(40)).slice(0, extra));
    return `${contact(row, random)},${cells.join(',')}`;
  });
}

/** Writes `rows` activities of `leads` people, ten in a row for each. */
export function writeActivities(path: string, rows: number, leads: number, seed = 11): void {
  const random = seeded(seed);
  const types = ['E-mail opened', 'Website visit', 'E-mail clicked', 'Content downloaded', 'Pricing page visit'];
  write(path, 'Email,Activity type,Activity date', rows, row => {
    const lead = Math.floor((row * leads) / rows);
    const first = firsts[lead % firsts.length] ?? '';
    const last = `${lasts[Math.floor(lead / 22) % lasts.length]}${lead % 977}`;
    const at = new Date(Date.UTC(2025, 0, 1) + random.below(500 * 86_400) * 1000).toISOString().slice(0, 19);
    return `${first}.${last}.${lead}@firm${lead % 20_011}.example,${random.pick(types)},${at.replace('T', ' ')}`;
  });
}

function write(path: string, header: string, rows: number, line: (row: number) => string): void {
  const file = openSync(path, 'w');
  let text = `${header}\n`;
  for (let row = 0; row < rows; row++) {
    text += `${line(row)}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}
