// The meeting of a week: commitments, decisions, reviews of decisions, and closing.
import * as z from 'zod';
import { enteredDateSchema, plainDateSchema } from '../dates.ts';
import { reviewFiguresSchema } from '../figures.ts';
import {
  actionItemSchema,
  comingBackSchema,
  decisionSchema,
  decisionVerdictSchema,
  expectedSchema,
  minutesSchema,
  slaResultSchema,
  slaSchema,
} from '../meeting.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, nothing } from './parts.ts';
import { figureSources, weekDateSchema } from './review.ts';

const sources = [...figureSources, 'review', 'decision', 'action_item', 'sla'] as const;
const sentence = z.string().trim().min(1, 'Write one sentence.').max(2000);
/** Any day of the week that is reviewed. */
const week = { date: weekDateSchema };
const saved = z.strictObject({ id: idSchema });

export const meetingSchema = z.strictObject({
  weekStart: plainDateSchema,
  /** UTC ms; null while it is open. */
  closedAt: z.int().nullable(),
  attendees: z.array(z.string()),
  notes: z.string().nullable(),
  decisions: z.array(decisionSchema),
  items: z.array(actionItemSchema),
  /** Made in this meeting, for the weeks after it. */
  sla: slaSchema.nullable(),
  /** What was promised for this week, and how it went. */
  inForce: slaSchema.nullable(),
  kept: z.array(slaResultSchema),
  lastTime: z
    .strictObject({ weekStart: plainDateSchema, closedAt: z.int(), decisions: z.array(decisionSchema) })
    .nullable(),
  /** Of earlier meetings: open, or done since the last one. */
  earlierItems: z.array(actionItemSchema),
  cameBack: z.array(comingBackSchema),
  /** As they were at closing; null while it is open, and for figures this version does not understand. */
  figures: reviewFiguresSchema.nullable(),
  minutes: minutesSchema.nullable(),
  /** Names of the leads that the minutes name by id; who was deleted since has none. */
  names: z.record(z.string(), z.string()),
});

export const meeting = {
  'meeting.get': query({ input: z.strictObject(week), output: meetingSchema, reads: sources }),
  'meeting.list': query({
    /** Words looked for in decisions, action items, notes and names. */
    input: z.strictObject({ search: z.string().max(200).default('') }),
    output: z.array(
      z.strictObject({
        weekStart: plainDateSchema,
        label: z.string(),
        closedAt: z.int(),
        attendees: z.array(z.string()),
        decisions: z.array(z.string()),
        items: z.array(z.string()),
        notes: z.string().nullable(),
        /** Some figures as they were; null where they were not kept. */
        mqls: z.int().nullable(),
        customers: z.int().nullable(),
        accepted: z.strictObject({ numerator: z.int(), n: z.int() }).nullable(),
      }),
    ),
    reads: ['review', 'decision', 'action_item', 'setting'],
  }),
  'meeting.note': command({
    label: 'write minutes',
    input: z.strictObject({
      ...week,
      /** Who was there, or was not. */
      there: z.strictObject({ names: z.array(z.string().trim().min(1).max(200)).max(100), on: z.boolean() }).optional(),
      notes: z.string().trim().max(20_000).nullable().optional(),
    }),
    output: nothing,
  }),
  'meeting.saveDecision': command({
    label: ({ id }) => (id === null ? 'add decision' : 'change decision'),
    input: z.strictObject({
      ...week,
      id: idSchema.nullable(),
      text: sentence,
      criteriaId: idSchema.nullable().default(null),
      expected: expectedSchema.nullable().default(null),
      /** False: it is not looked at again. */
      comesBack: z.boolean().default(true),
    }),
    output: saved,
  }),
  'meeting.removeDecision': command({
    label: 'delete decision',
    input: z.strictObject({ id: idSchema }),
    output: nothing,
  }),
  'meeting.answerDecision': command({
    label: 'answer decision',
    /** In the meeting about `date`; verdict null takes the answer back. */
    input: z.strictObject({
      ...week,
      id: idSchema,
      verdict: decisionVerdictSchema.nullable(),
      outcome: z.string().trim().max(2000).nullable(),
    }),
    output: nothing,
  }),
  'meeting.saveItem': command({
    label: ({ id }) => (id === null ? 'add action item' : 'change action item'),
    input: z.strictObject({
      ...week,
      id: idSchema.nullable(),
      text: sentence,
      memberId: idSchema.nullable(),
      dueOn: enteredDateSchema.nullable(),
    }),
    output: saved,
  }),
  'meeting.removeItem': command({
    label: 'delete action item',
    input: z.strictObject({ id: idSchema }),
    output: nothing,
  }),
  'meeting.tickItem': command({
    label: ({ done }) => (done ? 'complete action item' : 'reopen action item'),
    input: z.strictObject({ id: idSchema, done: z.boolean() }),
    output: nothing,
  }),
  'meeting.saveSla': command({
    label: 'save commitment',
    /** What is left out stays as it holds; null: this meeting makes none, and the one before goes on. */
    input: z.strictObject({ ...week, sla: slaSchema.partial().nullable() }),
    output: nothing,
  }),
  'meeting.close': procedure({
    input: z.strictObject(week),
    output: z.strictObject({ closedAt: z.int() }),
  }),
} as const;
