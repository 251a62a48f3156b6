// Fills in a template for one lead: {{first name}}, or {{first name|there}} with a fallback.
import { type TemplateField, templateFields } from '../../../shared/nurture.ts';

export type TemplateValues = Readonly<Record<TemplateField, string | null>>;
export type Filled = {
  readonly text: string;
  /** Fields nobody knows and for which no other word is given, each once. */
  readonly missing: readonly TemplateField[];
  /** What stands between braces and is no field. */
  readonly unknown: readonly string[];
};

const fieldPattern = /\{\{\s*([^{}|]*?)\s*(?:\|\s*([^{}]*?)\s*)?\}\}/g;
const isField = (name: string): name is TemplateField => (templateFields as readonly string[]).includes(name);

/** What is not known is left out; what is no field stays as it stands, so that one sees it. */
export function fill(template: string, values: TemplateValues): Filled {
  const missing = new Set<TemplateField>();
  const unknown = new Set<string>();
  const text = template.replace(fieldPattern, (whole, said: string, otherwise: string | undefined) => {
    const name = said.toLowerCase().replace(/\s+/g, ' ');
    if (!isField(name)) {
      unknown.add(said);
      return whole;
    }
    const value = values[name]?.trim() || otherwise;
    if (value) return value;
    missing.add(name);
    return '';
  });
  return { text, missing: [...missing], unknown: [...unknown] };
}
