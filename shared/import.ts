// Import on the wire: the preview of a file, the mapping an owner agrees to, and what each row becomes.
import * as z from 'zod';
import { idSchema } from './id.ts';
import { importTargetSchema } from './import-targets.ts';
import { leadAttributesSchema } from './lead.ts';
import { mailSummarySchema } from './mail-summary.ts';
import { stageSchema } from './stages.ts';

/** How dates in one column are written. 'dmy' and 'mdy' take any separator and two- or four-digit years. */
export const dateOrderSchema = z.enum(['ymd', 'dmy', 'mdy', 'serial-1900', 'serial-1904', 'unix-s', 'unix-ms']);
export const decimalSchema = z.enum(['.', ',']);
export const encodingSchema = z.string().max(40);

/** What the owner has chosen about reading; whatever is left out is detected. */
export const readChoicesSchema = z.strictObject({
  encoding: encodingSchema.optional(),
  delimiter: z.string().min(1).max(4).optional(),
  /** Sheet of a workbook, from 0. */
  sheet: z.int().min(0).max(10_000).optional(),
  /** First header row, from 0 among all rows of the file; -1: there is none. */
  headerRow: z.int().min(-1).max(100_000).optional(),
  /** Two header rows are read as one: "Contact" above "Phone" is "Contact Phone". */
  headerRows: z.int().min(1).max(2).optional(),
});

export const contentSchema = z.enum([
  'empty',
  'email',
  'phone',
  'linkedin',
  'url',
  'date',
  'money',
  'number',
  'yes-no',
  'id',
  'words',
  'text',
]);

/** Seen in one column of the whole file. */
export const columnSchema = z.object({
  index: z.int(),
  /** "A", "B", ... as a spreadsheet names it. */
  letter: z.string(),
  header: z.string(),
  content: contentSchema,
  /** Cells that say something. */
  filled: z.int(),
  /** Cells that hold "n/a", "-" or another word for nothing, and one of these words. */
  placeholders: z.int().optional(),
  placeholder: z.string().optional(),
  examples: z.array(z.string()),
  /** Different values with their counts, the most frequent first; empty when there are too many to map. */
  values: z.array(z.object({ value: z.string(), count: z.int() })),
  unique: z.boolean(),
  dateOrder: dateOrderSchema.nullable(),
  decimal: decimalSchema.nullable(),
  /** Every cell is midnight in UTC. */
  days: z.boolean().default(false),
  /** True when the file does not decide between two ways to read it; the owner is asked. */
  ambiguous: z.boolean(),
  /** What `examples` are in each way the column could be written; '' where an example cannot be read so. */
  readings: z.array(
    z.object({ dateOrder: dateOrderSchema.optional(), decimal: decimalSchema.optional(), as: z.array(z.string()) }),
  ),
});

export const rowProblemSchema = z.object({ line: z.int(), message: z.string() });

export const previewSchema = z.object({
  fileName: z.string(),
  format: z.enum(['text', 'xlsx', 'xls', 'ods', 'html', 'mail', 'cards', 'pasted']),
  bytes: z.int(),
  encoding: encodingSchema,
  /** Encodings to offer, the likeliest first. */
  encodings: z.array(z.object({ id: encodingSchema, label: z.string() })),
  delimiter: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.int(),
  headerRow: z.int(),
  headerRows: z.int(),
  columns: z.array(columnSchema),
  /** First rows below the header, as wide as `columns`; `lines[i]` is the line of `rows[i]` in the file, from 1. */
  rows: z.array(z.array(z.string())),
  lines: z.array(z.int()),
  rowCount: z.int(),
  /** False when only the beginning was read. */
  complete: z.boolean(),
  /** What stands above the header: report name, dates, notes. */
  preamble: z.array(z.array(z.string())),
  source: z.object({ id: z.string(), label: z.string() }).nullable(),
  /** Same for every file with the same headers; under it the mapping is remembered. */
  signature: z.string(),
  /** Currencies other than one that number formats of a workbook or cells anywhere in a column name. */
  currencies: z.array(z.string()).default([]),
  problems: z.array(rowProblemSchema),
  /** Of e-mails: what was told apart, and whose they may be. */
  mail: mailSummarySchema.optional(),
});

/** What yes and no in a column answer: whether somebody is a customer, a deal is won or has ended, a lead was handed to sales. */
export const outcomeFlagSchema = z.enum(['customer', 'won', 'closed', 'converted']);

/** One use of one column. A column may be used more than once, and several columns for one target. */
export const columnMappingSchema = z.strictObject({
  column: z.int().min(0).max(16_383),
  target: importTargetSchema,
  /** For `activity`: the type it is an activity of. */
  typeId: z.string().max(200).optional(),
  /** For `customField`: its id, or "new:kind:label" for one to be made. */
  fieldId: z.string().max(200).optional(),
  /** Take only one part of the cell: "Berlin, Germany" split by "," has the parts 0 and 1. */
  part: z.strictObject({ by: z.string().min(1).max(5), index: z.int().min(0).max(20) }).optional(),
  dateOrder: dateOrderSchema.optional(),
  decimal: decimalSchema.optional(),
  /** For `stage`: the cells are crosses, and this is what they answer. */
  flag: outcomeFlagSchema.optional(),
  /** Chances written as 0.1 to 1. */
  fraction: z.boolean().optional(),
  /** Every cell is midnight in UTC: days, not moments. */
  days: z.boolean().optional(),
  /** For phones: the column with the code that stands before the number. */
  prefix: z.int().min(0).max(16_383).optional(),
  /** Counts of a whole life: what was counted before is not counted again. */
  running: z.boolean().optional(),
  /** What stands in the cells says so, and nothing else: to be confirmed. */
  guess: z.boolean().optional(),
  /** For notes of an activity: the header stands before the text. */
  named: z.boolean().optional(),
  /** What happens to a lead already there; without it, the policy of the batch. */
  policy: z.enum(['keep', 'fill', 'overwrite']).optional(),
});

