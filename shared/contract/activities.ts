// Activities and their types: log, edit, delete.
import * as z from 'zod';
import { activitySchema, activityTypeSchema } from '../activity.ts';
import {
  linePersonSchema,
  longestLogLine,
  mostOfLine,
  newTypeSchema,
  readDateSchema,
  readLineSchema,
} from '../log-line.ts';
import { amountSchema } from '../money.ts';
import { plannedSchema } from '../next-step.ts';
import { command, query } from './entry.ts';
import {
  fewIdsSchema,
  idSchema,
  idsSchema,
  newOrChanged,
  noteSchema,
  nothing,
  touchInput,
  whenSchema,
} from './parts.ts';

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
      ...touchInput,
    }),
    output: z.strictObject({
      ids: z.array(idSchema),
      /** Leads that became MQL by this. */
      promoted: z.array(z.strictObject({ id: idSchema, name: z.string(), total: z.int() })),
    }),
  }),
  /** Reads a line as it is typed: who, what, when, note, deal, next step, campaign and content, with what is to be asked about each. */
  'activities.parseLine': query({
    input: z.strictObject({
      line: z.string().max(longestLogLine),
      /** Leads that are meant by more than the line. */
      leads: z.array(idSchema).max(mostOfLine).default([]),
    }),
    output: readLineSchema,
    reads: ['lead', 'activity_type', 'deal', 'member', 'setting', 'campaign', 'channel', 'activity'],
  }),
  /** Reads a day and time as typed by themselves: "last Friday 3pm". */
  'activities.parseDate': query({
    input: z.strictObject({ text: z.string().max(100) }),
    output: readDateSchema,
    reads: ['activity_type', 'member', 'setting', 'campaign', 'channel', 'activity'],
  }),
  /** Writes down all that was shown of a line, in one step: new leads, a new type, the activity, the deal, the next step. */
  'activities.logLine': command({
    label: ({ activity, people }) =>
      activity === null
        ? 'next step'
        : people.length === 1
          ? 'log activity'
          : `log activity for ${people.length} people`,
    input: z.strictObject({
      people: z
        .array(
          z.strictObject({
            /** Null: a new lead. */
            id: idSchema.nullable(),
            /** What was typed of them; a known lead gets what it lacks. */
            attributes: linePersonSchema,
            household: z.string().trim().min(1).max(300).nullable().default(null),
          }),
        )
        .min(1)
        .max(mostOfLine),
      activity: z.union([z.strictObject({ typeId: idSchema }), z.strictObject({ newType: newTypeSchema })]).nullable(),
      when: whenSchema.nullable().default(null),
      note: noteSchema.default(null),
      ...touchInput,
      /** How those who are new found us. */
      channelId: idSchema.nullable().default(null),
      /** Of the first person; `id`: the open deal whose amount it is, null: a new one. */
      deal: z.strictObject({ id: idSchema.nullable(), amount: amountSchema }).nullable().default(null),
      step: plannedSchema.omit({ repeats: true }).nullable().default(null),
    }),
    output: z.strictObject({
      /** The people of the line, in its order. */
      leads: z.array(z.strictObject({ id: idSchema, name: z.string(), added: z.boolean() })),
      /** Null: nothing was said to have happened. */
      typeId: idSchema.nullable(),
      promoted: z.int(),
    }),
  }),
  'activities.update': command({
    label: 'edit activity',
    input: z.strictObject({
      id: idSchema,
      typeId: idSchema.optional(),
      when: whenSchema.optional(),
      note: activitySchema.shape.note.optional(),
      campaignId: idSchema.nullable().optional(),
      content: activitySchema.shape.content.optional(),
    }),
    output: nothing,
  }),
  /** Content that activities name, in the order of the alphabet: the first 500. */
  'activities.contents': query({ input: nothing, output: z.array(z.string()), reads: ['activity'] }),
  'activities.remove': command({
    label: 'delete activity',
    input: z.strictObject({ ids: idsSchema }),
    output: nothing,
  }),
} as const;
