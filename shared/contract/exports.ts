// Exports: leads, activities and stage history as files for a spreadsheet, for Ripen itself, or for another program.
import * as z from 'zod';
import { procedure, query } from './entry.ts';
import { whoSchema } from './lead-table.ts';
import { idSchema, nothing } from './parts.ts';

/** What a file is about. */
export const exportWhatSchema = z.enum(['leads', 'activities', 'stages', 'deals']);
/** By whose header names; other programs take leads only. */
export const exportForSchema = z.enum(['ripen', 'hubspot', 'pipedrive', 'zoho']);
export const exportKindSchema = z.enum(['csv', 'xlsx']);
export type ExportWhat = z.infer<typeof exportWhatSchema>;
export type ExportFor = z.infer<typeof exportForSchema>;
export type ExportKind = z.infer<typeof exportKindSchema>;

export const exports = {
  /** How many rows each file would have. */
  'exports.count': query({
    input: nothing,
    output: z.strictObject({ leads: z.int(), activities: z.int(), stages: z.int(), deals: z.int() }),
    reads: ['lead', 'activity', 'stage_change', 'deal'],
  }),
  /** Asks where to, and writes the file whole or not at all; `saved` is null when nobody chose a place. */
  'exports.save': procedure({
    input: z.strictObject({
      jobId: idSchema,
      what: exportWhatSchema,
      as: exportForSchema,
      kind: exportKindSchema,
      /** Of these leads only; null: of all. */
      who: whoSchema.nullable(),
    }),
    output: z.strictObject({ saved: z.string().nullable(), rows: z.int() }),
  }),
} as const;
