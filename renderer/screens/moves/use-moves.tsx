// Moves leads, at once or after a dialog: `const moves = useMoves()`, `moves.start(...)`, draw `moves.question`.
import { type ReactNode, type RefObject, useCallback, useRef, useState } from 'react';
import type { Move } from '../../../shared/contract/leads.ts';
import { fewAtOnce } from '../../../shared/contract/parts.ts';
import type { Stage } from '../../../shared/stages.ts';
import { useCommand } from '../../api/use-command.ts';
import { showToast } from '../../ui/feedback/toast-store.ts';
import { useFormat } from '../../ui/format.tsx';
import { showLanding } from './landing.ts';
import { MoveQuestion } from './MoveQuestion.tsx';
import { questionOf } from './question.ts';
import { movedWords } from './words.ts';

/** Leads to move; a lead row is one. */
export type Mover = { readonly id: string; readonly name: string; readonly stage: Stage };

export type MoveRequest = {
  readonly people: readonly Mover[];
  readonly to: Stage;
  /** Beside which a question opens. */
  readonly anchor: RefObject<Element | null>;
};

export type Moves = {
  readonly start: (request: MoveRequest) => void;
  /** The move that is being asked about. */
  readonly pending: MoveRequest | null;
  /** To be drawn somewhere on the screen; floats beside the anchor while something is asked. */
  readonly question: ReactNode;
};

type Options = {
  /** Called after the move is written. */
  readonly onMoved?: (people: readonly Mover[], to: Stage) => void;
  /** Called when a question is closed without an answer. */
  readonly onLeft?: () => void;
};

/** True when nothing has to be said on the way there. */
const isPlain = (to: Stage): to is Extract<Stage, 'stranger' | 'visitor' | 'lead' | 'mql' | 'sql'> =>
  to === 'stranger' || to === 'visitor' || to === 'lead' || to === 'mql' || to === 'sql';

export function useMoves({ onMoved, onLeft }: Options = {}): Moves {
  const format = useFormat();
  const [pending, setPending] = useState<MoveRequest | null>(null);
  /** The one that is answered: out of sight, and back with a sentence when it is refused. */
  const [sent, setSent] = useState<MoveRequest | null>(null);
  const latest = useRef(pending);
  latest.current = pending;
  const { run } = useCommand('leads.move');
  const { run: runMany } = useCommand('bulk.run');

  /** Answers the sentence that says why not, or null. */
  const move = useCallback(
    async (people: readonly Mover[], made: Move, quiet: boolean): Promise<string | null> => {
      const ids = people.map(({ id }) => id);
      const said = { done: movedWords(people, made, format), quiet };
      // Many at once are moved in slices, so that nothing stands still meanwhile.
      const result =
        ids.length > fewAtOnce
          ? await runMany(
              { jobId: crypto.randomUUID(), who: { by: 'ids', ids }, deed: { do: 'move', move: made } },
              said,
            )
          : await run({ ids, move: made }, said);
      if (!result.ok) return result.error.message;
      showLanding(people.map(({ id }) => id));
      onMoved?.(people, made.to);
      return null;
    },
    [run, runMany, format, onMoved],
  );

  const start = useCallback(
    (request: MoveRequest) => {
      const people = request.people.filter(person => person.stage !== request.to);
      const [first] = people;
      if (!first) return;
      const asks = people.some(person => questionOf(person.stage, request.to) !== null);
      if (asks) setPending({ ...request, people });
      else if (isPlain(request.to)) void move(people, { to: request.to }, false);
    },
    [move],
  );

  const question = pending && (
    <MoveQuestion
      key={`${pending.people[0]?.id}${pending.to}`}
      onAnswer={async made => {
        setSent(pending);
        const refused = await move(pending.people, made, true);
        setSent(now => (now === pending ? null : now));
        if (refused === null) setPending(now => (now === pending ? null : now));
        else if (latest.current !== pending) showToast(refused, { tone: 'problem' });
        return refused;
      }}
      onClose={() => {
        setPending(null);
        onLeft?.();
      }}
      request={pending}
      sent={sent === pending}
    />
  );
  return { start, pending: pending === sent ? null : pending, question };
}
