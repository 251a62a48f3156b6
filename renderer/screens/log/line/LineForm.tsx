// The log box as one line: typed the way one would say it, with its parts as chips below. Enter logs all of it.
import { type KeyboardEvent, useRef } from 'react';
import { longestLogLine } from '../../../../shared/log-line.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useCut } from '../../../ui/fields/use-cut.ts';
import { useFormat } from '../../../ui/format.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import type { LineDraft } from '../drafts.ts';
import { namesOf } from '../log-text.ts';
import { chipOf, chipsOf } from './chips.ts';
import { LineChips } from './LineChips.tsx';
import styles from './line.module.css';
import { PartPanel } from './PartPanel.tsx';
import type { Meant } from './shown.ts';
import { useLine } from './use-line.ts';

type Props = {
  readonly draft: LineDraft | null;
  readonly draftKey: string;
  readonly meant: Meant;
  readonly onClose: () => void;
  readonly onAgain: () => void;
  readonly onFields: () => void;
  /** Lines that were left for other people. */
  readonly others: readonly { readonly key: string; readonly draft: LineDraft }[];
  readonly onOther: (key: string) => void;
  /** Several lines were pasted: a list of people. */
  readonly onList: (text: string) => void;
};

/** The digit of a key pressed with Alt alone; AltGr writes a character. */
const digitOf = ({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): number | null =>
  altKey && !ctrlKey && !metaKey && /^(?:Digit|Numpad)\d$/.test(code) ? Number(code.slice(-1)) : null;

export function LineForm({ onFields, onList, others, onOther, ...options }: Props) {
  const format = useFormat();
  const { campaigns, channels } = useWorkspace();
  const line = useLine(options);
  const { draft, meant } = options;
  const { cut, onPaste } = useCut(line.text, longestLogLine);
  const problem = line.problem ?? cut;
  const field = useRef<HTMLInputElement>(null);
  const chips = chipsOf(line.read, line.shown, { format, campaigns, channels });
  const [doubt] = line.text.trim() === '' ? [] : line.shown.doubts;
  const back = () => field.current?.focus();

  function onKeyDown(event: KeyboardEvent) {
    const digit = digitOf(event);
    const chip = digit === null ? undefined : chipOf(chips, digit, line.open);
    if (!chip) return;
    event.preventDefault();
    line.openPart({ part: chip.part, index: chip.index });
  }

  return (
    <Dialog
      help="log"
      actions={
        <>
          <Button
            look="plain"
            onClick={() => {
              line.keep();
              onFields();
            }}
          >
            Use three fields
          </Button>
          <Button disabled={line.busy} look="primary" onClick={line.send}>
            Log
          </Button>
        </>
      }
      onClose={() => {
        line.keep();
        options.onClose();
      }}
      place="top"
      title="Log activity"
      width="wide"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the chips, heard in one place */}
      <div className={styles.line} onKeyDown={onKeyDown}>
        <input
          aria-describedby="log-line-doubt"
          aria-label="What happened"
          autoComplete="off"
          className={styles.text}
          data-autofocus
          maxLength={longestLogLine}
          onChange={event => line.type(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' && !line.isReading.current) return;
            event.preventDefault();
            if (event.key === 'Enter') line.send();
          }}
          onPaste={event => {
            const text = event.clipboardData.getData('text/plain');
            if (!/\S[\r\n]+\s*\S/.test(text)) return onPaste(event);
            event.preventDefault();
            line.keep();
            onList(text);
          }}
          placeholder={
            meant.leads.length > 0
              ? 'called, left a message, call back Friday'
              : 'Jane @ Oak Ltd called about a gate, 2k, quote by Friday'
          }
          ref={field}
          spellCheck={false}
          value={line.text}
        />
        {draft && line.text === draft.text && (
          <p className={styles.hint}>
            Your draft is back.
            <Button
              look="plain"
              onClick={() => {
                line.clear();
                back();
              }}
              size="small"
            >
              Discard draft
            </Button>
          </p>
        )}
        <LineChips chips={chips} onOpen={line.openPart} open={line.open} />
        {line.open && (
          <PartPanel
            answers={line.answers}
            at={line.open}
            key={`${line.open.part} ${line.open.index}`}
            meant={meant}
            note={line.note}
            onAnswers={next => {
              line.answer(next);
              back();
            }}
            onClose={() => {
              line.closePart();
              back();
            }}
            read={line.read}
            shown={line.shown}
            types={line.types}
          />
        )}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <p className={styles.hint} hidden={line.open !== null} id="log-line-doubt" role="status">
          {doubt ? `${doubt.question} Press Enter to answer.` : ''}
        </p>
        <p className={styles.keys} hidden={line.open !== null}>
          <Kbd keys="Enter" /> logs everything shown. <Kbd keys="Alt+1" /> to <Kbd keys="Alt+9" /> and{' '}
          <Kbd keys="Alt+0" /> change a part. Paste a list to add many people.
        </p>
        {others.length > 0 && line.text === '' && <OtherDrafts onOther={onOther} others={others} />}
      </div>
    </Dialog>
  );
}

const OtherDrafts = ({ others, onOther }: Pick<Props, 'others' | 'onOther'>) => (
  <ul aria-label="Other drafts" className={styles.drafts}>
    {others.map(({ key, draft }) => (
      <li key={key}>
        <span className={styles.draft}>
          {draft.meant.leads.length > 0 && `${namesOf(draft.meant.leads)}: `}“{draft.text}”
        </span>
        <Button onClick={() => onOther(key)} size="small">
          Open draft
        </Button>
      </li>
    ))}
  </ul>
);
