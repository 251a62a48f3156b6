// What is known of a word that says what happened.
import type { ActivityKind, Side } from './activity-terms.ts';
import type { LineSpan } from './said.ts';

export type FoundActivity = {
  /** The word, and what was sent where that stands apart: "sent ... a quote". */
  readonly spans: readonly LineSpan[];
  readonly verb: boolean;
  readonly side: Side | null;
  /** The words stay in the note. */
  readonly keep: boolean;
  /** Both did it: "spoke on the phone" says not who called. */
  readonly mutual?: boolean;
  /** A wish or the like: only where nothing else says what happened. */
  readonly weak?: boolean;
  /** It is spelled wrong, or only like it: asked. */
  readonly guessed?: boolean;
  readonly means:
    | { readonly typeIds: readonly string[] }
    | { readonly kind: ActivityKind; readonly thing: string | null };
};

/** Where a pattern stands in a text, without the spaces around it. */
export const find = (pattern: RegExp, text: string): LineSpan | null => {
  const match = pattern.exec(text);
  if (!match || match[0].trim() === '') return null;
  const from = match.index + (match[0].length - match[0].trimStart().length);
  return { from, to: match.index + match[0].trimEnd().length };
};
