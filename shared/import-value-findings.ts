// Cells that are skipped because they say nothing, and words that count as another one: told before anything is written.
import type { Mapping, Preview } from './import.ts';
import type { Finding } from './import-findings.ts';
import { columnName, listed, newFinding } from './new-finding.ts';

type Seen = Pick<Preview, 'columns'>;

/** "n/a", "-", "Select": counted, and left out. */
function ofPlaceholders({ columns }: Seen): Finding[] {
  const such = columns.filter(({ placeholders = 0 }) => placeholders > 0);
  const count = such.reduce((sum, { placeholders = 0 }) => sum + placeholders, 0);
  if (count === 0) return [];
  const words = [...new Set(such.map(({ placeholder = '' }) => `“${placeholder}”`))];
  const text = `${count === 1 ? 'One cell' : `${count} cells`} with ${listed(words, 4)} ${count === 1 ? 'says' : 'say'} nothing and ${count === 1 ? 'is' : 'are'} skipped: ${listed(such.map(columnName), 5)}.`;
  return [newFinding('left-out', 'placeholders', text, { count, columns: such.map(({ index }) => index) })];
}

const folded = (text: string): string => text.trim().toLowerCase();

/** Sources that count as a channel of another name. */
const ofChannels = ({ columns }: Seen, mapping: Mapping): Finding[] =>
  mapping.columns.flatMap(({ column, target }) => {
    const seen = columns[column];
    if (!seen || target !== 'channelId') return [];
    const meant = new Map(
      mapping.values.flatMap(one =>
        one.target === 'channelId' && one.to !== null && folded(one.to) !== folded(one.value)
          ? [[one.value, one.to] as const]
          : [],
      ),
    );
    const others = seen.values.filter(({ value }) => meant.has(value));
    if (others.length === 0) return [];
    const count = others.reduce((sum, one) => sum + one.count, 0);
    const words = others.map(({ value }) => `“${value}” counts as ${meant.get(value)}`);
    const text = `${columnName(seen)}: ${listed(words, 5)} (${count === 1 ? 'one row' : `${count} rows`}).`;
    return [newFinding('left-out', `channel ${column}`, text, { kind: 'word', column, count, target })];
  });

/** What is told of the values of a file's columns; none of it is odd. */
export const valueFindings = (preview: Seen, mapping: Mapping): Finding[] => [
  ...ofChannels(preview, mapping),
  ...ofPlaceholders(preview),
];
