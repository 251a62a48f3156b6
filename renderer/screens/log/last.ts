// The last log entry, for repeating it. What it was about and what was noted of it is kept in the memory of this window only.
import * as z from 'zod';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';

const storedSchema = z.object({
  typeId: z.string(),
  label: z.string(),
  when: z.string(),
  touch: z.object({ campaignId: z.string().nullable() }).default({ campaignId: null }),
});
type Stored = Readonly<z.infer<typeof storedSchema>>;
export type LastLog = Omit<Stored, 'touch'> & {
  readonly note: string;
  readonly touch: { readonly campaignId: string | null; readonly content: string };
};

let lastNote = '';
let lastContent = '';

const store = (last: Stored): void => savePreference('log-last', JSON.stringify(last));

export function saveLastLog({ note, touch: { campaignId, content }, ...last }: LastLog): void {
  lastNote = note;
  lastContent = content;
  store({ ...last, touch: { campaignId } });
}

export function lastLog(): LastLog | null {
  try {
    const text = readPreference('log-last', 'null');
    const found = storedSchema.safeParse(JSON.parse(text));
    if (!found.success) return null;
    const { touch, ...last } = found.data;
    // An earlier version stored the content, too.
    if (text.includes('"content"')) store(found.data);
    return { ...last, note: lastNote, touch: { ...touch, content: lastContent } };
  } catch {
    return null;
  }
}

/** "Webinar attended, yesterday, “Spring”" */
export const lastText = ({ label, when, note, touch }: LastLog): string =>
  [label, touch.content, when, note && `“${note.length > 40 ? `${note.slice(0, 40)}…` : note}”`]
    .filter(Boolean)
    .join(', ');
