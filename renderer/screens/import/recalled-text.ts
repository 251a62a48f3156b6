// What was corrected in earlier files, in words.
import type { Output } from '../../../shared/contract.ts';
import type { ReadChoices } from '../../../shared/import.ts';
import { newMark } from '../../../shared/import-targets.ts';
import { useOptions } from './Values.tsx';

const delimiterNames: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** "Windows-1252, header in row 3". `sheets`: names of the sheets, where they are known. */
export function readingText(
  { delimiter, sheet, headerRow, headerRows }: ReadChoices,
  encoding: string | null,
  sheets: readonly { readonly name: string }[] = [],
): string {
  const parts: string[] = [];
  if (encoding !== null) parts.push(encoding);
  if (delimiter !== undefined) parts.push(`delimiter ${delimiterNames[delimiter] ?? delimiter}`);
  if (sheet !== undefined) parts.push(`sheet ${sheets[sheet]?.name ?? sheet + 1}`);
  if (headerRow === -1) parts.push('no header row');
  else if (headerRow !== undefined)
    parts.push(
      headerRows === 2 ? `header in rows ${headerRow + 1} and ${headerRow + 2}` : `header in row ${headerRow + 1}`,
    );
  return parts.join(', ');
}

type Value = Output<'imports.memory'>['values'][number];

/** “Warm” is MQL. */
export function useValueText(): (one: Value) => string {
  const options = useOptions();
  return ({ target, value, to }) => {
    if (to === null) return `“${value}” is skipped`;
    const known = options[target]?.find(option => option.value === to)?.label;
    return `“${value}” is ${known ?? (to.startsWith(newMark) ? `new type “${to.slice(newMark.length)}”` : to)}`;
  };
}
