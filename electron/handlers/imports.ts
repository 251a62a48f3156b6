// Imports: read, preview, run as one step, undo; with progress and cancel.
import type { Decisions, Mapping } from '../../shared/import.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { ownAddresses, readImportMemory } from '../db/tables/import-memory.ts';
import { findImportBatch, insertImportBatch, listImportBatches, mappingOfBatch } from '../db/tables/imports.ts';
import { isRejectedColumn } from '../domain/import/rejected-columns.ts';
import { guessValue } from '../domain/import/values.ts';
import { encodingLabel } from '../formats/encoding/encodings.ts';
import { cellsFrom, saveCells } from '../importing/cells.ts';
import { refuseUnconfirmed, refuseUnconfirmedColumns, refuseUnknownOwn, seenBefore } from '../importing/confirming.ts';
import { createMatcher } from '../importing/matching.ts';
import { plansOfImport } from '../importing/plan-starts.ts';
import { mayPromote, promoteAll } from '../importing/promoting.ts';
import { readImport } from '../importing/reading.ts';
import { saveRejected } from '../importing/rejected-rows.ts';
import { forget, rememberChoices, rememberOwnAddress } from '../importing/remembering.ts';
import {
  fileNameOf,
  homeOf,
  rowsOf,
  stampOf,
  stopped,
  unlessStopped,
  withFriendlyErrors,
} from '../importing/source.ts';
import type { NamedRow } from '../importing/tally.ts';
import { undoImport } from '../importing/undoing.ts';
import { prepareContext, vocabulary } from '../importing/vocabulary.ts';
import { createWriting } from '../importing/writing.ts';
import type { ImportSource } from '../jobs/import-parser/bytes.ts';
import type { CommandContext, HandlersOfPrefix, ProcedureContext, QueryContext } from '../services/context.ts';
import { createSuppressionCheck } from '../services/privacy/suppression.ts';

/** Refused rows that are sent to the window; the others are counted. */
const shownRejected = 200;
const shownPromoted = 20;
const shownWarnings = 50;

/** Rows between two looks at the clock: a fraction of a ms, but for the one that writes those that have come together. */
const rowsAtOnce = 4;

type Importing = {
  readonly jobId: string;
  readonly source: ImportSource;
  readonly choices: Parameters<QueryContext['parser']['preview']>[0]['choices'];
  readonly mapping: Mapping;
  readonly decisions: Decisions;
};
type Step = CommandContext & {
  readonly yieldToEventLoop: () => Promise<void>;
  readonly beginBatch: (batchId: string) => void;
};

/** Tells that a dry run is over; its step is rolled back by being thrown through. */
class DryRunRollback<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('dry run');
    this.value = value;
  }
}

/** Reads the file once more, from end to end, and writes every row inside the running step. */
async function importRows(procedure: ProcedureContext, step: Step, request: Importing, startPlans: boolean) {
  const { jobId, source, choices, mapping, decisions } = request;
  const { parser, progress, isCancelled, locale } = procedure;
  const batchId = step.newId();
  step.beginBatch(batchId);
  const context = prepareContext(step);
  /** Wherever the work gives way it can be stopped. */
  const yieldToEventLoop = async (): Promise<void> => {
    await step.yieldToEventLoop();
    if (isCancelled(jobId)) throw stopped();
  };
  const matcher = await createMatcher(step.db, context.country, yieldToEventLoop, {
    companies: mapping.rows === 'deals',
  });
  const writing = createWriting(step, mapping, decisions, matcher, batchId);
  const { tally, choosing } = writing;
  const { counts } = tally;
  const rejected: { line: number; cells: string[]; reason: string }[] = [];
  const problems: { line: number; message: string }[] = [];
  const warnings: { line: number; message: string }[] = [];
  let warned = 0;
  const { reason: suppressed } = createSuppressionCheck(step.db);
  const takeRow = (row: PreparedRow): void => {
    const reason = suppressed(row.keys, row.leadId);
    if (reason === null) {
      writing.write(row);
      return;
    }
    counts.rejected += 1;
    if (rejected.length < shownRejected) rejected.push({ line: row.line, cells: [], reason });
  };

  for await (const piece of parser.prepare({ source, choices, locale, mapping, context }, () => isCancelled(jobId))) {
    for (const [index, row] of piece.rows.entries()) {
      takeRow(row);
      warned += row.warnings.length;
      for (const message of row.warnings)
        if (warnings.length < shownWarnings) warnings.push({ line: row.line, message });
      if (index % rowsAtOnce === 0) await yieldToEventLoop();
    }
    for (const row of piece.rejected)
      if (rejected.length < shownRejected) rejected.push({ ...row, cells: [...row.cells] });
    counts.rejected += piece.rejected.length;
    problems.push(...piece.problems);
    progress({
      jobId,
      phase: 'rows',
      done: counts.rows + counts.rejected,
      total: null,
      part: piece.part,
    });
  }

  await writing.finish(yieldToEventLoop);
  const promoted: NamedRow[] = [];
  const candidates = await mayPromote(step, [...writing.touched.keys()], yieldToEventLoop);
  for await (const some of promoteAll({ ...step, yieldToEventLoop }, candidates, batchId)) {
    for (const lead of some) {
      counts.promoted += 1;
      const line = writing.touched.get(lead.id) ?? 0;
      if (promoted.length < shownPromoted) {
        promoted.push({ id: lead.id, name: leadName(lead), line, known: lead.batchId !== batchId });
      }
    }
  }
  return {
    batchId,
    result: {
      counts,
      created: [...tally.created],
      updated: [...tally.updated],
      unchanged: tally.unchanged(),
      promoted,
      reasons: choosing.reasons(),
      uncertain: [...choosing.uncertain],
      matchWarnings: choosing.matchWarnings(),
      rejected,
      problems,
      warnings,
      warned,
      findings: writing.findings(),
      changes: writing.changes(),
      planStarts: await plansOfImport(step, batchId, startPlans, yieldToEventLoop),
    },
  };
}

