// What was typed in the log box when it was closed without logging. It is kept in the memory of this window and comes back.
import type { TypedTouch } from '../../parts/leads/TouchFields.tsx';
import { unsaved } from '../../ui/fields/unsaved.ts';
import type { Answers } from './line/answers.ts';
import type { Meant } from './line/shown.ts';
import type { LogLead } from './log-leads.ts';

export type LineDraft = { readonly text: string; readonly answers: Answers; readonly meant: Meant };
export type FieldsDraft = {
  readonly leads: readonly LogLead[] | null;
  readonly who: string;
  readonly what: string;
  readonly typeId: string | null;
  readonly when: string;
  readonly note: string;
  readonly touch: TypedTouch;
};
type Drafts = { readonly line: LineDraft; readonly fields: FieldsDraft };

const drafts = new Map<string, { readonly draft: unknown; readonly field: object }>();

/** One draft of each form for the people it was opened for, and one of each for nobody in particular. */
export const draftKey = (form: keyof Drafts, file: string, ids: readonly string[]): string =>
  `${[form, file, ...ids].join('\n')}\n`;

/** Lines that were left in this workspace, beside the one of `key`. */
export const otherLines = (file: string, key: string): readonly { readonly key: string; readonly draft: LineDraft }[] =>
  [...drafts]
    .filter(([other]) => other !== key && other.startsWith(draftKey('line', file, [])))
    .map(([other, kept]) => ({ key: other, draft: kept.draft as LineDraft }));

export const findDraft = <F extends keyof Drafts>(_form: F, key: string): Drafts[F] | null =>
  (drafts.get(key)?.draft as Drafts[F] | undefined) ?? null;

/** `text`: what is told when the window closes before it was logged. */
export function keepDraft<F extends keyof Drafts>(_form: F, key: string, draft: Drafts[F], text: string): void {
  const field = drafts.get(key)?.field ?? {};
  drafts.set(key, { draft, field });
  unsaved.set(field, { label: 'Log activity', text });
}

export function dropDraft(key: string): void {
  const kept = drafts.get(key);
  if (kept) unsaved.set(kept.field, null);
  drafts.delete(key);
}
