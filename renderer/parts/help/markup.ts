// Reads the text of a help page: words, and references to what is in the program.
import { type ActionId, actions } from '../../../shared/actions.ts';
import { glossary, type Term } from '../../../shared/glossary.ts';

export type HelpPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'control'; readonly text: string }
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'action'; readonly id: ActionId; readonly menu: boolean }
  | { readonly kind: 'term'; readonly id: Term; readonly text: string | null };

const reference = /\*\*(.+?)\*\*|`([^`]+)`|\{(menu:)?([a-z-]+)\}|\[\[(\w+)(?:\|([^\]]+))?\]\]/g;

/** The pieces of a text in their order. A reference to nothing throws: a test reads every page. */
export function piecesOf(text: string): readonly HelpPiece[] {
  const pieces: HelpPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(reference)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    pieces.push(pieceOf(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

function pieceOf([, control, key, menu, action, term, words]: RegExpExecArray): HelpPiece {
  if (control !== undefined) return { kind: 'control', text: control };
  if (key !== undefined) return { kind: 'key', text: key };
  if (term !== undefined) {
    if (!(term in glossary)) throw new Error(`The glossary has no ${term}.`);
    return { kind: 'term', id: term as Term, text: words ?? null };
  }
  return { kind: 'action', id: actionNamed(action ?? '').id, menu: menu !== undefined };
}

function actionNamed(id: string) {
  const found = actions.find(action => action.id === id);
  if (!found) throw new Error(`There is no action ${id}.`);
  return found;
}

const capital = (word: string) => word.replace(/^./, letter => letter.toUpperCase());

/** What an action is called in a sentence, and where it is in the menu bar. */
export function actionWords(id: ActionId): {
  readonly label: string;
  readonly menu: string;
  readonly keys: string | null;
} {
  const { label, menu, keys } = actionNamed(id);
  const name = label.replace(/^Go to /, '');
  return { label: name, menu: `${capital(menu)} > ${name}`, keys };
}

/** The text as it is read, for the search. */
export const plainOf = (text: string): string =>
  piecesOf(text)
    .map(piece => {
      if (piece.kind === 'action') return actionWords(piece.id).label;
      if (piece.kind === 'term') return piece.text ?? glossary[piece.id].term;
      return piece.text;
    })
    .join('');
