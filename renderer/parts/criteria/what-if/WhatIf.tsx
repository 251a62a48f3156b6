// What-if panel: threshold and minimum fit as sliders, and the replay of these rules.
import { useDeferredValue, useState } from 'react';
import type { Baseline } from '../../../../shared/what-if.ts';
import { useRead } from '../../../api/use-read.ts';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { Segments } from '../../../ui/fields/Segments.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { RulesProvider, useRules } from '../rules-context.tsx';
import { Sides } from './Sides.tsx';
import { Slider } from './Slider.tsx';
import { useReplay } from './use-replay.ts';
import { WeeksChart } from './WeeksChart.tsx';
import { WhatIfLeads } from './WhatIfLeads.tsx';
import styles from './what-if.module.css';

const baselines = [
  { value: 'actual', label: 'Actual' },
  { value: 'in-force', label: 'Current rules' },
] as const;

type Props = {
  /** panel: beside the rules; room: the width of a screen, read from three metres. */
  readonly look?: 'panel' | 'room';
};

/** Needs a `RulesProvider` above it; what is dragged becomes the draft. */
export function WhatIf({ look = 'panel' }: Props) {
  const { criteria, draft, inForce, greatestFit, edit, settle } = useRules();
  const [against, setAgainst] = useState<Baseline>('actual');
  const { answer, of, behind, problem } = useReplay(criteria, against, look === 'room' ? 60 : 30);
  const later = useDeferredValue(answer);
  const format = useFormat();
  const now = inForce.criteria;
  const label = draft || criteria !== now ? 'The draft' : 'These rules';
  const move = (what: string, change: Partial<typeof criteria>, held: boolean) =>
    edit(rules => ({ ...rules, ...change }), { live: true, held, what });
  return (
    <section aria-label="What if" className={styles.whatIf} data-look={look}>
      <div className={styles.knobs}>
        <Slider
          label="Threshold"
          look="ripe"
          mark={now.threshold}
          max={Math.max(200, now.threshold * 2)}
          meaning="A lead becomes MQL automatically at this score, dated at the activity that reached it."
          min={1}
          onMove={(threshold, held) => move('change the threshold', { threshold }, held)}
          onRest={settle}
          value={criteria.threshold}
        />
        <Slider
          label="Minimum fit"
          mark={now.minimumFit}
          max={Math.max(greatestFit, 20)}
          meaning="Fit must reach this number too, so activity alone never makes an MQL of a lead who is a poor fit."
          min={-50}
          onMove={(minimumFit, held) => move('change the minimum fit', { minimumFit }, held)}
          onRest={settle}
          value={criteria.minimumFit}
        />
      </div>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {answer === null && !problem && <Skeleton />}
      {answer?.leads === 0 && (
        <EmptyState glyph="lead" title="Nothing to replay yet">
          Log or import activities. Then you’ll see who would have qualified.
        </EmptyState>
      )}
      {answer && answer.leads > 0 && later && (
        <div aria-busy={behind} className={styles.results} data-threshold={of?.threshold}>
          <div className={styles.against}>
            <span>Compare with</span>
            <Segments label="Compare with" onChange={setAgainst} options={baselines} value={against} />
          </div>
          <Sides answer={answer} label={label} />
          <div className={styles.lists}>
            <WhatIfLeads group={answer.gained} says={gainedText[answer.against]} sign="+" title="Gained" />
            <WhatIfLeads group={answer.lost} says={lostText[answer.against]} sign="−" title="Lost" />
          </div>
          <WeeksChart answer={later} height={look === 'room' ? 16 : 9} label={label} />
          <p className={styles.honest}>
            Replayed on {format.whole(answer.leads)} people since {format.date(format.plainDate(answer.from))}, using
            today’s field values and the original activity dates. Earlier answers from sales are unchanged.
          </p>
        </div>
      )}
    </section>
  );
}

const gainedText: Readonly<Record<Baseline, string>> = {
  actual: 'Would have become MQL but never did.',
  'in-force': 'MQL under the draft but not under the current rules.',
};
const lostText: Readonly<Record<Baseline, string>> = {
  actual: 'Became MQL but would not have.',
  'in-force': 'MQL under the current rules but not under the draft.',
};

/** The same with all it needs: for where no rules are edited around it, such as the meeting. */
export function WhatIfAlone(props: Props) {
  const draft = useRead('criteria.draft', {});
  return (
    <QueryBoundary of={draft}>
      {value => (
        <RulesProvider answer={value}>
          <WhatIf {...props} />
        </RulesProvider>
      )}
    </QueryBoundary>
  );
}
