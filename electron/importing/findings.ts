// What an import does, gathered while it is tried out, for the page of sentences that is read before anything is written.
import { dayMs } from '../../shared/dates.ts';
import type { Mapping } from '../../shared/import.ts';
import type { Finding } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { emptyAttributes, type Lead, leadName } from '../../shared/lead.ts';
import { amountText } from '../../shared/money.ts';
import { type Stage, stageLabels } from '../../shared/stages.ts';
import { isStepOfClosed } from '../domain/import/prepare.ts';
import { isOwnAddress } from '../domain/import/row-attributes.ts';
import { asksNotTo } from '../domain/import/row-unread.ts';
import type { CommandContext } from '../services/context.ts';
import { createAbsorbing } from './absorbing.ts';
import { createFindingRows } from './finding-rows.ts';
import { createLeftOut, type NotTaken } from './left-out.ts';
import { createMailFindings } from './mail-findings.ts';
import { createRevenueWeeks } from './revenue-weeks.ts';
import { createShiftedRows } from './shifted-rows.ts';

const enoughRows = 10;
/** The first day that is not taken for a slip, and an instant at which it has begun everywhere. */
const firstDay = '1990-01-01';
const firstDayBegun = Date.UTC(1990, 0, 2);

/** Warnings that are a sentence of their own: how they end, their key, and what becomes of the cell. */
const told = [
  [asksNotTo, 'asks not to', ''],
  [isOwnAddress, 'own address', 'notes'],
  [isStepOfClosed, 'step of closed', 'notes'],
] as const;

export type Findings = {
  /** `is`: whom the row is about, when that was somebody already. */
  readonly see: (
    row: PreparedRow,
    is: { readonly lead: Lead; readonly why: string; readonly inFile: boolean } | null,
  ) => void;
  /** A message whose like was logged by hand that day. */
  readonly loggedByHand: (row: PreparedRow, day: string) => void;
  /** An amount of somebody further up in the file that finds no deal of its own. */
  readonly unplaced: (row: PreparedRow) => void;
  /** A lead that the row closes, with next steps that end by it. */
  readonly stepsEnd: (name: string, line: number, texts: readonly string[]) => void;
  /** A cell that says something else than what is known of the lead, which stays. */
  readonly notTaken: (row: PreparedRow, cell: NotTaken) => void;
  readonly all: (names: readonly string[]) => Finding[];
};

const leads = (count: number): string => (count === 1 ? 'One row' : `${count} rows`);

