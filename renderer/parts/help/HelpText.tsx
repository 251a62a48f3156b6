// A text of a help page with its controls, keys and terms.
import { Kbd } from '../../ui/Kbd.tsx';
import { Term } from '../../ui/Term.tsx';
import styles from './help.module.css';
import { actionWords, type HelpPiece, piecesOf } from './markup.ts';

export const HelpText = ({ text }: { readonly text: string }) =>
  piecesOf(text).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change
    <Piece key={index} piece={piece} />
  ));

function Piece({ piece }: { readonly piece: HelpPiece }) {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'control') return <b className={styles.control}>{piece.text}</b>;
  if (piece.kind === 'key') return <Kbd keys={piece.text} />;
  if (piece.kind === 'term') return <Term id={piece.id}>{piece.text ?? undefined}</Term>;
  const { label, menu, keys } = actionWords(piece.id);
  return (
    <>
      <b className={styles.control}>{piece.menu ? menu : label}</b>
      {keys && !piece.menu && (
        <>
          {' '}
          <Kbd keys={keys} />
        </>
      )}
    </>
  );
}
