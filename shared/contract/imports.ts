// Imports: read a file, preview, run, undo.
import * as z from 'zod';
import {
  decisionsSchema,
  importCountsSchema,
  mappingSchema,
  previewSchema,
  readChoicesSchema,
  rowProblemSchema,
  uncertainSchema,
} from '../import.ts';
import { findingSchema, importChangeSchema } from '../import-findings.ts';
import { rememberedAddressSchema, rememberedReadingSchema, rememberedValueSchema } from '../import-memory.ts';
import { rejectedRowSchema } from '../import-row.ts';
import { importTargetSchema } from '../import-targets.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, nothing } from './parts.ts';

/** A file of the owner's, or cells pasted from a spreadsheet. The page gives a token as `path`; see ipc/file-tokens.ts. */
export const importSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1).max(4096) }),
  /** Several e-mails or address cards, read as one. */
  z.strictObject({ kind: z.literal('files'), paths: z.array(z.string().min(1).max(4096)).min(1).max(5000) }),
  z.strictObject({ kind: z.literal('pasted'), text: z.string().min(1).max(16_000_000) }),
]);

/** Named by the window, so that progress can be shown and the work stopped. */
const jobId = idSchema;
const reading = { jobId, source: importSourceSchema, choices: readChoicesSchema.default({}) };
const noDecisions = { rows: [], alike: [] };
const importing = z.strictObject({
  ...reading,
  mapping: mappingSchema,
  decisions: decisionsSchema.default(noDecisions),
});

const columnsSchema = z.array(z.int().min(0).max(16_383)).min(1).max(16_384);

/** `known`: it was here before this file, so it can be opened. */
const nameSchema = z.strictObject({ id: idSchema, name: z.string(), line: z.int(), known: z.boolean() });
const reasonSchema = z.strictObject({ why: z.string(), count: z.int() });
export const importResultSchema = z.strictObject({
  counts: importCountsSchema,
  /** The first of each kind, by name. */
  created: z.array(nameSchema),
  updated: z.array(nameSchema),
  unchanged: z.array(nameSchema),
  promoted: z.array(nameSchema),
  /** By what rows were found to be somebody who is here already. */
  reasons: z.array(reasonSchema),
  /** The first rows that may be somebody who is here already, to be decided; `matchWarnings` counts all of them by reason. */
  uncertain: z.array(uncertainSchema),
  matchWarnings: z.array(reasonSchema),
  /** The first refused rows; `counts.rejected` says how many there are. */
  rejected: z.array(rejectedRowSchema),
  problems: z.array(rowProblemSchema),
  /** The first cells that were not understood; `warned` says how many there are. Their rows count all the same. */
  warnings: z.array(rowProblemSchema),
  warned: z.int(),
  /** What is to be read before anything is written; what is odd first. */
  findings: z.array(findingSchema),
  /** The first rows that add or change somebody, field by field. */
  changes: z.array(importChangeSchema),
  /** Leads for whom a nurture plan starts by itself, or would, when the import is told to: the first by name. */
  planStarts: z.strictObject({
    count: z.int(),
    /** Of them, those whom the file calls rejected by sales; the others downloaded something. */
    rejected: z.int(),
    plans: z.array(z.string()),
    names: z.array(z.string()),
  }),
});

export const importBatchSchema = z.strictObject({
  id: idSchema,
  fileName: z.string(),
  at: z.int(),
  memberId: z.string().nullable(),
  counts: importCountsSchema,
  undoneAt: z.int().nullable(),
});

