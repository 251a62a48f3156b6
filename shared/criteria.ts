// Criteria: the rules behind the score, as a document that is numbered, published and then never edited.
import * as z from 'zod';
import { fitFieldSchema } from './custom-field.ts';
import { idSchema } from './id.ts';

const points = z.int().min(-1000).max(1000);
const word = z.string().trim().min(1).max(300);

/** How often an activity of one type counts. 'at-most' counts the latest `times` of them. */
export const countSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('every') }),
  z.strictObject({ how: z.literal('first') }),
  z.strictObject({ how: z.literal('at-most'), times: z.int().min(1).max(1000) }),
]);

export const behaviorRuleSchema = z.strictObject({
  id: idSchema,
  typeId: idSchema,
  points,
  count: countSchema,
  /** Days after which half of an activity's points are gone; null: they stay. */
  halfLifeDays: z.int().min(1).max(3650).nullable(),
  /** Only activities of the last so many days (spans of 24 hours) count; null or not there: of any age. */
  withinDays: z.int().min(1).max(3650).nullable().optional(),
});

/** Tests on one fact. Text compares without case and accents; numbers are people, or minor units of money. */
export const fitTestSchema = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('is'), value: word }),
  z.strictObject({ test: z.literal('is-one-of'), values: z.array(word).min(1).max(200) }),
  z.strictObject({ test: z.literal('contains'), values: z.array(word).min(1).max(200) }),
  z.strictObject({ test: z.literal('between'), from: z.number(), to: z.number() }),
  z.strictObject({ test: z.literal('at-least'), value: z.number() }),
  z.strictObject({ test: z.literal('is-known') }),
]);

export const fitRuleSchema = z.strictObject({ id: idSchema, field: fitFieldSchema, test: fitTestSchema, points });
export const disqualifierSchema = z.strictObject({
  id: idSchema,
  field: fitFieldSchema,
  test: fitTestSchema,
  why: word,
});
export const shortcutSchema = z.strictObject({
  id: idSchema,
  label: word,
  /** All of these must have happened at least so many times. */
  counts: z
    .array(z.strictObject({ typeId: idSchema, times: z.int().min(1).max(1000) }))
    .min(1)
    .max(20),
});

/** Activities of these types give so many points together at most. A type counts in the first cap that names it. */
export const capSchema = z.strictObject({
  id: idSchema,
  label: word,
  typeIds: z.array(idSchema).min(1).max(100),
  points: z.int().min(0).max(100_000),
});

/** One kind of ideal customer: fit rules that count together with those for all. Of several personas the best one counts. */
export const personaSchema = z.strictObject({ id: idSchema, label: word, fit: z.array(fitRuleSchema).max(100) });

export const criteriaSchema = z.strictObject({
  behavior: z.array(behaviorRuleSchema).max(300),
  fit: z.array(fitRuleSchema).max(300),
  disqualifiers: z.array(disqualifierSchema).max(300),
  shortcuts: z.array(shortcutSchema).max(100),
  /** Not there in criteria of before: only the fit rules for all. */
  personas: z.array(personaSchema).max(20).optional(),
  /** Not there in criteria of before: no cap. */
  caps: z.array(capSchema).max(100).optional(),
  /** All activities together give so many points at most, after the caps; null or not there: no such cap. */
  engagementCap: z.int().min(0).max(100_000).nullable().optional(),
  /** Score at which a lead becomes MQL. */
  threshold: z.int().min(1).max(100_000),
  /** Least fit an MQL must have; behavior alone never makes one. */
  minimumFit: z.int().min(-1000).max(100_000),
});

const onRule = <L extends string, T extends z.ZodRawShape>(part: L, fields: z.ZodObject<T>) =>
  z.strictObject({ part: z.literal(part), id: idSchema, rule: fields.partial().nullable() });
/** See `CriteriaChange`. */
const criteriaChangeSchema = z.discriminatedUnion('part', [
  onRule('behavior', behaviorRuleSchema.omit({ id: true })),
  onRule('fit', fitRuleSchema.omit({ id: true })),
  onRule('disqualifiers', disqualifierSchema.omit({ id: true })),
  onRule('shortcuts', shortcutSchema.omit({ id: true })),
  onRule('caps', capSchema.omit({ id: true })),
  onRule('personas', personaSchema.omit({ id: true })),
  z.strictObject({
    part: z.literal('limits'),
    limits: criteriaSchema.pick({ threshold: true, minimumFit: true, engagementCap: true }).partial(),
  }),
  z.strictObject({
    part: z.literal('times'),
    id: idSchema,
    typeId: idSchema,
    times: shortcutSchema.shape.counts.element.nullable(),
  }),
]);
export const criteriaChangesSchema = z.array(criteriaChangeSchema).min(1).max(1000);

export type Count = Readonly<z.infer<typeof countSchema>>;
export type BehaviorRule = Readonly<z.infer<typeof behaviorRuleSchema>>;
export type FitTest = Readonly<z.infer<typeof fitTestSchema>>;
export type FitRule = Readonly<z.infer<typeof fitRuleSchema>>;
export type Disqualifier = Readonly<z.infer<typeof disqualifierSchema>>;
export type Shortcut = Readonly<z.infer<typeof shortcutSchema>>;
export type Persona = Readonly<z.infer<typeof personaSchema>>;
export type Cap = Readonly<z.infer<typeof capSchema>>;
export type Criteria = Readonly<z.infer<typeof criteriaSchema>>;

/** A numbered version of the criteria; `publishedAt` null while it is a draft. */
export const criteriaVersionSchema = z.object({
  id: z.string(),
  number: z.int(),
  criteria: criteriaSchema,
  reason: z.string().nullable(),
  publishedAt: z.int().nullable(),
});
export type CriteriaVersion = Readonly<z.infer<typeof criteriaVersionSchema>>;