/** One of their words and what it is with us: a stage, a channel's name, an activity type's id or "new:label"; null is "leave it out". */
export const valueMappingSchema = z.strictObject({
  target: importTargetSchema,
  value: z.string().max(1000),
  to: z.string().max(300).nullable(),
});

export const duplicatePolicySchema = z.enum(['skip', 'fill', 'overwrite', 'create']);
/** 'deals': one deal of a lead, who may have several. 'stages': one step of somebody through the funnel, with its day; all of them together are the history. */
export const rowMeaningSchema = z.enum([
  'leads',
  'leads-and-activities',
  'activities',
  'deals',
  'stages',
  'campaigns',
  'reach',
]);

export const mappingSchema = z.strictObject({
  rows: rowMeaningSchema,
  /** Headers that the column numbers count in: another file with the same headers may have them in another order. */
  headers: z.array(z.string().max(1_000_000)).max(16_384).optional(),
  columns: z.array(columnMappingSchema).max(300),
  fixed: z
    .array(
      z.strictObject({
        target: importTargetSchema,
        value: z.string().max(1000),
        typeId: z.string().max(100).optional(),
      }),
    )
    .max(300),
  values: z.array(valueMappingSchema).max(5000),
  policy: duplicatePolicySchema,
  /** The program whose ids these are; another program's same id is somebody else's. */
  program: z.string().max(100).optional(),
  /** True for Ripen's own files: cells are taken as they stand, "Select" is a job title like any other. */
  literal: z.boolean().optional(),
  /** For "activities": what to do with people who are not found. */
  unknownLeads: z.enum(['create', 'leave-out']),
});

/** What the owner says of a row that may be somebody who is here already. */
export const decisionSchema = z.enum(['same', 'new', 'skip']);
export const decisionsSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        /** Line of the row in the file. */
        line: z.int(),
        choice: decisionSchema,
        /** For 'same': the lead it is, or the line of the file in which that person came first. */
        leadId: idSchema.optional(),
        ofLine: z.int().optional(),
      }),
    )
    .max(20_000)
    .default([]),
  /** The same answer for all that match for the same reason, in the words of `Match.why`. */
  alike: z
    .array(z.strictObject({ why: z.string().max(200), choice: decisionSchema }))
    .max(50)
    .default([]),
});

/** A lead the row may be. */
export const candidateSchema = z.strictObject({
  /** Null: this person comes in with the same file, at `line`. */
  leadId: idSchema.nullable(),
  line: z.int().nullable(),
  name: z.string(),
  why: z.string(),
  stage: stageSchema,
  attributes: leadAttributesSchema.partial(),
});
/** A row that may be somebody who is here already, or may not. */
export const uncertainSchema = z.strictObject({
  line: z.int(),
  name: z.string(),
  attributes: leadAttributesSchema.partial(),
  likely: z.enum(['same', 'new']),
  candidates: z.array(candidateSchema).min(1),
});

/** What an import would do, or did. */
export const importCountsSchema = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  rejected: z.int(),
  duplicatesInFile: z.int(),
  /** Rows that may be somebody who is here already, and about which nobody has decided. */
  uncertain: z.int().default(0),
  activities: z.int(),
  promoted: z.int(),
});

export type OutcomeFlag = z.infer<typeof outcomeFlagSchema>;
export type DateOrder = z.infer<typeof dateOrderSchema>;
export type Decimal = z.infer<typeof decimalSchema>;
export type ReadChoices = Readonly<z.infer<typeof readChoicesSchema>>;
export type Content = z.infer<typeof contentSchema>;
export type ImportColumn = Readonly<z.infer<typeof columnSchema>>;
export type RowProblem = Readonly<z.infer<typeof rowProblemSchema>>;
export type Preview = Readonly<z.infer<typeof previewSchema>>;
export type ColumnMapping = Readonly<z.infer<typeof columnMappingSchema>>;
export type ValueMapping = Readonly<z.infer<typeof valueMappingSchema>>;
export type DuplicatePolicy = z.infer<typeof duplicatePolicySchema>;
export type RowMeaning = z.infer<typeof rowMeaningSchema>;
export type Mapping = Readonly<z.infer<typeof mappingSchema>>;
export type RowAnswer = z.infer<typeof decisionSchema>;
export type Decisions = Readonly<z.infer<typeof decisionsSchema>>;
export type RowDecision = Decisions['rows'][number];
export type Candidate = Readonly<z.infer<typeof candidateSchema>>;
export type Uncertain = Readonly<z.infer<typeof uncertainSchema>>;
export type ImportCounts = Readonly<z.infer<typeof importCountsSchema>>;