export const imports = {
  'imports.read': procedure({
    /** `like`: an earlier import whose mapping is taken, whatever the headers are. */
    input: z.strictObject({ ...reading, like: idSchema.nullable().default(null) }),
    output: z.strictObject({
      preview: previewSchema,
      mapping: mappingSchema,
      /** The mapping is that of an earlier import. */
      remembered: z.boolean(),
      /** How it was read: what was asked for, and what was corrected in an earlier file of its kind. */
      choices: readChoicesSchema,
      /** What was corrected earlier and is used here. */
      recalled: z.strictObject({
        reading: z.strictObject({ id: idSchema, choices: readChoicesSchema }).nullable(),
        values: z.array(rememberedValueSchema),
        addresses: z.array(rememberedAddressSchema),
      }),
    }),
  }),
  /** What an import would do, tried out in full and taken back. */
  'imports.check': procedure({ input: importing, output: importResultSchema }),
  /** `confirmed`: keys of the odd findings that a person has seen and agreed to; an import that has others is refused. */
  'imports.run': procedure({
    input: importing.extend({
      /** Nurture plans that start on a download start for the downloads of the file, too. */
      startPlans: z.boolean().default(false),
      confirmed: z.array(z.string().max(2000)).max(1000).default([]),
    }),
    output: importResultSchema.extend({ batchId: idSchema }),
  }),
  /** Asks where to, and writes the rows that cannot be taken, with line and reason; null when nobody chose a place. */
  'imports.saveRejected': procedure({
    input: importing,
    output: z.strictObject({ saved: z.string().nullable(), rows: z.int() }),
  }),
  /** The cells of some columns as they stand in the file, row by row; rows in which they are all empty are left out. */
  'imports.cells': procedure({
    input: importing.extend({ columns: columnsSchema, from: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ line: z.int(), cells: z.array(z.string()) })),
      more: z.boolean(),
    }),
  }),
  /** Asks where to, and writes all of them; null when nobody chose a place. */
  'imports.saveCells': procedure({
    input: importing.extend({ columns: columnsSchema }),
    output: z.strictObject({ saved: z.string().nullable(), rows: z.int() }),
  }),
  'imports.cancel': procedure({ input: z.strictObject({ jobId }), output: nothing }),
  'imports.list': query({ input: nothing, output: z.array(importBatchSchema), reads: ['import_batch'] }),
  /** What words of a file are likely to mean as values of a target; null: nobody knows. */
  'imports.guess': query({
    input: z.strictObject({ target: importTargetSchema, values: z.array(z.string().max(1000)).max(5000) }),
    output: z.array(z.string().nullable()),
    reads: ['channel', 'campaign', 'member', 'activity_type', 'custom_field'],
  }),
  /** What was corrected about files and is used for the next ones of their kind. */
  'imports.memory': query({
    input: nothing,
    output: z.strictObject({
      readings: z.array(rememberedReadingSchema.extend({ encoding: z.string().nullable() })),
      values: z.array(rememberedValueSchema),
      addresses: z.array(rememberedAddressSchema),
    }),
    reads: ['setting'],
  }),
  /** `mappings`: signatures of kinds of files whose earlier mappings are not to be suggested again. */
  'imports.forget': command({
    input: z.strictObject({
      ids: z.array(idSchema).max(2000),
      mappings: z.array(z.string().max(8000)).max(10).default([]),
    }),
    output: nothing,
    label: 'forget import corrections',
  }),
  /** An address of the owner's own firm, or several with commas between: in no file it is a person's. */
  'imports.addOwnAddress': command({
    input: z.strictObject({ address: z.string().trim().min(1).max(3000) }),
    output: nothing,
    label: 'add own address',
  }),
  /** How one import was understood. */
  'imports.mapping': query({
    input: z.strictObject({ id: idSchema }),
    output: mappingSchema,
    reads: ['import_batch'],
  }),
  /** Takes an import back, however long ago; what was edited since is kept and named. */
  'imports.undo': procedure({
    input: z.strictObject({ jobId, batchId: idSchema }),
    output: z.strictObject({
      removed: z.int(),
      restored: z.int(),
      kept: z.array(z.strictObject({ id: idSchema, name: z.string(), why: z.string() })),
    }),
  }),
} as const;
