// Files of a lead: listed, added by a token of the owner's choice, opened after asking, saved elsewhere, removed.
import * as z from 'zod';
import { mostFilesAtOnce } from '../lead-file.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, nothing } from './parts.ts';

/** Tokens of files that were chosen or dropped; see electron/ipc/file-tokens.ts. */
const chosen = z
  .array(z.strictObject({ path: z.string().min(1).max(4096) }))
  .min(1)
  .max(mostFilesAtOnce);
/** What is kept in the workspace by now, in bytes, and what may be. */
const room = { used: z.int(), most: z.int() };
const fileId = z.strictObject({ id: idSchema });

export const leadFiles = {
  'leadFiles.ofLead': query({
    input: z.strictObject({ leadId: idSchema }),
    output: z.strictObject({
      files: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          size: z.int(),
          addedAt: z.int(),
          /** Kept in the workspace; else only where it lies is known. */
          inside: z.boolean(),
          /** It is not where it was, or its bytes are lost. */
          missing: z.boolean(),
        }),
      ),
    }),
    reads: ['lead_file', 'file_chunk'],
  }),
  /** What the chosen files are, before anything is added. */
  'leadFiles.look': procedure({
    input: z.strictObject({ files: chosen }),
    output: z.strictObject({
      files: z.array(
        z.strictObject({
          name: z.string(),
          size: z.int(),
          /** Why it cannot be added at all, and why it cannot be kept in the workspace; null: it can. */
          refused: z.string().nullable(),
          tooBig: z.string().nullable(),
        }),
      ),
      ...room,
    }),
  }),
  'leadFiles.add': procedure({
    input: z.strictObject({ leadId: idSchema, files: chosen, inside: z.boolean() }),
    output: z.strictObject({ names: z.array(z.string()) }),
  }),
  /** Asks by name, and hands it to the system's own program; what is kept inside is handed over as a copy to read. */
  'leadFiles.open': procedure({ input: fileId, output: z.strictObject({ opened: z.boolean() }) }),
  'leadFiles.saveCopy': procedure({ input: fileId, output: z.strictObject({ path: z.string().nullable() }) }),
  'leadFiles.remove': command({ label: 'remove file', input: fileId, output: nothing }),
} as const;
