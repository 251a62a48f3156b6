// Activities and their types: log, edit, delete.
import * as z from 'zod';
import { activitySchema, activityTypeSchema } from '../activity.ts';
import { command, query } from './entry.ts';
import { fewIdsSchema, idSchema, idsSchema, newOrChanged, noteSchema, nothing, whenSchema } from './parts.ts';

export const activities = {
  'activityTypes.list': query({ input: nothing, output: z.array(activityTypeSchema), reads: ['activity_type'] }),
  /** Adds an own type, renames it, or puts a type away; the built-in ones keep their names. */
  'activityTypes.save': command({
    label: ({ id, archived }) =>
      id === null ? 'add activity type' : archived ? 'archive activity type' : 'change activity type',
    input: newOrChanged(activityTypeSchema),
    output: z.strictObject({ id: idSchema }),
  }),
  'activities.log': command({
    label: ({ leadIds }) => (leadIds.length === 1 ? 'log activity' : `log activity for ${leadIds.length} people`),
    input: z.strictObject({
      leadIds: fewIdsSchema,
      typeId: idSchema,
      /** Null: now. A date without a time counts as noon of that day. */
      when: whenSchema.nullable().default(null),
      note: noteSchema.default(null),
    }),
    output: z.strictObject({
      ids: z.array(idSchema),
      /** Leads that became MQL by this. */
      promoted: z.array(z.strictObject({ id: idSchema, name: z.string(), total: z.int() })),
    }),
  }),
  'activities.update': command({
    label: 'edit activity',
    input: z.strictObject({
      id: idSchema,
      typeId: idSchema.optional(),
      when: whenSchema.optional(),
      note: activitySchema.shape.note.optional(),
    }),
    output: nothing,
  }),
  'activities.remove': command({
    label: 'delete activity',
    input: z.strictObject({ ids: idsSchema }),
    output: nothing,
  }),
} as const;
