// Edits one cell where it stands: Enter writes, Tab writes and goes on, Escape takes back; what does not fit is said under it.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { showToast } from '../../api/toast-store.ts';
import { announce } from '../feedback/announce.tsx';
import { Choice, type Option } from '../fields/Choice.tsx';
import type { Save } from '../fields/use-draft.ts';
import { Floating } from '../floating/Floating.tsx';
import { type Format, useFormat } from '../format.tsx';
import { amountProblem, parseAmount, parseNumber } from '../parse.ts';
import styles from './table.module.css';

type TextEdit = {
  readonly kind: 'text' | 'date' | 'number' | 'decimal' | 'money';
  readonly value: string | number | null;
  readonly save: Save<string | number | null>;
};
type ChoiceEdit = {
  readonly kind: 'choice';
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly clearable: boolean;
  readonly save: Save<string | null>;
};
/** Something of the caller's own, in a box that floats beside the cell. */
type OwnEdit = { readonly kind: 'own'; readonly box: (done: () => void) => ReactNode };
export type CellEdit = TextEdit | ChoiceEdit | OwnEdit;

type Props = {
  readonly edit: CellEdit;
  readonly label: string;
  /** Over: written or taken back. */
  readonly onDone: () => void;
  readonly onNext: (by: 1 | -1) => void;
};

export function CellEditor({ edit, ...rest }: Props) {
  if (edit.kind === 'own') return <OwnEditor {...rest} edit={edit} />;
  if (edit.kind === 'choice') return <ChoiceEditor {...rest} edit={edit} />;
  return <TextEditor {...rest} edit={edit} />;
}

function OwnEditor({ edit, label, onDone }: Props & { readonly edit: OwnEdit }) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span className={styles.anchor} ref={anchor}>
      <Floating anchor={anchor} label={label} onClose={onDone} role="dialog">
        {edit.box(onDone)}
      </Floating>
    </span>
  );
}

function ChoiceEditor({ edit, label, onDone, onNext }: Props & { readonly edit: ChoiceEdit }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = box.current?.querySelector('input');
    input?.focus();
    input?.click();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field inside
    <div
      className={styles.editor}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && onDone()}
      onKeyDown={event => {
        if (event.key !== 'Escape' && event.key !== 'Tab') return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Tab') onNext(event.shiftKey ? -1 : 1);
        else onDone();
      }}
      ref={box}
    >
      <Choice
        clearable={edit.clearable}
        label={label}
        onChange={value => {
          void saveBehind(edit.save(value), label);
          onDone();
        }}
        options={edit.options}
        value={edit.value}
      />
    </div>
  );
}

/** Saving goes on when the editor is gone; what was refused is said, with what was typed. */
async function saveBehind(saving: Promise<string | null>, label: string, typed = ''): Promise<void> {
  const error = await saving;
  if (error === null) announce('Saved');
  else showToast(`${label}${typed && ` “${typed}”`} was not saved. ${error}`, { tone: 'problem' });
}

const written = ({ kind, value }: TextEdit, format: Format): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return kind === 'money' ? format.money(value) : kind === 'number' ? format.whole(value) : String(value);
};

/** What was typed as a value; an error is a sentence. */
function read(
  kind: TextEdit['kind'],
  text: string,
  currency: string,
): { value: string | number | null } | { error: string } {
  const plain = text.trim();
  if (plain === '') return { value: null };
  if (kind === 'text' || kind === 'date') return { value: plain };
  const value = kind === 'money' ? parseAmount(plain, currency) : parseNumber(plain);
  if (value !== null) return { value: kind === 'decimal' ? value : Math.round(value) };
  return { error: kind === 'money' ? amountProblem(plain, currency) : 'Enter a number.' };
}

function TextEditor({ edit, label, onDone, onNext }: Props & { readonly edit: TextEdit }) {
  const format = useFormat();
  const before = written(edit, format);
  const [text, setText] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  /** Over already: the blur that follows Enter or Escape writes nothing more. */
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  /** Writes what was typed and goes on at once: the next key is meant for the next cell. */
  function leave(how: () => void) {
    if (over.current) return;
    if (text.trim() !== before.trim()) {
      const result = read(edit.kind, text, format.currency);
      if ('error' in result) {
        setError(result.error);
        return input.current?.focus();
      }
      void saveBehind(edit.save(result.value), label, text.trim());
    }
    over.current = true;
    how();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      over.current = true;
      onDone();
    } else if (event.key === 'Enter') leave(onDone);
    else leave(() => onNext(event.shiftKey ? -1 : 1));
  }
  return (
    <div className={styles.editor}>
      <input
        aria-invalid={error !== null}
        aria-label={label}
        autoComplete="off"
        className={styles.editorInput}
        inputMode={edit.kind === 'text' || edit.kind === 'date' ? undefined : 'decimal'}
        onBlur={() => leave(onDone)}
        onChange={event => {
          setText(event.target.value);
          setError(null);
        }}
        onKeyDown={onKeyDown}
        ref={input}
        spellCheck={false}
        type={edit.kind === 'date' ? 'date' : 'text'}
        value={text}
      />
      {error && <Problem text={error} />}
    </div>
  );
}

const Problem = ({ text }: { readonly text: string }) => (
  <p className={styles.problem} role="alert">
    {text}
  </p>
);
