// What a move asks before it is made: a small sheet beside the card, one line for each thing.

import type { Move } from '../../../shared/contract/leads.ts';
import { stageWords } from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { DealForm } from './DealForm.tsx';
import styles from './moves.module.css';
import { type Question, questionOf } from './question.ts';
import { ReasonForm } from './ReasonForm.tsx';
import type { MoveRequest } from './use-moves.tsx';
import { title } from './words.ts';

/** Makes the move; answers the sentence that says why not, or null when it is made. */
export type Answerer = (move: Move) => Promise<string | null>;
export type FormProps = { readonly onAnswer: Answerer; readonly onCancel: () => void };

type Props = {
  readonly request: MoveRequest;
  readonly onAnswer: Answerer;
  readonly onClose: () => void;
};

const verbs: Readonly<Record<Question, string>> = {
  accept: 'Accept',
  reject: 'Reject',
  opportunity: 'Opportunity',
  win: 'Won',
  lose: 'Lost',
  disqualify: 'Disqualify',
  nurture: 'Nurture',
};

export function MoveQuestion({ request, onAnswer, onClose }: Props) {
  const { people, to, anchor } = request;
  const asked = people.map(person => questionOf(person.stage, to)).find(kind => kind !== null) ?? 'accept';
  const heading = title(verbs[asked], people);
  return (
    <Floating anchor={anchor} label={heading} onClose={onClose} role="dialog" side="below">
      <div className={styles.sheet} data-asked={asked} data-stage={to}>
        <h2 className={styles.title}>
          <StageGlyph stage={to} />
          <span>{heading}</span>
        </h2>
        <Form asked={asked} onAnswer={onAnswer} onCancel={onClose} request={request} />
        <p className="hidden-visually">{stageWords[to].meaning}</p>
      </div>
    </Floating>
  );
}

function Form({ asked, request, ...rest }: FormProps & { asked: Question; request: MoveRequest }) {
  const [only] = request.people;
  const single = request.people.length === 1 && only !== undefined;
  // What is known already is filled in, so that nobody is asked twice.
  const known = useRead('leads.get', { id: only?.id ?? '' }, { when: single });
  if (single && known.data === undefined && known.error === null) return <Skeleton lines={3} />;
  const detail = single ? (known.data ?? null) : null;
  switch (asked) {
    case 'accept':
      return <AcceptForm {...rest} known={detail} />;
    case 'opportunity':
    case 'win':
      return <DealForm {...rest} asked={asked} known={detail} />;
    case 'reject':
    case 'nurture':
    case 'lose':
    case 'disqualify':
      return <ReasonForm {...rest} asked={asked} />;
    default:
      return asked satisfies never;
  }
}
