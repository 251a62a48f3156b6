// The last log entry, for repeating it.
import * as z from 'zod';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';

const lastSchema = z.object({
  typeId: z.string(),
  label: z.string(),
  when: z.string(),
  touch: z
    .object({ campaignId: z.string().nullable(), content: z.string() })
    .default({ campaignId: null, content: '' }),
});
export type LastLog = Readonly<z.infer<typeof lastSchema> & { note: string }>;

let lastNote = '';

export function saveLastLog({ note, ...last }: LastLog): void {
  lastNote = note;
  savePreference('log-last', JSON.stringify(last));
}

export function lastLog(): LastLog | null {
  try {
    const found = lastSchema.safeParse(JSON.parse(readPreference('log-last', 'null')));
    return found.success ? { ...found.data, note: lastNote } : null;
  } catch {
    return null;
  }
}

/** "Webinar attended, yesterday, “Spring”" */
export const lastText = ({ label, when, note, touch }: LastLog): string =>
  [label, touch.content, when, note && `“${note.length > 40 ? `${note.slice(0, 40)}…` : note}”`]
    .filter(Boolean)
    .join(', ');
