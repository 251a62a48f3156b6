// A plan backwards: a goal, the chance of it, what it takes each week, levers within what the records support, and how such plans did.
import { useMemo, useState } from 'react';
import { addMonths } from '../../../../shared/dates.ts';
import type { Plan, PlanGoal } from '../../../../shared/plan.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useRead } from '../../../api/use-read.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import { Segments } from '../../../ui/fields/Segments.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { parseNumber } from '../../../ui/parse.ts';
import { Term } from '../../../ui/Term.tsx';
import talk from '../meeting/talk.module.css';
import { useKept } from '../meeting/use-kept.ts';
import { carriedPlan } from '../plan/carried.ts';
import { PlanLevers } from '../plan/PlanLevers.tsx';
import { PlanPast } from '../plan/PlanPast.tsx';
import { PlanTable } from '../plan/PlanTable.tsx';
import { goalText, lackText, likelyText, neededText } from '../plan/plan-text.ts';
import { type Levers, type PlanRequest, usePlan } from '../plan/use-plan.ts';
import { useMeeting, useReview } from '../review-context.tsx';
import styles from './plan.module.css';

type Draft = { readonly what: PlanGoal['what']; readonly amount: string; readonly by: string };
const unmoved: Levers = { acceptance: null, inTime: null, channels: [] };

const kinds = [
  { value: 'customers', label: 'New customers' },
  { value: 'revenue', label: 'Revenue' },
] as const;

export function PlanSection() {
  const { today } = useWorkspace();
  const format = useFormat();
  const [draft, setDraft] = useKept<Draft>(
    'plan',
    { what: 'customers', amount: '5', by: addMonths(today, 3) },
    'Plan',
    () => '',
  );
  const [levers, setLevers] = useState<Levers>(unmoved);
  const { what, by } = draft;
  const typed = parseNumber(draft.amount);
  const amount = typed === null ? null : Math.round(what === 'customers' ? typed : typed * format.unit);
  const request = useMemo<PlanRequest | null>(
    () => (amount === null || amount < 1 || by.length !== 10 ? null : { goal: { what, amount, by }, levers }),
    [what, amount, by, levers],
  );
  const { answer, of, problem } = usePlan(request);
  return (
    <div className={talk.parts}>
      <section aria-label="Goal" className={styles.goal}>
        <Segments
          label="Goal"
          onChange={next => setDraft({ ...draft, what: next, amount: next === 'customers' ? '5' : '' })}
          options={kinds}
          value={what}
        />
        <Input
          error={draft.amount.trim() !== '' && (amount === null || amount < 1) ? 'Enter a number above 0.' : null}
          inputMode="decimal"
          label={what === 'customers' ? 'How many' : `How much, ${format.currency}`}
          onChange={next => setDraft({ ...draft, amount: next })}
          value={draft.amount}
        />
        <Input label="By" onChange={next => setDraft({ ...draft, by: next })} type="date" value={draft.by} />
      </section>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {answer?.plan === null && <Lacks lacks={answer.lacks} />}
      {answer?.plan && of && (
        <Shown goal={of.goal} levers={levers} onLevers={setLevers} plan={answer.plan} planned={of.levers} />
      )}
    </div>
  );
}

type Lack = NonNullable<ReturnType<typeof usePlan>['answer']>['lacks'][number];

function Lacks({ lacks }: { readonly lacks: readonly Lack[] }) {
  const format = useFormat();
  return (
    <EmptyState glyph="opportunity" title="Not enough records for a plan yet">
      <p>A plan uses your own records only, never numbers of others. So far there are:</p>
      <ul>
        {lacks.map(lack => (
          <li key={lack.what}>{lackText(format, lack)}</li>
        ))}
      </ul>
      <p>Import a list with the days on which people became lead, MQL, SQL and customer, or record them from now on.</p>
    </EmptyState>
  );
}

type ShownProps = {
  readonly goal: PlanGoal;
  readonly plan: Plan;
  readonly levers: Levers;
  /** Levers the plan was simulated with: behind `levers` while one is being moved. */
  readonly planned: PlanRequest['levers'];
  readonly onLevers: (levers: Levers) => void;
};

function Shown({ goal, plan, levers, planned, onLevers }: ShownProps) {
  const format = useFormat();
  const past = useRead('plan.past', { what: goal.what });
  return (
    <>
      <section aria-label="Plan">
        <p className={styles.sentence}>{likelyText(format, goal, plan)}</p>
        <p className={styles.sentence}>{neededText(format, plan)}</p>
        <p className={talk.none}>
          From <Term id="plan">{format.whole(plan.simulations)} simulations</Term> of your own records
          {plan.seasons ? ', with the seasons they show' : ''}. It assumes that you go on as in the last year.
        </p>
        <Decide goal={goal} plan={plan} planned={planned} />
      </section>
      <PlanTable plan={plan} />
      <PlanLevers levers={levers} onLevers={onLevers} plan={plan} />
      {past.data && <PlanPast months={past.data} what={goal.what} />}
    </>
  );
}

/** A decision of this meeting that carries the plan; it returns four weeks later with what came of it. */
function Decide({ goal, plan, planned }: Pick<ShownProps, 'goal' | 'plan' | 'planned'>) {
  const { weekStart } = useMeeting();
  const { goTo } = useReview();
  const format = useFormat();
  const { run, busy } = useCommand('meeting.saveDecision');
  const carried = carriedPlan(goal, plan, planned);
  const mqlsAWeek = carried.mqls === null ? null : Math.round(carried.mqls * 10) / 10;
  const decide = async () => {
    const result = await run(
      {
        date: weekStart,
        id: null,
        text: `Plan: ${goalText(format, goal)}.`,
        expected: { mqlsAWeek, acceptance: null, plan: carried },
      },
      { done: 'Decision added. It returns in four weeks with what came of the plan.' },
    );
    if (result.ok) goTo('decisions');
  };
  return (
    <p className={styles.decide}>
      <Button disabled={busy} look="primary" onClick={() => void decide()}>
        Decide on this plan
      </Button>
    </p>
  );
}
