// Unsaved text of meeting forms: kept between sections, listed before quitting.
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../../api/workspace.tsx';
import { unsaved } from '../../../ui/fields/unsaved.ts';

const kept = new Map<string, unknown>();
const fields = new Map<string, object>();

/** As `useState`, remembered under `name` while the window is open. `label` and `format` say what is unsaved; '' for nothing. */
export function useKept<T>(name: string, start: T, label: string, format: (value: T) => string) {
  // Of this workspace alone: another may have a meeting about the same week.
  const key = `${useWorkspace().file} ${name}`;
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : start));
  const text = format(value);
  useEffect(() => {
    const field = fields.get(key) ?? {};
    fields.set(key, field);
    unsaved.set(field, text === '' ? null : { label, text });
  }, [key, label, text]);
  return [
    value,
    (next: T) => {
      kept.set(key, next);
      setValue(next);
    },
    () => {
      kept.delete(key);
      setValue(start);
    },
  ] as const;
}
