// Cleans cells of program artifacts: Meta prefixes, Google labels, Mailchimp quotes.
import { yesNo } from '../content.ts';
import { headerKey } from '../text.ts';

/** Changes one cell; columns without one are left alone. */
type Mend = (cell: string) => string;

const mends: Readonly<Record<string, (header: string) => Mend | null>> = {
  // l:123 is a lead, ag: an ad, as: a set of ads, c: a campaign, f: a form, p: a phone.
  meta: header => (/(?:^|_)(?:id|number)$/.test(header) ? cell => cell.replace(/^(?:l|ag|as|c|f|p|z):/, '') : null),
  google: header =>
    /^(?:labels|groupmembership)$/.test(headerKey(header))
      ? cell =>
          cell
            .split(/\s*:::\s*/)
            .filter(label => !label.startsWith('* '))
            .join(', ')
      : null,
  mailchimp: header => (headerKey(header) === 'tags' ? cell => cell.replaceAll('"', '').replaceAll(',', ', ') : null),
};

type MendRow = (row: string[]) => void;

/** What one cell says about another. */
const rowMends: Readonly<Record<string, (header: readonly string[]) => MendRow>> = {
  // What was canceled, or where nobody came, did not happen.
  calendly: header => {
    const off = ['canceled', 'markedasnoshow', 'noshow'].flatMap(key => columnOf(header, key) ?? []);
    const type = columnOf(header, 'eventtypename');
    return row => {
      if (type !== undefined && off.some(column => yesNo(row[column] ?? '') === true)) row[type] = '';
    };
  },
  // The number that called us, or the one that we called, is theirs; the other is ours.
  'call-log': header => {
    const [way] = ['direction', 'calldirection', 'type'].flatMap(key => columnOf(header, key) ?? []);
    const [from] = ['from', 'fromnumber', 'caller'].flatMap(key => columnOf(header, key) ?? []);
    const [to] = ['to', 'tonumber', 'callee'].flatMap(key => columnOf(header, key) ?? []);
    const answered = columnOf(header, 'answered');
    return row => {
      const said = (way === undefined ? '' : (row[way] ?? '')).toLowerCase();
      const isTheirs = /in(?:bound|coming)|eingehend/.test(said);
      // They rang, and the call was not taken.
      if (isTheirs && way !== undefined && answered !== undefined && yesNo(row[answered] ?? '') === false)
        row[way] = 'missed';
      if (/in(?:bound|coming)|missed|eingehend/.test(said) && to !== undefined) row[to] = '';
      if (/out(?:bound|going)|ausgehend/.test(said) && from !== undefined) row[from] = '';
    };
  },
};

const columnOf = (header: readonly string[], key: string): number | undefined => {
  const at = header.findIndex(name => headerKey(name) === key);
  return at < 0 ? undefined : at;
};

/** Mends a row in place, for files of one source; null when there is nothing to mend. */
export function mender(source: string | null, header: readonly string[]): MendRow | null {
  const wholeRow = rowMends[source ?? ''];
  if (wholeRow) return wholeRow(header);
  const forSource = mends[source ?? ''];
  if (!forSource) return null;
  const columns = header.flatMap((name, index) => {
    const mend = forSource(name);
    return mend ? [{ index, mend }] : [];
  });
  return row => {
    for (const { index, mend } of columns) {
      const cell = row[index];
      if (cell) row[index] = mend(cell);
    }
  };
}
