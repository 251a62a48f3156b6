// What an owner corrected about files once, remembered for the next file of that kind.
import * as z from 'zod';
import { idSchema } from './id.ts';
import { encodingSchema, readChoicesSchema } from './import.ts';
import { importTargetSchema } from './import-targets.ts';

const kept = { id: idSchema, at: z.int() };

/** How a file with these headers is read. */
export const rememberedReadingSchema = z.strictObject({
  ...kept,
  signature: z.string().max(8000),
  choices: readChoicesSchema,
  /** The encoding that was found by itself; '' where nobody chose another. */
  detected: encodingSchema,
  fileName: z.string().max(500),
});
/** What a word under a header means; null: it is left out. */
export const rememberedValueSchema = z.strictObject({
  ...kept,
  header: z.string().max(200),
  target: importTargetSchema,
  value: z.string().max(1000),
  to: z.string().max(300).nullable(),
});
/** An address of the owner's own firm: nobody in a file has it. */
export const rememberedAddressSchema = z.strictObject({ ...kept, address: z.string().max(320) });

export const importMemorySchema = z.strictObject({
  readings: z.array(rememberedReadingSchema),
  values: z.array(rememberedValueSchema),
  addresses: z.array(rememberedAddressSchema),
  /** What is not to be taken from imports up to that time: mappings of a kind of file, meanings of a word. */
  forgotten: z.array(z.strictObject({ key: z.string().max(9000), at: z.int() })),
});

export const noImportMemory: ImportMemory = { readings: [], values: [], addresses: [], forgotten: [] };

export type RememberedReading = Readonly<z.infer<typeof rememberedReadingSchema>>;
export type RememberedValue = Readonly<z.infer<typeof rememberedValueSchema>>;
export type RememberedAddress = Readonly<z.infer<typeof rememberedAddressSchema>>;
export type ImportMemory = Readonly<z.infer<typeof importMemorySchema>>;
