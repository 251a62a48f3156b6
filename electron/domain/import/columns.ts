// Column statistics of a file: contents, date and number formats, distinct values.
import { dayMs } from '../../../shared/dates.ts';
import type { Content, DateOrder, Decimal, ImportColumn } from '../../../shared/import.ts';
import { currencyIn } from '../../../shared/import-currency.ts';
import { contentOf } from './content.ts';
import { dateEvidence } from './dates.ts';
import { unwrapped } from './entities.ts';
import { decimalEvidence, lowerEnd } from './numbers.ts';
import { readingsOf } from './readings.ts';
import { cleanCell, columnLetter, cut, detach, isStillOpen, saysNothing } from './text.ts';

/** Cells per column whose kind is looked at; later ones only settle what is still open. */
const sampled = 500;
const maxValues = 300;
const uniqueSample = 3000;
/** Cells with another currency than the rest may stand anywhere. */
const mostCurrencies = 20;

type State = {
  filled: number;
  /** Cells that hold "n/a", "-" and the like, and the first of these words. */
  placeholders: number;
  placeholder: string;
  /** Cells that hold "tbc" and the like; alone they make no column. */
  open: number;
  settled: boolean;
  looked: number;
  isNumeric: boolean;
  readonly kinds: Map<Content, number>;
  readonly currencies: Set<string>;
  readonly examples: string[];
  values: Map<string, number> | null;
  seen: Set<string> | null;
  readonly orders: Map<DateOrder | 'either', number>;
  readonly decimals: Map<Decimal | 'either', number>;
  /** False once a cell was a moment, not midnight in UTC. */
  midnights: boolean | null;
  low: number;
  high: number;
  longest: number;
};

const newState = (): State => ({
  filled: 0,
  placeholders: 0,
  placeholder: '',
  open: 0,
  settled: false,
  looked: 0,
  isNumeric: false,
  kinds: new Map(),
  currencies: new Set(),
  examples: [],
  values: new Map(),
  seen: new Set(),
  orders: new Map(),
  decimals: new Map(),
  midnights: null,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  longest: 0,
});

const count = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);

function look(state: State, text: string): void {
  state.looked++;
  count(state.kinds, contentOf(text));
  if (state.examples.length < 3 && !state.examples.includes(text)) state.examples.push(detach(cut(text, 200)));
  state.longest = Math.max(state.longest, text.length);
  const value = Number(text.replace(',', '.'));
  if (Number.isFinite(value)) {
    state.low = Math.min(state.low, value);
    state.high = Math.max(state.high, value);
  }
}

function push(state: State, raw: string): void {
  if (state.settled) {
    if (raw.length < 20 && saysNothing(raw)) return void seePlaceholder(state, raw);
    state.filled++;
    if (state.isNumeric) seeCurrency(state, raw);
    return;
  }
  const text = unwrapped(cleanCell(raw));
  if (text === '') return;
  countValue(state, text);
  if (saysNothing(text)) return void seePlaceholder(state, text);
  state.filled++;
  if (state.midnights !== false) state.midnights = isMidnight(text);
  if (state.looked < sampled) look(state, text);
  const dates = share(state, 'date') >= 0.5;
  const numbers = share(state, 'number', 'money') >= 0.5;
  if (dates || (state.looked < sampled && state.kinds.has('date'))) {
    const order = dateEvidence(text);
    if (order) count(state.orders, order);
  }
  if (numbers) seeCurrency(state, text);
  if (numbers || (state.looked < sampled && (state.kinds.has('number') || state.kinds.has('money')))) {
    const decimal = decimalEvidence(text) ?? decimalEvidence(lowerEnd(text) ?? '');
    if (decimal) count(state.decimals, decimal);
  }
  if (state.looked === sampled && state.values === null) {
    state.settled = isSettled(state, dates, numbers);
    state.isNumeric = numbers;
  }
}

function seePlaceholder(state: State, text: string): void {
  if (isStillOpen(text)) state.open++;
  else state.placeholders++;
  if (state.placeholder === '') state.placeholder = detach(text);
}

/** A digit at both ends, as nearly all amounts have, names none. */
function seeCurrency(state: State, text: string): void {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  if (first >= 48 && first <= 57 && last >= 48 && last <= 57) return;
  const found = text.length < 40 && state.currencies.size < mostCurrencies ? currencyIn(text) : null;
  if (found !== null) state.currencies.add(found);
}

