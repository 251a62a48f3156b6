// Open questions about a file that were not answered for such a file before.
import type { Mapping, Preview } from '../../../shared/import.ts';
import { type ImportQuestion, openQuestions } from '../../../shared/import-questions.ts';

const none: ReadonlySet<number> = new Set();

/** Questions to be shown; those of single columns were answered when the mapping is remembered. */
export const questionsOf = (preview: Preview, mapping: Mapping, remembered: boolean): readonly ImportQuestion[] =>
  openQuestions(preview, mapping, none).filter(question => !(remembered && 'column' in question));