/** The columns of a file by its first row. */
async function columnsOf(
  context: ProcedureContext,
  { jobId, source, choices }: Omit<Importing, 'mapping' | 'decisions'>,
) {
  const { parser, locale, isCancelled } = context;
  const { columns } = await parser.preview(
    { source, choices, locale, home: homeOf(context), limit: 1 },
    { progress: () => undefined, isCancelled: () => isCancelled(jobId) },
  );
  return columns;
}

export const imports: HandlersOfPrefix<'imports'> = {
  'imports.read': (context, request) => withFriendlyErrors(() => readImport(context, request)),

  'imports.check': async (context, input) => {
    try {
      return await withFriendlyErrors(() =>
        context.longStep('import', async step => {
          const { result } = await importRows(context, step, input, false);
          throw new DryRunRollback(result);
        }),
      );
    } catch (error) {
      if (error instanceof DryRunRollback) return error.value;
      throw error;
    }
  },

  'imports.run': async (context, input) => {
    const fileName = fileNameOf(input.source);
    const quietly = { progress: () => undefined, isCancelled: () => context.isCancelled(input.jobId) };
    const { source, choices } = input;
    const home = homeOf(context);
    const own = ownAddresses(context.db);
    const confirmed = new Set(input.confirmed);
    return withFriendlyErrors(async () => {
      const seen =
        seenBefore(context.db, await stampOf(source, choices, context.locale, home, own)) ??
        (await context.parser.preview(
          { source, choices, locale: context.locale, home, own, now: context.now },
          quietly,
        ));
      refuseUnknownOwn(seen, own);
      refuseUnconfirmedColumns(seen, input.mapping, context.settings.currency, confirmed);
      await unlessStopped(context.backUp('import'), quietly.isCancelled);
      return context.longStep(
        `import ${fileName}`,
        async step => {
          const { batchId, result } = await importRows(context, step, input, input.startPlans);
          refuseUnconfirmed(result.findings, confirmed);
          rememberChoices(step, seen, choices, input.mapping);
          insertImportBatch(step.db, {
            id: batchId,
            fileName,
            at: step.now,
            memberId: step.settings.actingAs,
            counts: result.counts,
            undoneAt: null,
            mapping: input.mapping,
            headersHash: seen.signature,
          });
          return { ...result, batchId };
        },
        await rowsOf(source),
      );
    });
  },

  'imports.saveRejected': async (context, input) => {
    return withFriendlyErrors(async () => {
      const name = fileNameOf(input.source).replace(/\.[^.]*$/, '');
      const path = await context.saveAs(`${name} - rejected rows.csv`);
      if (path === null) return { saved: null, rows: 0 };
      const columns = await columnsOf(context, input);
      const header = columns.map(column => column.header).filter(text => !isRejectedColumn(text));
      return { saved: path, rows: await saveRejected(context, input, header, path) };
    });
  },

  'imports.cells': (context, { from, limit, ...request }) =>
    withFriendlyErrors(() => cellsFrom(context, request, from, limit)),

  'imports.saveCells': (context, input) =>
    withFriendlyErrors(async () => {
      const name = fileNameOf(input.source).replace(/\.[^.]*$/, '');
      const path = await context.saveAs(`${name} - cells.csv`);
      if (path === null) return { saved: null, rows: 0 };
      const columns = await columnsOf(context, input);
      const headers = input.columns.map(index => columns[index]?.header || `Column ${columns[index]?.letter ?? ''}`);
      return { saved: path, rows: await saveCells(context, input, headers, path) };
    }),

  'imports.cancel': ({ cancel }, { jobId }) => {
    cancel(jobId);
    return {};
  },

  'imports.list': ({ db }) => listImportBatches(db),

  'imports.guess': (context, { target, values }) => {
    const words = vocabulary(context);
    return values.map(value => guessValue(target, value, words));
  },

  'imports.memory': ({ db }) => {
    const { readings, values, addresses } = readImportMemory(db);
    const named = readings.map(one => ({ ...one, encoding: encodingLabel(one.choices.encoding) }));
    return { readings: named, values: [...values], addresses: [...addresses] };
  },
  'imports.forget': (context, request) => {
    forget(context, request);
    return {};
  },
  'imports.addOwnAddress': (context, { address }) => {
    rememberOwnAddress(context, address);
    return {};
  },

  'imports.mapping': ({ db }, { id }) => {
    const mapping = mappingOfBatch(db, id);
    if (!mapping) throw new AppError('not-found', 'The mapping of this file is no longer known.');
    return mapping;
  },

  'imports.undo': ({ db, longStep }, { batchId }) => {
    const batch = findImportBatch(db, batchId);
    const label = `undo import ${batch?.fileName ?? 'file'}`;
    return longStep(label, step => undoImport(step, batchId), batch?.counts.rows);
  },
};
