// Custom fields and tags, and the names of all fields.
import * as z from 'zod';
import { isPlainDate } from './dates.ts';
import { idSchema } from './id.ts';
import { type LeadFacts, type LeadField, leadFieldSchema, leadFields } from './lead.ts';

export const ownKinds = ['text', 'number', 'money', 'date', 'choice'] as const;
export type OwnKind = (typeof ownKinds)[number];

const label = z.string().trim().min(1).max(100);

export const ownFieldSchema = z.strictObject({
  id: idSchema,
  label,
  kind: z.enum(ownKinds),
  /** What may be chosen, in order; empty for the other kinds. */
  choices: z.array(label).max(200),
  archived: z.boolean(),
});
export type OwnField = Readonly<z.infer<typeof ownFieldSchema>>;

export const tagSchema = z.strictObject({ id: idSchema, label, archived: z.boolean() });
export type Tag = Readonly<z.infer<typeof tagSchema>>;

/** Text and choice: text; number: a number; money: whole minor units; date: 'YYYY-MM-DD'; null: not known. */
export const ownValueSchema = z.union([z.string().trim().min(1).max(2000), z.number()]).nullable();
export type OwnValue = z.infer<typeof ownValueSchema>;

/** How an own field is named beside the built-in ones: in rules, filters, columns, imports. */
export type OwnKey = `own:${string}`;
export const ownKey = (fieldId: string): OwnKey => `own:${fieldId}`;
/** The id of an own field; null for anything else. */
export const ownIdOf = (key: string): string | null => (key.startsWith('own:') ? key.slice(4) : null);

/** A fact that a rule may look at: a built-in field, or an own one. */
export type FitField = LeadField | OwnKey;
export const fitFieldSchema = z.union([
  leadFieldSchema,
  z.templateLiteral(['own:', z.string().regex(/^[\w-]{1,90}$/)]),
]);
/** Facts with the owner's own values among them, by `own:` key; what is absent is not known. */
export type FitFacts = LeadFacts & { readonly [K in OwnKey]?: OwnValue };

/** How a field is called; `own` knows the owner's. */
export const fieldLabel = (field: FitField, own: (key: OwnKey) => string | undefined = () => undefined): string =>
  isOwnKey(field) ? (own(field) ?? 'Custom field') : leadFields[field].label;

export const isOwnKey = (field: string): field is OwnKey => field.startsWith('own:');

/** Why a value cannot stand in the field, in a sentence; null when it can. */
export function refuseOwnValue(field: Pick<OwnField, 'kind' | 'choices' | 'label'>, value: OwnValue): string | null {
  if (value === null) return null;
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? null : `${field.label} must be text.`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : `${field.label} must be a number.`;
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) ? null : `${field.label} must be an amount.`;
    case 'date':
      return typeof value === 'string' && isPlainDate(value) ? null : `${field.label} must be a date.`;
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value)
        ? null
        : `“${value}” is not an option of ${field.label}.`;
    default:
      return field.kind satisfies never;
  }
}
