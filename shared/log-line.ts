// One line of the log as parts: who, what, when, note, deal and next step, each with what is to be asked about it.
import * as z from 'zod';
import { activityTypeSchema } from './activity.ts';
import { plainDateSchema } from './dates.ts';
import { dealSchema } from './deal.ts';
import { idSchema } from './id.ts';
import { leadAttributesSchema } from './lead.ts';
import { amountSchema } from './money.ts';

/** Longest line that can be typed. */
export const longestLogLine = 2000;
/** Most people of one line. */
export const mostOfLine = 20;

export const linePersonSchema = leadAttributesSchema.pick({
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  company: true,
});
export type LinePerson = Readonly<z.infer<typeof linePersonSchema>>;

const momentSchema = z.strictObject({ date: plainDateSchema, time: z.string().nullable() });
export type LineMoment = Readonly<z.infer<typeof momentSchema>>;

/** A lead that may be meant, with what is told of it so that two of a name can be told apart. */
export const lineCandidateSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  company: z.string().nullable(),
  /** Why it may be meant: "Same e-mail", "Spelled alike". */
  why: z.string(),
  /** The deal that is open now. */
  deal: dealSchema.pick({ id: true, name: true, amount: true }).nullable(),
});
export type LineCandidate = Readonly<z.infer<typeof lineCandidateSchema>>;

export const readPersonSchema = z.strictObject({
  /** As typed. */
  text: z.string(),
  attributes: linePersonSchema,
  household: z.string().nullable(),
  /** What is asked before the words are taken for a name; null: nothing. */
  doubt: z.string().nullable(),
  /** Leads that may be meant, the likeliest first; none: nobody is like that. */
  candidates: z.array(lineCandidateSchema),
  /** True: the first candidate is meant beyond doubt. */
  sure: z.boolean(),
});
export type ReadPerson = Readonly<z.infer<typeof readPersonSchema>>;

export const newTypeSchema = z.strictObject(activityTypeSchema.pick({ label: true, ourSide: true }).shape);

/** A campaign or content that is named; where it is not sure it is only offered, and its words stay in the note. */
const readTouchSchema = z.strictObject({
  text: z.string(),
  /** Ids of campaigns, or content as it is written in the file; the best first. */
  options: z.array(z.string()),
  sure: z.boolean(),
});
export type ReadTouch = Readonly<z.infer<typeof readTouchSchema>>;

export const readLineSchema = z.strictObject({
  people: z.array(readPersonSchema),
  /** The leads that were asked for by id. */
  leads: z.array(lineCandidateSchema),
  activity: z
    .strictObject({
      word: z.string(),
      /** The best first; of several one is to be chosen. */
      typeIds: z.array(z.string()),
      /** A type that would fit better. */
      newType: newTypeSchema.nullable(),
      /** False: other words of the line may say what happened, so that even one type is asked. */
      sure: z.boolean(),
    })
    .nullable(),
  when: z.strictObject({
    /** The best first; null: now. None: nothing was said, and it is now. */
    options: z.array(momentSchema.nullable()),
    /** Why it is asked; null where there is nothing to ask. */
    why: z.string().nullable(),
  }),
  note: z.string().nullable(),
  amount: z
    .strictObject({
      text: z.string(),
      /** ISO 4217; amounts in minor units of it. */
      currency: z.string(),
      options: z.array(amountSchema),
      /** What is asked before it is taken for the amount of the deal; null: nothing. */
      doubt: z.string().nullable(),
    })
    .nullable(),
  step: z
    .strictObject({
      text: z.string(),
      days: z.array(momentSchema),
      why: z.string().nullable(),
      /** As typed, with its day. */
      words: z.string(),
    })
    .nullable(),
  campaign: readTouchSchema.nullable(),
  content: readTouchSchema.nullable(),
  /** How somebody who is new found us; ids of channels. */
  channel: readTouchSchema.nullable(),
});
export type ReadLine = Readonly<z.infer<typeof readLineSchema>>;

/** A next step as typed, alone: what, and the day its words name. */
export const readStepSchema = z.strictObject({
  what: z.string().nullable(),
  /** The best first; none: no day is named. */
  days: z.array(momentSchema),
  /** What is asked before the day is used; null: nothing. */
  why: z.string().nullable(),
});
export type ReadStep = Readonly<z.infer<typeof readStepSchema>>;

/** A day and time as typed, alone: what it would be of something that happened, and of something still to do. */
export const readDateSchema = z.strictObject({
  past: z.array(momentSchema),
  future: z.array(momentSchema),
  /** Why it cannot be used, or what is doubtful; null: nothing. */
  why: z.string().nullable(),
});
export type ReadDate = Readonly<z.infer<typeof readDateSchema>>;