export function createFindings(
  mapping: Mapping,
  { now, zone, settings: { currency } }: Pick<CommandContext, 'now' | 'zone' | 'settings'>,
): Findings {
  const findingRows = createFindingRows(nameOf);
  const { heaps, put, sentence, first } = findingRows;
  /** In a list of people, how many rows each has taken in; a log has many rows of one person. */
  const ofPeople = mapping.rows === 'leads';
  const ofConsent = mapping.columns.find(({ target }) => target === 'consent')?.policy ?? mapping.policy;
  const overwrites = ofConsent === 'overwrite';
  let rows = 0;
  const absorbing = createAbsorbing(nameOf);
  const revenueWeeks = createRevenueWeeks();
  const mail = createMailFindings(findingRows);
  const shifted = createShiftedRows(findingRows);
  const leftOut = createLeftOut(findingRows, currency);
  /** Amounts of deals, all together and the largest. */
  const money = { count: 0, total: 0, most: 0, whose: '' };
  const wordsOf = (stage: Stage): string => {
    const said = mapping.values.flatMap(({ target, value, to }) => (target === 'stage' && to === stage ? [value] : []));
    const asked = mapping.columns.flatMap(({ column, flag }) =>
      stage === 'customer' && (flag === 'customer' || flag === 'won') ? [mapping.headers?.[column] ?? ''] : [],
    );
    const all = [...said.slice(0, 4), ...asked.filter(text => text !== '').map(text => `yes under “${text}”`)];
    return all.length === 0 ? '' : `, because the file says ${all.join(' or ')}`;
  };
  const isOld = (at: number): boolean => at < firstDayBegun && zone.dateAt(at) < firstDay;

  function see(row: PreparedRow, is: Parameters<Findings['see']>[1]): void {
    rows += 1;
    const stage = row.stage;
    // A further line of an order says nothing new of where it stands.
    const isFurtherLine =
      mapping.rows === 'deals' && is?.inFile === true && row.deal !== null && row.deal.amount === null;
    if (stage !== null && stage !== 'lead' && is?.lead.stage !== stage && !isFurtherLine)
      put(`stage ${stage}`, row, is ? stageLabels[is.lead.stage].label : 'new', stageLabels[stage].label);
    if (row.attributes.consent === 'no' && is?.lead.consent !== 'no') {
      if (!mail.asksForNoMore(row)) put('consent no', row, '', 'may not be contacted');
    } else if (row.attributes.consent === 'yes' && is?.lead.consent === 'no' && !overwrites)
      put('consent kept', row, 'may be contacted', 'may not be contacted');
    else if (row.attributes.consent === 'yes' && is?.lead.consent !== 'yes')
      put('consent yes', row, '', 'may be contacted');
    if (is?.inFile && ofPeople && row.activities.length === 0) put(`inside ${is.why}`, row, leadName(is.lead), is.why);
    if (is && !is.inFile) put(`same ${is.why}`, row, leadName(is.lead), is.why);
    if (is?.inFile && ofPeople && row.activities.length === 0) absorbing.see(row, is);
    for (const message of row.warnings) {
      if (message.includes(' is a range')) put('range', row, message, '');
      for (const [end, key, becomes] of told)
        if (message.endsWith(end)) put(key, row, message.slice(0, -end.length), becomes);
    }
    shifted.see(row);
    leftOut.see(row, nameOf);
    const won = row.stageDates.find(entry => entry.stage === 'customer')?.at;
    const amount = row.deal?.amount ?? 0;
    if (amount > 0) {
      money.count += 1;
      money.total += amount;
      if (amount > money.most) {
        money.most = amount;
        money.whose = nameOf(row);
      }
    }
    if (stage === 'customer' && won === undefined) put('undated', row, '', 'won, without a date');
    if (stage === 'customer' && won !== undefined && amount > 0) revenueWeeks.see(zone.dateAt(won), amount);
    for (const { at, stage: to } of row.stageDates) {
      if (isOld(at)) put('old date', row, zone.dateAt(at), stageLabels[to].label);
      else if (at > now + 2 * dayMs) put('date ahead', row, zone.dateAt(at), stageLabels[to].label);
    }
    if (row.createdAt !== null && isOld(row.createdAt)) put('old date', row, zone.dateAt(row.createdAt), 'Lead since');
  }

  function oddities(): Finding[] {
    const customers = heaps.get('stage customer')?.count ?? 0;
    const many = rows >= enoughRows && customers * 3 > rows;
    const target = 'stage' as const;
    return [
      ...(many
        ? sentence(
            'stage',
            'stage customer',
            count =>
              `${count} of ${rows} become customers, more than a third${wordsOf('customer')}${first('stage customer')}.`,
            { odd: true, key: 'many customers', target },
          )
        : []),
      ...absorbing.found(),
      ...revenueWeeks.found(),
      ...mail.found(),
      ...sentence(
        'consent',
        'asks not to',
        count =>
          `${leads(count)} may ask not to be contacted; nothing is set by it${first('asks not to')}. Set their consent where it is so.`,
        { odd: true },
      ),
      ...sentence(
        'money',
        'unplaced amount',
        count =>
          `${leads(count)} about people further up in this file name another amount, which finds no deal of its own${first('unplaced amount')}. Map a column to Deal name, or the rows to deals.`,
        { odd: true, target: 'dealAmount' },
      ),
      ...shifted.found(rows),
      ...sentence('date', 'old date', count => `${leads(count)} with a date before 1990${first('old date')}.`, {
        odd: true,
      }),
      ...sentence(
        'date',
        'date ahead',
        count => `${leads(count)} with a date that has not come${first('date ahead')}.`,
        { odd: true },
      ),
    ];
  }

  return {
    see,
    notTaken: (row, cell) => leftOut.notTaken(row, nameOf(row), cell),
    loggedByHand: mail.loggedByHand,
    unplaced: row => put('unplaced amount', row, '', row.deal?.amount ? amountText(row.deal.amount, currency) : ''),
    stepsEnd: (name, line, texts) => put('steps end', { name, line }, texts.join(', '), 'ended'),
    all: names => {
      const odd = oddities();
      const isReported = odd.some(({ key }) => key === 'many customers');
      const stageLines = [...heaps.keys()].filter(
        key => key.startsWith('stage ') && !(isReported && key === 'stage customer'),
      );
      const insideLines = [...heaps.keys()].filter(key => key.startsWith('inside '));
      const sameLines = [...heaps.keys()].filter(key => key.startsWith('same '));
      return [
        ...odd,
        ...stageLines.flatMap(key => {
          const stage = key.slice('stage '.length) as Stage;
          return sentence(
            'stage',
            key,
            count => `${count} of ${rows} become ${stageLabels[stage].label}${wordsOf(stage)}${first(key)}.`,
            { target: 'stage' },
          );
        }),
        ...sentence(
          'undated-wins',
          'undated',
          count => `${leads(count)} won without a date: they count in no period${first('undated')}.`,
          { target: 'customerOn' },
        ),
        ...sentence(
          'consent',
          'consent no',
          count => `${leads(count)} may no longer be contacted${first('consent no')}.`,
          { target: 'consent' },
        ),
        ...sentence(
          'consent',
          'consent kept',
          count =>
            `${count === 1 ? 'One person who said no is' : `${count} people who said no are`} marked yes in this file; no is kept${first('consent kept')}.`,
          { target: 'consent' },
        ),
        ...sentence('consent', 'consent yes', count => `${leads(count)} may be contacted${first('consent yes')}.`, {
          target: 'consent',
        }),
        ...(money.count === 0
          ? []
          : [
              {
                kind: 'money' as const,
                key: 'money',
                odd: false,
                text: `${money.count === 1 ? 'One amount' : `${money.count} amounts`}, ${amountText(money.total, currency)} in all; the largest: ${money.whose}, ${amountText(money.most, currency)}.`,
                count: money.count,
                rows: [],
                column: null,
                target: 'dealAmount' as const,
              },
            ]),
        ...insideLines.flatMap(key =>
          sentence(
            'same',
            key,
            count =>
              `${leads(count)} about a lead further up in this file: ${key.slice('inside '.length)}${first(key)}`,
          ),
        ),
        ...sameLines.flatMap(key =>
          sentence(
            'same',
            key,
            count => `${leads(count)} found among the people here: ${key.slice('same '.length)}${first(key)}`,
          ),
        ),
        ...sentence(
          'own-address',
          'own address',
          count => `${leads(count)} with your own address; it goes to the notes${first('own address')}.`,
        ),
        ...leftOut.found(),
        ...sentence(
          'steps',
          'steps end',
          count =>
            `${leads(count)} ${count === 1 ? 'closes a lead' : 'close leads'} with next steps, which end${first('steps end')}.`,
          { target: 'stage' },
        ),
        ...sentence(
          'steps',
          'step of closed',
          count =>
            `${leads(count)} of lost or disqualified people with a next step; it goes to the notes${first('step of closed')}.`,
          { target: 'stage' },
        ),
        ...sentence(
          'range',
          'range',
          count => `${leads(count)} with an amount that is a range; the lower end is taken${first('range')}.`,
          { target: 'dealAmount' },
        ),
        ...(names.length === 0
          ? []
          : [
              {
                kind: 'names' as const,
                key: 'names',
                odd: false,
                text: `This file adds ${names.join(', ')}.`,
                count: names.length,
                rows: [],
                column: null,
                target: null,
              },
            ]),
      ];
    },
  };
}

const nameOf = ({ attributes }: PreparedRow): string => leadName({ ...emptyAttributes, ...attributes });
