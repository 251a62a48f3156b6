// What some programs put into cells that nobody wants to keep: Meta's prefixes, Google's own labels, Mailchimp's quotes.
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

/** Mends a row in place, for files of one source; null when there is nothing to mend. */
export function mender(source: string | null, header: readonly string[]): ((row: string[]) => void) | null {
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
