// What a help page is. Its texts name controls of the program by references, which a test compares with the program:
// {log} an action with its shortcut; {menu:log} the same as "Lead > Log activity"; **Choose file** what a control is called, and
// **Import …** how its name begins; `Enter` a key; [[mql]] or [[mql|MQLs]] a term of the glossary with its meaning.
import type { ScreenId } from '../navigation/route.ts';

/** Which place a page is about: a screen, or a part of it such as `settings` and `backups`. */
export type HelpPlace = { readonly screen: ScreenId; readonly rest?: string };

export type HelpPart = {
  readonly title: string;
  readonly text?: string;
  /** What to do, in its order. */
  readonly steps?: readonly string[];
  /** What there is, in any order. */
  readonly points?: readonly string[];
};

export type HelpPage = {
  readonly id: string;
  readonly title: string;
  /** One or two sentences: what it is for. */
  readonly about: string;
  readonly parts: readonly HelpPart[];
  readonly place?: HelpPlace;
  /** Other words for it, for the search. */
  readonly words: string;
  /** Pages to read next. */
  readonly next: readonly string[];
};

export type HelpGroup = { readonly title: string; readonly pages: readonly HelpPage[] };
