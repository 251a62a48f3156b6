// Custom fields and tags, and the names of all fields.
import * as z from 'zod';
import { isPlainDate } from './dates.ts';
import { idSchema } from './id.ts';
import { type LeadAttributes, type LeadField, leadFieldSchema, leadFields } from './lead.ts';
import { largestAmount } from './money.ts';

export const customKinds = ['text', 'number', 'money', 'date', 'choice'] as const;
export type CustomKind = (typeof customKinds)[number];

const label = z.string().trim().min(1).max(100);

export const customFieldSchema = z.strictObject({
  id: idSchema,
  label,
  kind: z.enum(customKinds),
  /** What may be chosen, in order; empty for the other kinds. */
  choices: z.array(label).max(200),
  archived: z.boolean(),
});
export type CustomField = Readonly<z.infer<typeof customFieldSchema>>;

export const tagSchema = z.strictObject({ id: idSchema, label, archived: z.boolean() });
export type Tag = Readonly<z.infer<typeof tagSchema>>;

/** Text and choice: text; number: a number; money: whole minor units; date: 'YYYY-MM-DD'; null: not known. */
export const customValueSchema = z.union([z.string().trim().min(1).max(2000), z.number()]).nullable();
export type CustomValue = z.infer<typeof customValueSchema>;

/** How an own field is named beside the built-in ones: in rules, filters, columns, imports. */
export type CustomKey = `custom:${string}`;
export const customKey = (fieldId: string): CustomKey => `custom:${fieldId}`;
/** The id of an own field; null for anything else. */
export const customFieldIdOf = (key: string): string | null => (key.startsWith('custom:') ? key.slice(7) : null);

/** A fact that a rule may look at: a built-in field, or an own one. */
export type FitField = LeadField | CustomKey;
export const fitFieldSchema = z.union([
  leadFieldSchema,
  z.templateLiteral(['custom:', z.string().regex(/^[\w-]{1,90}$/)]),
]);
/** Facts with the owner's own values among them, by `nameOf:` key; what is absent is not known. */
export type FitAttributes = LeadAttributes & { readonly [K in CustomKey]?: CustomValue };

/** How a field is called; `nameOf` knows the owner's. */
export const fieldLabel = (
  field: FitField,
  nameOf: (key: CustomKey) => string | undefined = () => undefined,
): string => (isCustomKey(field) ? (nameOf(field) ?? 'Custom field') : leadFields[field].label);

export const isCustomKey = (field: string): field is CustomKey => field.startsWith('custom:');

/** Why a value cannot stand in the field, in a sentence; null when it can. */
export function customValueError(
  field: Pick<CustomField, 'kind' | 'choices' | 'label'>,
  value: CustomValue,
): string | null {
  if (value === null) return null;
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? null : `${field.label} must be text.`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : `${field.label} must be a number.`;
    case 'money':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= largestAmount
        ? null
        : `${field.label} must be an amount.`;
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
