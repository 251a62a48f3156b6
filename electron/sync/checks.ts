// CHECK constraints that look at one column, understood from their SQL, so that a value is refused before it is merged.
import type { Value } from './packet.ts';

type Test = (value: Value) => boolean;

const isJson: Test = value => {
  try {
    JSON.parse(String(value));
    return true;
  } catch {
    return false;
  }
};

const forms: readonly (readonly [RegExp, (...found: string[]) => Test])[] = [
  [
    /^\w+ IN \(([^()]+)\)$/,
    list => value => list.split(/, */).includes(typeof value === 'string' ? `'${value}'` : `${value}`),
  ],
  [/^\w+ >= (-?\d+)$/, least => value => Number(value) >= Number(least)],
  [/^\w+ > (-?\d+)$/, below => value => Number(value) > Number(below)],
  [
    /^\w+ BETWEEN (-?\d+) AND (-?\d+)$/,
    (from, to) => value => Number(value) >= Number(from) && Number(value) <= Number(to),
  ],
  [/^(?:\w+ IS NULL OR )?json_valid\(\w+\)$/, () => isJson],
];

/** The test of one CHECK on one column; null passes, as in SQL. Undefined: a form that nobody has taught us. */
export function checkOf(sql: string): Test | undefined {
  for (const [form, make] of forms) {
    const found = form.exec(sql.replace(/\s+/g, ' ').trim());
    if (!found) continue;
    const test = make(...found.slice(1));
    return value => value === null || test(value);
  }
  return undefined;
}