const share = (state: State, ...kinds: Content[]): number =>
  kinds.reduce((sum, kind) => sum + (state.kinds.get(kind) ?? 0), 0) / state.looked;

/** Nothing further down can change what is said about the column, but for how many cells are filled. */
function isSettled(state: State, dates: boolean, numbers: boolean): boolean {
  if (state.seen && state.filled < uniqueSample) return false;
  if (dates) return !state.orders.has('either') || state.orders.has('dmy') || state.orders.has('mdy');
  return !numbers || state.decimals.has('.') || state.decimals.has(',');
}

function countValue(state: State, text: string): void {
  if (state.values) {
    const known = state.values.get(text);
    if (known !== undefined) state.values.set(text, known + 1);
    else if (state.values.size >= maxValues || text.length > 200) state.values = null;
    else state.values.set(detach(text), 1);
  }
  if (state.seen && state.filled <= uniqueSample) {
    const key = keyOf(text);
    if (state.seen.has(key)) state.seen = null;
    else state.seen.add(detach(key));
  }
}

/**
 * What a text is known by among those of its column. No address and no id is as long as those that are cut; kept whole, and
 * copied, some thousand notes of 30,000 characters took more memory than the parser has.
 */
const keyOf = (text: string): string =>
  text.length <= 200 ? text : `${text.slice(0, 100)}${text.length}${text.slice(-100)}`;

/** "2026-05-01T00:00:00Z", "2026-05-01 00:00+00", or as many seconds or milliseconds since 1970. */
const isMidnight = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d[T ]00:00(?::00(?:\.0+)?)?\s?(?:Z|[+-]00(?::?00)?|UTC|GMT)$/.test(text) ||
  (/^\d{9,10}$/.test(text) && Number(text) % 86_400 === 0) ||
  (/^\d{12,13}$/.test(text) && Number(text) % dayMs === 0);

function kindOf(state: State): Content {
  if (state.filled === 0) return 'empty';
  const of = (...kinds: Content[]) => share(state, ...kinds);
  if (of('email') >= 0.6) return 'email';
  if (of('linkedin') >= 0.6) return 'linkedin';
  if (of('url', 'linkedin') >= 0.6) return 'url';
  // A column of amounts may be mostly 0.
  const counts = state.high > 1 && (state.kinds.has('number') || state.kinds.has('money'));
  if (of('yes-no') >= 0.9 && !counts) return 'yes-no';
  if (of('date') >= 0.5) return 'date';
  if (of('phone') >= 0.3 && of('phone', 'number') >= 0.7) return 'phone';
  const numbers = of('number', 'money', 'yes-no');
  if (numbers >= 0.85 && of('money') >= 0.3) return 'money';
  if (
    state.seen &&
    state.filled > 1 &&
    of('id', 'number') >= 0.95 &&
    (of('id') > 0.5 || (state.low >= 10_000 && state.decimals.size === 0))
  )
    return 'id';
  if (numbers >= 0.85) return 'number';
  if (state.values && state.values.size <= Math.max(12, state.filled / 4) && state.longest <= 80) return 'words';
  return 'text';
}

function orderOf(state: State, kind: Content, home: Home & Sure): { order: DateOrder | null; open: boolean } {
  if (kind === 'date') {
    const times = (order: DateOrder | 'either') => state.orders.get(order) ?? 0;
    const [dmy, mdy] = [times('dmy'), times('mdy')];
    if (dmy > 0 || mdy > 0) return { order: dmy >= mdy ? 'dmy' : 'mdy', open: Math.min(dmy, mdy) > 0 };
    return times('either') > 0 ? { order: home.dateOrder, open: !home.sureOrder } : { order: 'ymd', open: false };
  }
  if (
    (kind !== 'number' && kind !== 'id') ||
    state.low > state.high ||
    (state.kinds.get('number') ?? 0) < state.looked * 0.8
  )
    return { order: null, open: false };
  if (state.low >= 20_000 && state.high < 80_000) return { order: 'serial-1900', open: false };
  if (state.low >= 19_000_101 && state.high <= 21_001_231) return { order: 'ymd', open: false };
  if (state.low >= 6e8 && state.high < 3e9) return { order: 'unix-s', open: false };
  return state.low >= 6e11 && state.high < 3e12 ? { order: 'unix-ms', open: false } : { order: null, open: false };
}

