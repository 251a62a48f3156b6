// The funnel from unnamed reach to customers, for a period and for a cohort.
import { useState } from 'react';
import type { FunnelStep } from '../../../../shared/figures.ts';
import { ChartTools } from '../../../ui/chart/ChartTools.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { Segments } from '../../../ui/fields/Segments.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import { StageBadge } from '../../../ui/StageBadge.tsx';
import { funnelChart } from '../charts/shapes.ts';
import { FigureRows } from '../FigureRows.tsx';
import { figuresIn } from '../figure-layout.ts';
import { LeadsCount } from '../LeadsCount.tsx';
import { useReview } from '../review-context.tsx';
import { Since } from '../Since.tsx';
import styles from './funnel.module.css';

type Kind = 'period' | 'cohort';

export function FunnelSection() {
  const { data, now } = useReview();
  const format = useFormat();
  const [kind, setKind] = useState<Kind>('period');
  const [channelId, setChannelId] = useState<string | null>(null);
  const { funnel, funnelByChannel, period } = data.figures;
  const channel = funnelByChannel.find(({ id }) => id === channelId);
  const steps = (channel?.funnel ?? funnel)[kind];
  const longest = Math.max(1, ...steps.map(({ named }) => named));
  const present = channel ? now?.funnelByChannel.find(({ id }) => id === channelId)?.funnel : now?.funnel;
  return (
    <>
      <div className={styles.choices}>
        <Segments
          label="Which funnel"
          onChange={setKind}
          options={[
            { value: 'period', label: `Entries in the ${period.kind}` },
            { value: 'cohort', label: 'Stage reached by new leads' },
          ]}
          value={kind}
        />
        <span className={styles.channel}>
          <Choice
            clearable
            label="Channel"
            onChange={setChannelId}
            options={funnelByChannel.map(({ id, label }) => ({ value: id, label }))}
            placeholder="All channels"
            value={channelId}
          />
        </span>
        <ChartTools
          spec={funnelChart(format, steps, `Funnel of ${period.label}${channel ? `, ${channel.label}` : ''}`)}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">People</th>
            <th scope="col">
              {kind === 'cohort' ? (
                'From previous stage'
              ) : (
                <Help meaning="People who entered this stage in the period, against those who entered the stage before it. They are partly different people, so it can exceed 100 %.">
                  Compared with previous stage
                </Help>
              )}
            </th>
            <th scope="col">
              <span className="hidden-visually">Bar chart</span>
            </th>
            {kind === 'period' && <th scope="col">Median days there</th>}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <StepRow
              channelId={channel?.id ?? null}
              first={index === 0}
              key={step.stage}
              kind={kind}
              most={longest}
              now={present?.[kind].find(({ stage }) => stage === step.stage)?.count ?? step.count}
              step={step}
            />
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>
        Skipped stages count as passed; each person counts once.
        {steps.some(({ count }) => count > longest) && ' A line that fades out is longer than shown.'}
        {steps.some(({ reach }) => reach > 0) && ' Hatched: unnamed people, from the reach of your channels.'}
      </p>
      <FigureRows section="funnel" />
    </>
  );
}

type RowProps = {
  /** The first stage has none before it. */
  readonly first: boolean;
  readonly step: FunnelStep;
  /** How many it would be now; differs only in a closed review. */
  readonly now: number;
  readonly kind: Kind;
  readonly most: number;
  readonly channelId: string | null;
};

/** Length of a bar, 0 to 1. The longest is the largest stage of known people; a count beyond it, of strangers, is cut off and says so. */
const barShare = (count: number, most: number): number => Math.min(1, count / most);

function StepRow({ step, first, now, kind, most, channelId }: RowProps) {
  const format = useFormat();
  const { data } = useReview();
  const time = figuresIn(data.figures, 'funnel', 'stage').find(({ id }) => id === `time-in-${step.stage}`);
  const named = { key: step.stage, label: `Show people: ${step.label}`, count: step.named };
  const only = channelId === null ? null : ({ by: 'channel', id: channelId } as const);
  return (
    <tr>
      <th scope="row">
        <StageBadge stage={step.stage} />
      </th>
      <td className={styles.count}>
        {step.reach > 0 ? (
          <>
            {format.whole(step.count)}{' '}
            <small>
              of which <LeadsCount figureId={`funnel-${kind}`} only={only} set={named} /> named
            </small>
          </>
        ) : (
          <LeadsCount figureId={`funnel-${kind}`} only={only} set={named} />
        )}{' '}
        <Since text={now === step.count ? null : `now ${format.whole(now)}`} />
      </td>
      <td className={styles.share}>
        {step.share === null ? !first && <small>none before</small> : format.percent(step.share)}
      </td>
      <td aria-hidden="true" className={styles.bars}>
        <span
          className={styles.bar}
          data-cut={step.count > most}
          data-reach={step.reach > step.named}
          data-stage={step.stage}
          style={{ width: `${barShare(step.count, most) * 100}%` }}
        />
      </td>
      {kind === 'period' && (
        <td className={styles.time}>
          {time?.value == null ? (
            <small>none moved on</small>
          ) : (
            <>
              {format.decimal(time.value)} <small>n {time.n}</small>
            </>
          )}
        </td>
      )}
    </tr>
  );
}
