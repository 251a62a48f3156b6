// Tags and custom fields, and their values on leads.
import * as z from 'zod';
import { customFieldSchema, customValueSchema, tagSchema } from '../custom-field.ts';
import { command, query } from './entry.ts';
import { fewIdsSchema, idSchema, newOrChanged, nothing } from './parts.ts';

const saved = z.strictObject({ id: idSchema });

export const customFields = {
  'customFields.list': query({
    input: nothing,
    output: z.array(customFieldSchema.extend({ /** Leads that have a value. */ used: z.int() })),
    reads: ['custom_field', 'custom_value'],
  }),
  /** Renames, archives, changes choices; with `id` null makes a new field. The kind stays while there are values. */
  'customFields.save': command({
    label: 'save custom field',
    input: newOrChanged(
      customFieldSchema.extend({
        /** Choices that are called otherwise now: their values go along. */
        renamed: z
          .array(z.strictObject({ from: z.string().max(100), to: z.string().max(100) }))
          .max(200)
          .optional(),
      }),
    ),
    output: saved,
  }),
  /** Places a field right before another; `before` null: at the end. */
  'customFields.move': command({
    label: 'reorder custom fields',
    input: z.strictObject({ id: idSchema, before: idSchema.nullable() }),
    output: nothing,
  }),
  'tags.list': query({
    input: nothing,
    output: z.array(tagSchema.extend({ /** Leads that have it. */ used: z.int() })),
    reads: ['tag', 'lead_tag'],
  }),
  'tags.save': command({
    label: 'save tag',
    input: newOrChanged(tagSchema),
    output: saved,
  }),
  'tags.remove': command({ label: 'delete tag', input: saved, output: nothing }),
  'customFields.set': command({
    label: 'edit lead',
    input: z.strictObject({ id: idSchema, fieldId: idSchema, value: customValueSchema }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  'tags.put': command({
    label: ({ add }) => (add.length > 0 ? 'add tag' : 'remove tag'),
    input: z.strictObject({
      ids: fewIdsSchema,
      add: z.array(idSchema).max(50).default([]),
      remove: z.array(idSchema).max(50).default([]),
    }),
    output: nothing,
  }),
} as const;
