// Widths of the columns on paper: the same for all groups that have as many columns, so that they line up down the sheet.
import { type PrintedGroup, toWriteIn } from './printed-list.ts';

/** Characters that stand side by side on a sheet, with what is left free between columns. */
const sheet = 104;
const between = 3;
/** A long note breaks; a word longer than this does, too. */
const mostText = 48;
const mostWord = 20;
/** Room for a few words by hand. */
const written = { text: 30, word: 16 };

type Need = {
  /** Characters of its longest cell, and of its longest word: a number in two halves cannot be dialed. */
  text: number;
  word: number;
};

const longestWord = (text: string): number => Math.max(...text.split(/[ \n]/).map(word => word.length));

function needOf(cells: readonly string[]): Need {
  return {
    text: Math.min(mostText, Math.max(...cells.map(cell => cell.length))),
    word: Math.min(mostWord, Math.max(...cells.map(longestWord))),
  };
}

const inPercent = (widths: readonly number[]): readonly number[] => {
  const sum = widths.reduce((one, other) => one + other, 0);
  return widths.map(width => Math.round((width * 1000) / sum) / 10);
};

/** Each column has room for its longest word; what is left goes to those with more to say. */
function shares(needs: readonly Need[]): readonly number[] {
  const least = needs.map(({ word }) => word + between);
  const more = needs.map(({ text, word }) => Math.max(0, text - word));
  const left = Math.max(0, sheet - least.reduce((one, other) => one + other, 0));
  const wanted = more.reduce((one, other) => one + other, 0) || 1;
  return inPercent(least.map((width, index) => width + ((more[index] ?? 0) * left) / wanted));
}

/** Shares of the width of the sheet, in percent, by the number of columns. */
export function columnWidths(groups: readonly PrintedGroup[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  for (const { heads, widths } of groups) {
    if (found.has(heads.length)) continue;
    if (widths) {
      found.set(heads.length, inPercent(widths));
      continue;
    }
    const alike = groups.filter(group => group.heads.length === heads.length);
    const needs = heads.map((head, index) =>
      head === toWriteIn
        ? written
        : needOf(
            alike.flatMap(group => [
              group.heads[index] ?? '',
              ...group.rows.map(({ cells }) => String(cells[index] ?? '')),
            ]),
          ),
    );
    found.set(heads.length, shares(needs));
  }
  return found;
}
