// Dialog of a move.

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { type Stage, stageLabels } from '../../../shared/stages.ts';
import { call } from '../../api/call.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { dropBoxDraft } from '../../ui/fields/use-box-draft.ts';
import { Floating } from '../../ui/floating/Floating.tsx';
import { focusInside } from '../../ui/floating/focus.ts';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { BackForm } from './BackForm.tsx';
import { DealForm } from './DealForm.tsx';
import { useDraftBox } from './draft-box.ts';
import type { Answerer, FormProps } from './form-props.ts';
import type { MoveRequest } from './move-request.ts';
import { title } from './move-text.ts';
import styles from './moves.module.css';
import { type Question, questionOf } from './question.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { keepKeys } from './typed-ahead.ts';

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
  const { leads, to, anchor } = request;
  const questionKind = leads.map(lead => questionOf(lead.stage, to)).find(kind => kind !== null) ?? 'accept';
  const heading = title(verbs[questionKind], leads);
  const draft = useDraftBox(
    ['move', questionKind, to],
    leads.map(({ id }) => id),
    heading,
  );
  const cancel = () => {
    dropBoxDraft(draft.key);
    onClose();
  };
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Floating anchor={anchor} hidden={sent} label={heading} onClose={onClose} role="dialog" side="below">
      <div className={styles.sheet} data-asked={questionKind} data-stage={to} ref={sheet}>
        <h2 className={styles.title}>
          <StageGlyph stage={to} />
          <span>{heading}</span>
        </h2>
        <KnownDetails id={leads.length === 1 ? (leads[0]?.id ?? null) : null} sheet={sheet}>
          {known => (
            <Form
              draft={draft}
              known={known}
              who={request.who ?? { by: 'ids', ids: leads.map(({ id }) => id) }}
              onAnswer={onAnswer}
              onCancel={cancel}
              questionKind={questionKind}
              to={to}
            />
          )}
        </KnownDetails>
        <p className="hidden-visually">{stageLabels[to].meaning}</p>
      </div>
    </Floating>
  );
}

type KnownDetailsProps = {
  /** Null for several people at once. */
  readonly id: string | null;
  readonly sheet: RefObject<HTMLElement | null>;
  readonly children: (known: Output<'leads.get'> | null) => ReactNode;
};

/** Asks once, afresh, for what is known already, so that nobody is asked twice; then gives the keyboard to the form. */
function KnownDetails({ id, sheet, children }: KnownDetailsProps) {
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

type WhichForm = FormProps & { questionKind: Question; to: Stage; known: Output<'leads.get'> | null };

function Form({ questionKind, to, known, ...rest }: WhichForm) {
  switch (questionKind) {
    case 'accept':
      return <AcceptForm {...rest} known={known} />;
    case 'back':
      return <BackForm {...rest} known={known} to={to} />;
    case 'again':
    case 'opportunity':
    case 'win':
      return <DealForm {...rest} questionKind={questionKind} known={known} />;
    case 'reject':
    case 'nurture':
    case 'lose':
    case 'disqualify':
      return <ReasonForm {...rest} known={known} questionKind={questionKind} />;
    default:
      return questionKind satisfies never;
  }
}
