// The levers of a plan: acceptance, answers in time, new leads by channel, each within what the own records have seen.
import { type ComponentProps, useState } from 'react';
import type { Plan } from '../../../../shared/plan.ts';
import { Slider } from '../../../parts/criteria/what-if/Slider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { announce } from '../../../ui/feedback/announce.tsx';
import { useFormat } from '../../../ui/format.tsx';
import talk from '../meeting/talk.module.css';
import styles from '../sections/plan.module.css';
import { chanceText } from './plan-text.ts';
import type { Levers } from './use-plan.ts';

type Props = { readonly plan: Plan; readonly levers: Levers; readonly onLevers: (levers: Levers) => void };

/** Leads a week are few; in four weeks they are whole numbers to move. */
const inFourWeeks = (aWeek: number): number => Math.round(aWeek * 4);
const percent = (share: number): number => Math.round(share * 100);

const withinRange = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

export function PlanLevers({ plan, levers, onLevers }: Props) {
  const format = useFormat();
  const { acceptance, inTime, channels } = plan.levers;
  const movable = channels.filter(({ most }) => inFourWeeks(most) >= 1);
  const moved = levers.acceptance !== null || levers.inTime !== null || levers.channels.length > 0;
  const aWeek = (id: string) => levers.channels.find(channel => channel.id === id)?.aWeek;
  const setChannel = (id: string, now: number, value: number) => {
    const others = levers.channels.filter(channel => channel.id !== id);
    onLevers({ ...levers, channels: value === inFourWeeks(now) ? others : [...others, { id, aWeek: value / 4 }] });
  };
  return (
    <section aria-label="Levers">
      <h3 className={talk.heading}>
        What if
        {moved && (
          <Button look="plain" onClick={() => onLevers({ acceptance: null, inTime: null, channels: [] })} size="small">
            Reset
          </Button>
        )}
      </h3>
      {(acceptance || inTime || movable.length > 0) && (
        <p className={talk.none} role="status">
          The chance is {chanceText(format, plan.chance)}.
        </p>
      )}
      {!acceptance && !inTime && movable.length === 0 && (
        <p className={talk.none}>
          Your records do not show yet what acceptance, faster answers or a channel change. It takes two quarters with
          ten answered MQLs each, or ten leads of a channel.
        </p>
      )}
      <div className={styles.levers}>
        {acceptance && (
          <Lever
            label="Accepted by sales"
            max={percent(acceptance.most)}
            meaning="Share of the answered MQLs that sales accepts, from the least to the most of any quarter of yours."
            min={percent(acceptance.least)}
            now={percent(acceptance.now)}
            onMove={value =>
              onLevers({ ...levers, acceptance: value === percent(acceptance.now) ? null : value / 100 })
            }
            unit="%"
            value={percent(levers.acceptance ?? acceptance.now)}
          />
        )}
        {inTime && (
          <Lever
            label="Answered in time"
            max={percent(inTime.most)}
            meaning="Your records show that MQLs answered in time are accepted more often. From the least to the most of any quarter."
            min={percent(inTime.least)}
            now={percent(inTime.now)}
            onMove={value => onLevers({ ...levers, inTime: value === percent(inTime.now) ? null : value / 100 })}
            unit="%"
            value={percent(levers.inTime ?? inTime.now)}
          />
        )}
        {movable.map(({ id, label, now, most }) => (
          <Lever
            key={id}
            label={`Leads in 4 weeks: ${label}`}
            max={inFourWeeks(most)}
            meaning="New leads in four weeks, up to the most this channel brought on average in any twelve weeks."
            min={0}
            now={inFourWeeks(now)}
            onMove={value => setChannel(id, now, value)}
            value={inFourWeeks(aWeek(id) ?? now)}
          />
        ))}
      </div>
    </section>
  );
}

type LeverProps = Pick<ComponentProps<typeof Slider>, 'label' | 'meaning' | 'unit' | 'value' | 'min' | 'max'> & {
  readonly now: number;
  readonly onMove: (value: number) => void;
};

/** A slider that goes as far as the records do; a number typed beyond is taken back to their end, and that is said. */
function Lever({ now, value, min, max, unit, onMove, ...rest }: LeverProps) {
  const [beyond, setBeyond] = useState<number | null>(null);
  const note =
    beyond === value
      ? `Your records go no further than ${value}${unit ? ` ${unit}` : ''}, so the plan uses that.`
      : undefined;
  return (
    <Slider
      {...rest}
      bounded
      mark={now}
      max={max}
      min={min}
      note={note}
      onMove={next => {
        const within = withinRange(next, min, max);
        setBeyond(within === next ? null : within);
        onMove(within);
      }}
      onRest={() => note && announce(note)}
      value={withinRange(value, min, max)}
      {...(unit === undefined ? {} : { unit })}
    />
  );
}
