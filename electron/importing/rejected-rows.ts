// Saves rejected rows as a file with line number and reason.
import type { Mapping } from '../../shared/import.ts';
import { lineHeader, reasonHeader } from '../domain/import/rejected-columns.ts';
import { byteOrderMark, csvLine } from '../formats/csv/write-csv.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { ProcedureContext } from '../services/context.ts';
import { prepareContext } from './vocabulary.ts';

type RejectedRowsRequest = {
  readonly jobId: string;
  readonly source: Parameters<ProcedureContext['parser']['preview']>[0]['source'];
  readonly choices: Parameters<ProcedureContext['parser']['preview']>[0]['choices'];
  readonly mapping: Mapping;
};

/** Reads the file once more and writes what is refused to `path`; answers how many rows. */
export async function saveRejected(
  context: ProcedureContext,
  { jobId, source, choices, mapping }: RejectedRowsRequest,
  header: readonly string[],
  path: string,
): Promise<number> {
  const { parser, locale, isCancelled } = context;
  let rows = 0;
  const pieces = async function* () {
    yield byteOrderMark + csvLine([...header, lineHeader, reasonHeader]);
    const request = { source, choices, locale, mapping, context: prepareContext(context) };
    for await (const piece of parser.prepare(request, () => isCancelled(jobId))) {
      let text = '';
      for (const { cells, line, reason } of piece.rejected) {
        const own = Array.from({ length: Math.max(header.length, cells.length) }, (_, i) => cells[i] ?? '');
        text += csvLine([...own, String(line), reason]);
        rows += 1;
      }
      if (text !== '') yield text;
    }
  };
  await saveFile(path, pieces());
  return rows;
}
