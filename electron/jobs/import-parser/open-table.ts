// Any file an owner drops, opened as one table: its header found, blank rows and what is above and below left out.
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { Refusal } from '../../../shared/result.ts';
import { isBlank } from '../../domain/import/rows.ts';
import { recognise } from '../../domain/import/sources/recognise.ts';
import type { Table } from '../../domain/import/table.ts';
import { findTable, mostHeaderRows } from '../../domain/import/table.ts';
import { cleanCell } from '../../domain/import/text.ts';
import type { ImportSource } from './bytes.ts';
import { bytesOf } from './bytes.ts';
import type { Rows } from './csv.ts';
import { kindOfFile } from './kind-of-file.ts';
import { limits } from './limits.ts';
import type { RawTable } from './open-text.ts';
import { openText } from './open-text.ts';
import { openZip } from './open-zip.ts';

export type OpenTable = {
  readonly fileName: string;
  readonly bytes: number;
  readonly raw: RawTable;
  readonly table: Table;
  readonly problems: readonly RowProblem[];
  /** Rows of data with the line each begins in. May be walked once. */
  readonly data: () => AsyncGenerator<Rows & { readonly bytesRead: number }>;
};

/** Opens a source. Throws a Refusal, kind 'file', when there is no table in it. `locale`: the owner's, such as "de-AT". */
export async function openTable(source: ImportSource, choices: ReadChoices, locale: string): Promise<OpenTable> {
  const bytes = await bytesOf(source);
  if (bytes.size === 0) throw new Refusal('file', 'This file is empty.');
  const kind = kindOfFile(await bytes.at(0, 4096));
  if (kind.refuse) throw new Refusal('file', kind.refuse);
  const raw = await (kind.kind === 'zip' ? openZip : openText)(bytes, choices, locale);
  const walk = raw.rows();
  const head = await readHead(walk);
  const table = findTable(head.rows, choices);
  if (table.header.length > limits.columns) {
    throw new Refusal(
      'file',
      `This table has ${table.header.length} columns. Ripen reads ${limits.columns} at most; take some away and try again.`,
    );
  }
  const sections = recognise(table.header)?.id === 'zoom';
  return {
    fileName: bytes.name,
    bytes: bytes.size,
    raw: source.kind === 'pasted' ? { ...raw, format: 'pasted' } : raw,
    table,
    problems: table.problems,
    async *data() {
      const left = {
        rows: head.rows.slice(table.firstRow),
        lines: head.lines.slice(table.firstRow),
        bytesRead: head.bytesRead,
      };
      const keep = rowFilter(table, sections);
      yield keep(left);
      for await (const more of walk) yield keep(more);
    },
  };
}

type Walk = AsyncGenerator<Rows & { readonly bytesRead: number }>;

async function readHead(walk: Walk): Promise<Rows & { readonly bytesRead: number }> {
  const rows: string[][] = [];
  const lines: number[] = [];
  let bytesRead = 0;
  while (rows.length < mostHeaderRows) {
    const { value, done } = await walk.next();
    if (done) break;
    for (const row of value.rows) rows.push(row);
    for (const line of value.lines) lines.push(line);
    bytesRead = value.bytesRead;
  }
  return { rows, lines, bytesRead };
}

/** Takes out blank rows; in a file of sections, everything from the title of the next one. */
function rowFilter(table: Table, sections: boolean) {
  let over = false;
  return (piece: Rows & { readonly bytesRead: number }): Rows & { readonly bytesRead: number } => {
    const rows: string[][] = [];
    const lines: number[] = [];
    for (const [i, row] of piece.rows.entries()) {
      if (over || isBlank(row)) continue;
      if (sections && isSectionTitle(row, table)) {
        over = true;
        continue;
      }
      rows.push(row);
      lines.push(piece.lines[i] ?? 0);
    }
    return { rows, lines, bytesRead: piece.bytesRead };
  };
}

const isSectionTitle = (row: readonly string[], table: Table): boolean =>
  table.header.length > 3 &&
  row.filter(cell => cell.trim() !== '').length === 1 &&
  /details|attended by|report/i.test(cleanCell(row[0] ?? ''));
