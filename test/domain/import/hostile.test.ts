// Cells made to hang a program: whatever is in them, eight times as much takes about eight times as long, and nothing throws.
import { describe, expect, test } from 'vitest';
import { countryCode, countryName } from '../../../electron/domain/countries.ts';
import { contentOf, isUrl, looksLikeId, yesNo } from '../../../electron/domain/import/content.ts';
import { dateEvidence, parseDate } from '../../../electron/domain/import/dates.ts';
import { emailKey, looseEmailKey, parseEmail, parseEmails } from '../../../electron/domain/import/emails.ts';
import { matchHeader } from '../../../electron/domain/import/headers.ts';
import { companyKey, linkedinKey, matchKeys, nameKey } from '../../../electron/domain/import/keys.ts';
import { splitName } from '../../../electron/domain/import/names.ts';
import {
  decimalEvidence,
  isMoney,
  lostDigits,
  parseNumber,
  parseSize,
} from '../../../electron/domain/import/numbers.ts';
import { isPhone, parsePhone, splitPhones } from '../../../electron/domain/import/phones.ts';
import { planOf } from '../../../electron/domain/import/plan.ts';
import { prepareRow } from '../../../electron/domain/import/prepare.ts';
import { leftOut } from '../../../electron/domain/import/rows.ts';
import { guessReason, guessStage } from '../../../electron/domain/import/stage-terms.ts';
import { cleanCell, headerKey, normalize, saysNothing } from '../../../electron/domain/import/text.ts';
import { guessActivityType, guessChannel } from '../../../electron/domain/import/values.ts';
import { declaredDelimiter, sniffDelimiter } from '../../../electron/formats/csv/delimiter.ts';
import { csvReader } from '../../../electron/jobs/import-parser/csv.ts';
import { importTargetNames } from '../../../shared/import-targets.ts';
import { context, read, text, words } from './support.ts';

/** Cells of about so many characters. */
function evilOf(size: number): Readonly<Record<string, string>> {
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  return {
    letters: fill('a'),
    digits: fill('1'),
    spaces: `a${fill(' ')}b`,
    tabs: fill('\t'),
    lines: fill('a\n'),
    quotes: fill('"'),
    'quotes and commas': fill('"a",'),
    'half quotes': fill('a"b'),
    'quoted quotes': fill('"a"b '),
    ats: fill('@'),
    addresses: fill('a@b.c;'),
    'address without end': `${fill('a.')}@${fill('b.')}`,
    angles: fill('<'),
    'open angles': fill('a <b '),
    points: fill('1.'),
    commas: fill('1,'),
    signs: fill('-+'),
    brackets: fill('('),
    dates: fill('1/2/'),
    colons: fill('12:'),
    'words and numbers': fill('a1 '),
    apostrophes: fill("'"),
    dollars: fill('$'),
    percents: fill('%2'),
    accents: fill('e\u0301'),
    'stacked accents': `e${fill('\u0301')}`,
    emoji: fill('👩\u200d'),
    invisible: fill('\u200b'),
    bidi: fill('\u202e'),
    capitals: fill('aB'),
    'capital I': fill('İ'),
    ligatures: fill('ﷺ'),
    linkedin: `https://linkedin.com/in/${fill('%E0%A4%A')}`,
    companies: fill(' gmbh'),
    legal: fill(' & co. kg'),
    slashes: fill('/'),
    'spaces before a link': `a${fill(' ')}(https://x.org)`,
    'links in brackets': fill(' (https://x.org)'),
    'brackets and ats': fill('(a@'),
    'numbers and slashes': fill('12 / '),
    salutations: fill('Fr. A, Hr. '),
  };
}

const size = 250_000;
const evil = evilOf(size);
const shorter = evilOf(size / 8);

const everywhere = importTargetNames.filter(target => target !== 'leadId');
const columns = everywhere.map((target, column) => ({
  column,
  target,
  ...(target === 'activity' ? { typeId: 'website-visit' } : {}),
}));
const everything = planOf(
  { rows: 'leads-and-activities', columns, fixed: [], values: [], policy: 'fill', unknownLeads: 'create' },
  everywhere.map(target => `${target} (UTC)`),
  context,
);

const parsers: Readonly<Record<string, (value: string) => unknown>> = {
  cleanCell,
  normalize,
  headerKey,
  saysNothing,
  contentOf,
  isUrl,
  looksLikeId,
  yesNo,
  countryCode,
  countryName,
  dateEvidence,
  parseDate: value => ['dmy', 'serial-1900', 'unix-s'].map(order => parseDate(value, order as 'dmy')),
  parseEmail,
  parseEmails,
  emailKey,
  looseEmailKey,
  matchHeader,
  companyKey,
  linkedinKey,
  nameKey: value => nameKey(value, value),
  matchKeys: value =>
    matchKeys(
      { externalId: value, email: value, phone: value, company: value, firstName: value, linkedinUrl: value },
      'DE',
    ),
  splitName,
  decimalEvidence,
  isMoney,
  lostDigits,
  isPhone,
  splitPhones,
  parseNumber: value => parseNumber(value, '.'),
  parseSize: value => parseSize(value, ','),
  parsePhone: value => parsePhone(value, 'DE'),
  guessStage,
  guessReason: value => guessReason(value, 'lost'),
  guessChannel: value => guessChannel(value, words.channels),
  guessActivityType: value => guessActivityType(value, words.activityTypes),
  leftOut: value => leftOut([value, value], ['a', 'b']),
  declaredDelimiter,
  sniffDelimiter: value => sniffDelimiter(value.slice(0, 65_536)),
  csvReader: value => csvReader(',').push(value, true),
  // The same cell in a column of every kind.
  prepareRow: value =>
    prepareRow(
      everything,
      everywhere.map(() => value),
      1,
    ),
};

/** ms of processor that this takes at best; other programs that run meanwhile do not count. */
function cpuMs(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && best > 0; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
    if (best < quick) break;
  }
  return best;
}
/** Below this, in ms, growth cannot be told from noise, and nobody waits. */
const quick = 50;

describe.each(Object.entries(parsers))('%s', (_name, parse) => {
  test('takes time in proportion to the length of anything', () => {
    const slow: [string, number, number][] = [];
    for (const [what, value] of Object.entries(evil)) {
      const whole = cpuMs(() => parse(value));
      if (whole < quick) continue;
      const eighth = cpuMs(() => parse(shorter[what] ?? ''));
      // In proportion it is 8 times, squared 64.
      if (whole > 30 * Math.max(eighth, quick / 30)) slow.push([what, Math.round(eighth), Math.round(whole)]);
    }
    expect(slow).toEqual([]);
  });
});

test('a file of such cells is read, and each row is a lead or is refused', async () => {
  const cell = (value: string) => `"${value.slice(0, 40_000).replaceAll('"', '""')}"`;
  const rows = Object.values(evil).map(value => ['Ann', 'a@x.org', ...Array(4).fill(cell(value))].join(','));
  const result = await read(text(['Name,E-mail,Company,Phone,Created,Notes', ...rows].join('\n')));
  expect(result.rows.length + result.rejected.length).toBe(rows.length);
  for (const row of result.rows) {
    expect(row.attributes.notes?.length ?? 0).toBeLessThanOrEqual(20_000);
    expect(row.attributes.phone?.length ?? 0).toBeLessThanOrEqual(100);
  }
});