function decimalOf(state: State, kind: Content, home: Home & Sure): { decimal: Decimal | null; open: boolean } {
  // Words between amounts: "tbc", "by arrangement".
  const isMixed = (kind === 'text' || kind === 'words') && state.looked > 0 && share(state, 'number', 'money') >= 0.3;
  if (kind !== 'number' && kind !== 'money' && kind !== 'id' && !isMixed) return { decimal: null, open: false };
  const [dot, comma] = [state.decimals.get('.') ?? 0, state.decimals.get(',') ?? 0];
  if (dot > 0 || comma > 0) return { decimal: dot >= comma ? '.' : ',', open: Math.min(dot, comma) > 0 };
  if (home.exactNumbers) return { decimal: '.', open: false };
  // Nobody writes an amount with three decimals: "12.000 €" are thousands.
  if ((kind === 'money' || isMixed) && state.decimals.has('either')) {
    const marks = new Set(state.examples.flatMap(text => /\d([.,])\d{3}(?!\d)/.exec(text)?.[1] ?? []));
    if (marks.size === 1) return { decimal: marks.has('.') ? ',' : '.', open: false };
  }
  return { decimal: home.decimal, open: state.decimals.has('either') && !home.sureDecimal };
}

/**
 * One program or one person wrote the whole file: where a column leaves open how it is written and all others that show it
 * agree, it is written like them.
 */
function saidElsewhere(states: readonly State[], home: Home): Home & Sure {
  const only = <K>(found: readonly K[]): K | null => (new Set(found).size === 1 ? (found[0] ?? null) : null);
  const decided = <K>(map: ReadonlyMap<K, number>, one: K, other: K): K[] =>
    map.has(one) === map.has(other) ? [] : [map.has(one) ? one : other];
  const dates = states.filter(state => kindOf(state) === 'date').map(state => decided(state.orders, 'dmy', 'mdy'));
  const numbers = states
    .filter(state => ['number', 'money'].includes(kindOf(state)))
    .map(state => decided(state.decimals, '.', ','));
  const [order, decimal] = [only(dates.flat()), only(numbers.flat())];
  return {
    ...home,
    dateOrder: order === 'dmy' || order === 'mdy' ? order : home.dateOrder,
    decimal: decimal === '.' || decimal === ',' ? decimal : home.decimal,
    sureOrder: order !== null,
    sureDecimal: decimal !== null,
  };
}

type Sure = { readonly sureOrder: boolean; readonly sureDecimal: boolean };

/** What a file is assumed to be where it does not say: from the owner's locale. */
export type Home = {
  readonly dateOrder: 'dmy' | 'mdy';
  readonly decimal: Decimal;
  /** True where numbers come as numbers, from a workbook: a point is a point. */
  readonly exactNumbers?: boolean;
};

export type ColumnScan = {
  /** Signs and codes of currencies beside numbers, wherever they stand. */
  readonly currencies: () => readonly string[];
  readonly push: (row: readonly string[]) => void;
  readonly columns: (home: Home) => ImportColumn[];
};

/** Takes rows one after the other and then says what each column holds. Rows may be shorter or longer than the header. */
export function scanColumns(header: readonly string[]): ColumnScan {
  const states = header.map(newState);
  return {
    push(row) {
      for (let i = 0; i < states.length; i++) {
        const cell = row[i];
        const state = states[i];
        if (cell !== undefined && cell !== '' && state) push(state, cell);
      }
    },
    currencies: () => [...new Set(states.flatMap(({ currencies }) => [...currencies]))],
    columns: home => {
      const said = saidElsewhere(states, home);
      return states.map((state, index) => describe(state, index, header[index] ?? '', said));
    },
  };
}

function describe(state: State, index: number, header: string, home: Home & Sure): ImportColumn {
  const content = kindOf(state);
  const placeholders = state.placeholders + (state.filled === 0 ? state.open : 0);
  const { order, open } = orderOf(state, content, home);
  const { decimal, open: openDecimal } = decimalOf(state, content, home);
  // Values are for mapping, and nobody maps those of the 301st column.
  const values = index >= 300 || content === 'email' || content === 'phone' || content === 'id' ? null : state.values;
  return {
    index,
    letter: columnLetter(index),
    header,
    content,
    filled: state.filled,
    ...(placeholders === 0 ? {} : { placeholders, placeholder: state.placeholder }),
    examples: state.examples,
    values: [...(values ?? [])].map(([value, times]) => ({ value, count: times })).sort((a, b) => b.count - a.count),
    unique: state.seen !== null && state.filled > 1,
    dateOrder: order,
    decimal,
    days: state.midnights === true,
    ambiguous: open || openDecimal,
    readings: readingsOf(content, order, state.examples),
  };
}
