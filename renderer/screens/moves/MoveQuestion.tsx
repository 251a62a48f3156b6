// Dialog of a move.

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Move } from '../../../shared/contract/leads.ts';
import type { Output } from '../../../shared/contract.ts';
import { type Stage, stageWords } from '../../../shared/stages.ts';
import { call } from '../../api/call.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { focusInside } from '../../ui/floating/focus.ts';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { BackForm } from './BackForm.tsx';
import { DealForm } from './DealForm.tsx';
import styles from './moves.module.css';
import { type Question, questionOf } from './question.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { keepKeys } from './typed-ahead.ts';
import type { MoveRequest } from './use-moves.tsx';
import { title } from './words.ts';

/** Makes the move; answers the sentence that says why not, or null when it is made. */
export type Answerer = (move: Move) => Promise<string | null>;
export type FormProps = { readonly onAnswer: Answerer; readonly onCancel: () => void };

type Props = {
  readonly request: MoveRequest;
  readonly onAnswer: Answerer;
  readonly onClose: () => void;
  /** It is answered, and waits for the answer to be written. */
  readonly sent?: boolean;
};

const verbs: Readonly<Record<Question, string>> = {
  accept: 'Accept',
  reject: 'Reject',
  opportunity: 'Opportunity',
  win: 'Won',
  lose: 'Lost',
  disqualify: 'Disqualify',
  nurture: 'Nurture',
  again: 'New opportunity',
  back: 'Move back',
};

export function MoveQuestion({ request, onAnswer, onClose, sent = false }: Props) {
  const { people, to, anchor } = request;
  const asked = people.map(person => questionOf(person.stage, to)).find(kind => kind !== null) ?? 'accept';
  const heading = title(verbs[asked], people);
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Floating anchor={anchor} hidden={sent} label={heading} onClose={onClose} role="dialog" side="below">
      <div className={styles.sheet} data-asked={asked} data-stage={to} ref={sheet}>
        <h2 className={styles.title}>
          <StageGlyph stage={to} />
          <span>{heading}</span>
        </h2>
        <Known id={people.length === 1 ? (people[0]?.id ?? null) : null} sheet={sheet}>
          {known => <Form asked={asked} known={known} onAnswer={onAnswer} onCancel={onClose} to={to} />}
        </Known>
        <p className="hidden-visually">{stageWords[to].meaning}</p>
      </div>
    </Floating>
  );
}

type KnownProps = {
  /** Null for several people at once. */
  readonly id: string | null;
  readonly sheet: RefObject<HTMLElement | null>;
  readonly children: (known: Output<'leads.get'> | null) => ReactNode;
};

/** Asks once, afresh, for what is known already, so that nobody is asked twice; then gives the keyboard to the form. */
function Known({ id, sheet, children }: KnownProps) {
  const [known, setKnown] = useState<Output<'leads.get'> | null | undefined>(id === null ? null : undefined);
  const [keys] = useState(keepKeys);
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    void call('leads.get', { id }).then(result => wanted && setKnown(result.ok ? result.value : null));
    return () => {
      wanted = false;
    };
  }, [id]);
  const ready = known !== undefined;
  useEffect(() => {
    if (!ready || !sheet.current) return;
    focusInside(sheet.current);
    keys.play(sheet.current);
  }, [ready, sheet, keys]);
  if (known !== undefined) return children(known);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that come too early are kept for the form
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it holds the keyboard until the form does
    <div className={styles.early} data-autofocus onKeyDown={keys.hear} tabIndex={0}>
      <Skeleton lines={3} />
    </div>
  );
}

type WhichForm = FormProps & { asked: Question; to: Stage; known: Output<'leads.get'> | null };

function Form({ asked, to, known, ...rest }: WhichForm) {
  switch (asked) {
    case 'accept':
      return <AcceptForm {...rest} known={known} />;
    case 'back':
      return <BackForm {...rest} known={known} to={to} />;
    case 'again':
    case 'opportunity':
    case 'win':
      return <DealForm {...rest} asked={asked} known={known} />;
    case 'reject':
    case 'nurture':
    case 'lose':
    case 'disqualify':
      return <ReasonForm {...rest} asked={asked} />;
    default:
      return asked satisfies never;
  }
}
