// Runs exports: reads in slices, writes the file atomically.
import type { ExportFor, ExportKind, ExportWhat } from '../../shared/contract/exports.ts';
import type { Parsed } from '../../shared/contract.ts';
import { minorUnits } from '../../shared/money.ts';
import { AppError } from '../../shared/result.ts';
import { countExport } from '../db/tables/exports.ts';
import { isNumberColumn } from '../domain/export/lead-file.ts';
import { byteOrderMark, csvLine, guarded, guardedForProgram } from '../formats/csv/write-csv.ts';
import type { XlsxCell } from '../formats/xlsx/write-xlsx.ts';
import { xlsxPieces } from '../formats/xlsx/xlsx-stream.ts';
import { saveFile } from '../jobs/save-file.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix, ProcedureContext } from '../services/context.ts';
import { exportTable } from '../services/export-tables.ts';
import { idsOfWho } from '../services/selected-ids.ts';

const names: Readonly<Record<ExportWhat, string>> = {
  leads: 'Leads',
  activities: 'Activities',
  stages: 'Stage history',
  deals: 'Deals',
};
const programs: Readonly<Record<ExportFor, string>> = {
  ripen: '',
  hubspot: ' for HubSpot',
  pipedrive: ' for Pipedrive',
  zoho: ' for Zoho',
};

const stopped = () => new AppError('conflict', 'Export stopped. No file was written.');

/** What the system says about a place, in a sentence. */
async function withFriendlyErrors(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const sentence = fileErrors[code];
    if (sentence === undefined) throw error;
    throw new AppError('file', `${sentence} Nothing was written to ${path}.`);
  }
}
const fileErrors: Readonly<Record<string, string>> = {
  EACCES: 'Ripen has no permission to write to this folder. Choose another one.',
  EPERM: 'Ripen has no permission to write to this folder, or the file is open in another program.',
  EBUSY: 'The file is open in another program. Close it there first.',
  EROFS: 'This disk cannot be written to. Choose another one.',
  ENOSPC: 'The disk is full.',
  ENOENT: 'This folder no longer exists. Choose another one.',
  EISDIR: 'A folder has this name. Choose another name.',
};

/** A number where the column holds numbers; everything else as text, whatever it looks like. */
const xlsxCells = (header: readonly string[]) => {
  const numeric = header.map(isNumberColumn);
  return (cells: readonly string[]): XlsxCell[] =>
    cells.map((text, i) => (numeric[i] && /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : text));
};

type ExportRequest = {
  readonly jobId: string;
  readonly what: ExportWhat;
  readonly as: ExportFor;
  readonly kind: ExportKind;
  readonly who: Parsed<'exports.save'>['who'];
};

async function write(context: ProcedureContext, request: ExportRequest, path: string): Promise<number> {
  const { db, zone, settings, progress, isCancelled } = context;
  const { jobId, what, as, kind } = request;
  const leadIds = request.who === null ? null : await idsOfWho(context, request.who);
  const total = countExport(db, leadIds)[what];
  const table = exportTable(db, { what, as, leadIds }, { zone, minorUnits: minorUnits(settings.currency) });
  const yieldToEventLoop = createYield();
  let rows = 0;
  const pieces = async function* () {
    for (const piece of table.pieces()) {
      yield piece;
      rows += piece.length;
      progress({ jobId, phase: 'rows', done: rows, total });
      await yieldToEventLoop();
      if (isCancelled(jobId)) throw stopped();
    }
  };
  const guard = as === 'ripen' ? guarded : guardedForProgram;
  const csv = async function* () {
    yield byteOrderMark + csvLine(table.header, guard);
    for await (const piece of pieces()) yield piece.map(cells => csvLine(cells, guard)).join('');
  };
  const cellsOf = xlsxCells(table.header);
  const sheets = async function* () {
    for await (const piece of pieces()) yield piece.map(cellsOf);
  };
  await withFriendlyErrors(path, () =>
    saveFile(path, kind === 'csv' ? csv() : xlsxPieces(names[what], table.header, sheets())),
  );
  return rows;
}

export const exports: HandlersOfPrefix<'exports'> = {
  'exports.count': ({ db }) => countExport(db, null),

  'exports.save': async (context, request) => {
    const { what, as, kind } = request;
    if (as !== 'ripen' && what !== 'leads') {
      throw new AppError(
        'invalid',
        'Other programs accept leads only. Choose “A spreadsheet or Ripen” for other data.',
      );
    }
    const path = await context.saveAs(`${names[what]}${programs[as]}.${kind}`);
    if (path === null) return { saved: null, rows: 0 };
    return { saved: path, rows: await context.between(() => write(context, request, path)) };
  },
};
