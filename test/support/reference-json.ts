// JSON merged once more, the plain way, for the reference merger: by what each person put there or took away, who saw what others had done.
type Value = string | number | null;
type Columns = { readonly columns: Readonly<Record<string, Value>> };

/** Columns of JSON, each with those that must be the same for it to be merged. */
export const jsonColumns: Record<string, readonly (readonly [string, readonly string[]])[]> = {
  setting: [['value', []]],
  saved_view: [['body', []]],
  review: [['attendees', []]],
  custom_field: [['choices', ['kind']]],
  nurture_plan: [['start_reasons', ['start_download', 'start_content', 'start_campaign_id']]],
};

/** The text of a JSON column. `all`: its writes, the earliest first; `over`: whether one was made in place of another. */
export function jsonOf<Write extends Columns>(
  all: readonly Write[],
  stands: Write,
  [column, same]: readonly [string, readonly string[]],
  over: (later: Write, earlier: Write) => boolean,
): Value {
  const of = all.filter(({ columns }) => column in columns);
  const open = of.filter(one => !of.some(other => over(other, one)));
  const differ = (name: string) => open.some(({ columns }) => columns[name] !== stands.columns[name]);
  const own = stands.columns[column] ?? null;
  if (!differ(column) || same.some(differ)) return own;
  const read = ({ columns }: Write) => JSON.parse(String(columns[column]));
  const shape = (value: unknown) =>
    Array.isArray(value) ? 'list' : value && typeof value === 'object' ? (value as { kind?: unknown }).kind : 'no';
  if (shape(read(stands)) === 'no' || of.some(one => shape(read(one)) !== shape(read(stands)))) return own;
  /** [key, text] of everything in it; in a list, the text is the key. */
  const leaves = (value: unknown): [string, string][] =>
    Array.isArray(value)
      ? value.map(one => [`=${JSON.stringify(one)}`, JSON.stringify(one)])
      : Object.entries(value as object).flatMap(([key, one]): [string, string][] =>
          Array.isArray(one)
            ? [[key, '[]'], ...one.map((x): [string, string] => [`${key}=${JSON.stringify(x)}`, JSON.stringify(x)])]
            : [[key, JSON.stringify(one)]],
        );
  const together = (some: readonly Write[]): Map<string, string> => {
    const keys = [...new Set(some.flatMap(one => leaves(read(one)).map(([key]) => key)))];
    const told = some.map(one => {
      const before = together(some.filter(other => over(one, other)));
      const now = new Map(leaves(read(one)));
      return { one, did: new Map(keys.filter(k => before.get(k) !== now.get(k)).map(k => [k, now.get(k)])) };
    });
    const result = new Map<string, string>();
    for (const { did } of told)
      for (const key of did.keys()) {
        const last = told
          .filter(each => each.did.has(key))
          .filter((each, _, list) => !list.some(other => over(other.one, each.one)))
          .flatMap(each => each.did.get(key) ?? [])
          .at(-1);
        if (last !== undefined) result.set(key, last);
      }
    return result;
  };
  const found = together(of);
  const first = leaves(read(stands)).map(([key]) => key);
  const order = [...new Set([...first, ...found.keys()])].filter(key => found.has(key));
  if (Array.isArray(read(stands))) return JSON.stringify(order.map(key => JSON.parse(found.get(key) ?? '')));
  const whole: Record<string, unknown> = {};
  for (const key of order) if (!key.includes('=')) whole[key] = JSON.parse(found.get(key) ?? '');
  for (const key of order) {
    const list = key.includes('=') ? whole[key.slice(0, key.indexOf('='))] : undefined;
    if (Array.isArray(list)) list.push(JSON.parse(found.get(key) ?? ''));
  }
  return JSON.stringify(whole);
}
