// Moves leads, at once or after a dialog: `const moves = useMoves()`, `moves.start(...)`, draw `moves.question`.
import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { Move } from '../../../shared/contract/leads.ts';
import { fewAtOnce } from '../../../shared/contract/parts.ts';
import type { Stage } from '../../../shared/stages.ts';
import { leadButton, leadOf, type Problem, problemText } from '../../api/lead-button.ts';
import { showToast } from '../../api/toast-store.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFormat } from '../../ui/format.tsx';
import { showLanding } from './landing.ts';
import { MoveQuestion } from './MoveQuestion.tsx';
import type { MoveRequest, Mover } from './move-request.ts';
import { endedText, movedText } from './move-text.ts';
import { questionOf } from './question.ts';

export type Moves = {
  readonly start: (request: MoveRequest) => void;
  /** The move that is being asked about. */
  readonly pending: MoveRequest | null;
  /** To be drawn somewhere on the screen; floats beside the anchor while something is asked. */
  readonly question: ReactNode;
};

type Options = {
  /** Called after the move is written. */
  readonly onMoved?: (leads: readonly Mover[], to: Stage) => void;
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

  /** Answers what was wrong, or null. */
  const move = useCallback(
    async (leads: readonly Mover[], made: Move, quiet: boolean): Promise<Problem | null> => {
      const ids = leads.map(({ id }) => id);
      const done = ({ endedSteps }: { readonly endedSteps: number }) =>
        movedText(leads, made, format) + endedText(endedSteps);
      const said = { done, quiet };
      // Many at once are moved in slices, so that nothing stands still meanwhile.
      const result =
        ids.length > fewAtOnce
          ? await runMany(
              { jobId: crypto.randomUUID(), who: { by: 'ids', ids }, action: { do: 'move', move: made } },
              said,
            )
          : await run({ ids, move: made }, said);
      if (!result.ok) return result.error;
      showLanding(leads.map(({ id }) => id));
      onMoved?.(leads, made.to);
      return null;
    },
    [run, runMany, format, onMoved],
  );

  const start = useCallback(
    (request: MoveRequest) => {
      const leads = request.leads.filter(listedLead => listedLead.stage !== request.to);
      const [first] = leads;
      if (!first) return;
      const asks = leads.some(listedLead => questionOf(listedLead.stage, request.to) !== null);
      if (asks) setPending({ ...request, leads });
      else if (isPlain(request.to)) void move(leads, { to: request.to }, false);
    },
    [move],
  );

  const question = pending && (
    <MoveQuestion
      key={`${pending.leads[0]?.id}${pending.to}`}
      onAnswer={async made => {
        setSent(pending);
        const error = await move(pending.leads, made, true);
        setSent(now => (now === pending ? null : now));
        if (error === null) setPending(now => (now === pending ? null : now));
        else if (latest.current !== pending)
          showToast(problemText(error), { tone: 'problem', action: leadButton(leadOf(error)) });
        return error;
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
