// All that was corrected about files and is used for the next ones, with own addresses; each can be forgotten.
import { useState } from 'react';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import styles from './import.module.css';
import own from './memory.module.css';
import { readingText, useValueText } from './recalled-text.ts';

type Row = { readonly id: string; readonly at: number; readonly what: string; readonly text: string };

export function Memory() {
  const memory = useRead('imports.memory', {}).data;
  const valueText = useValueText();
  const { run } = useCommand('imports.forget');
  if (!memory) return null;
  const rows: Row[] = [
    ...memory.readings.map(({ id, at, choices, encoding, fileName }) => ({
      id,
      at,
      what: `Files like ${fileName}`,
      text: readingText(choices, encoding),
    })),
    ...memory.values.map(one => ({
      id: one.id,
      at: one.at,
      what: one.header || 'Column without a name',
      text: valueText(one),
    })),
    ...memory.addresses.map(({ id, at, address }) => ({ id, at, what: 'Own address', text: address })),
  ];
  return (
    <details className={styles.history}>
      <summary>
        Remembered for the next files{' '}
        <span className={styles.quiet}>{rows.length === 0 ? 'nothing yet' : rows.length}</span>
      </summary>
      <p className={styles.quiet}>
        What you corrected in a file (encoding, header row, values) is used again for files of the same kind. Your own
        addresses are never taken as the e-mail of a lead.
      </p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
        <section aria-label="Remembered for the next files" className={styles.scroll} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">Remembered</th>
                <th scope="col">Since</th>
                <th scope="col">
                  <span className="hidden-visually">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, at, what, text }) => (
                <tr key={id}>
                  <td dir="auto">{what}</td>
                  <td dir="auto">{text}</td>
                  <td>
                    <DateText at={at} />
                  </td>
                  <td>
                    <Button
                      aria-label={`Forget ${text}`}
                      onClick={() => void run({ ids: [id] }, { done: `Forgotten: ${text}.` })}
                      size="small"
                    >
                      Forget
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <OwnAddress />
    </details>
  );
}

function OwnAddress() {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { run } = useCommand('imports.addOwnAddress');
  const add = async () => {
    if (text.trim() === '') return;
    const result = await run({ address: text }, { quiet: true, done: `${text.trim()} is kept as your own address.` });
    setError(errorMessage(result));
    if (result.ok) setText('');
  };
  return (
    <form
      className={own.ownAddress}
      onSubmit={event => {
        event.preventDefault();
        void add();
      }}
    >
      <Field error={error} label="Own address" layout="stack">
        {ids => (
          <input
            {...ids}
            autoComplete="off"
            className={styles.fixedInput}
            onChange={event => setText(event.target.value)}
            spellCheck={false}
            type="text"
            value={text}
          />
        )}
      </Field>
      <Button type="submit">Add own address</Button>
    </form>
  );
}
