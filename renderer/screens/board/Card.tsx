// A lead as a card: name, score, days in stage, next step, owner.
// biome-ignore-all lint/a11y/useSemanticElements: cards that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the column holds the focus and names the card (aria-activedescendant)
import { memo } from 'react';
import type { BoardCard } from '../../../shared/contract/board.ts';
import type { Stage } from '../../../shared/stages.ts';
import { ask } from '../../api/call.ts';
import { useCommand } from '../../api/use-command.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { TagLabels } from '../../parts/lead/TagLabels.tsx';
import { cardText, daysHere, initials, nextStepText, waitingText, waitText } from '../../parts/leads/card-text.ts';
import { useFormat } from '../../ui/format.tsx';
import { useHoverCard } from '../../ui/hover-card/use-hover-card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Money } from '../../ui/Money.tsx';
import { RipenessBar } from '../../ui/score/RipenessBar.tsx';
import styles from './card.module.css';

type Props = {
  readonly card: BoardCard;
  readonly index: number;
  /** Pixels from the top of the column. */
  readonly top: number;
  readonly height: number;
  /** It has the keyboard. */
  readonly at: boolean;
  readonly selected: boolean;
  /** Picked up by the keyboard. */
  readonly carried: boolean;
  readonly onMenu: (card: BoardCard, anchor: HTMLElement) => void;
  readonly onWhy: (id: string) => void;
};

export const cardId = (id: string): string => `card-${id}`;

export const Card = memo(function Card(props: Props) {
  const { card, index, top, height, at, selected, carried, onMenu, onWhy } = props;
  const { now, members, tags } = useWorkspace();
  const format = useFormat();
  const who = byId(members, card.memberId)?.name ?? null;
  const rings = isRung(card.stage);
  const under = underName(card);
  return (
    <div
      aria-label={cardText(card, now, format, who)}
      aria-rowindex={index + 1}
      aria-selected={selected}
      className={styles.card}
      data-at={at}
      data-card={card.id}
      data-carried={carried}
      id={cardId(card.id)}
      role="row"
      style={{ top, height }}
    >
      <div className={styles.inside} role="gridcell">
        <div className={styles.line}>
          <b className={styles.name}>{card.name}</b>
          <button
            aria-label={`Actions for ${card.name}`}
            className={styles.more}
            data-menu
            onClick={event => onMenu(card, event.currentTarget)}
            tabIndex={-1}
            type="button"
          >
            <Icon name="more" size={16} />
          </button>
        </div>
        {(under !== null || card.tagIds.length > 0 || card.amount !== null) && (
          <div className={styles.line}>
            <span className={styles.company}>{under}</span>
            <TagLabels ids={card.tagIds} most={1} tags={tags} />
            {card.amount !== null && <Money amount={card.amount} short />}
          </div>
        )}
        <RipenessBar
          lines={() => ask('leads.get', { id: card.id }).then(detail => detail.score.lines)}
          onWhy={() => onWhy(card.id)}
          score={card.score}
          stage={card.stage}
        />
        {rings && (card.call !== null || card.strongest !== null) && (
          <div className={styles.line}>
            <CardCall card={card} />
            <span className={styles.quiet}>{card.strongest}</span>
          </div>
        )}
        <div className={styles.foot}>
          <Here card={card} now={now} />
          <span className={styles.quiet}>{rings ? '' : card.strongest}</span>
          <Marks card={card} />
          {who !== null && <Who name={who} />}
        </div>
      </div>
    </div>
  );
});

/** What tells them apart from others of the name: the company, else the job, the address or the number. */
function underName({ name, stage, company, jobTitle, email, call }: BoardCard): string | null {
  const text = isRung(stage) ? null : (call?.text ?? null);
  return [company, jobTitle, email, text].find(one => one !== null && one !== name) ?? null;
}

/** Who is with sales is rung: there the card has a line for the number. */
export const isRung = (stage: Stage): boolean => stage === 'mql' || stage === 'sql' || stage === 'opportunity';

function CardCall({ card: { name, call } }: { readonly card: BoardCard }) {
  const link = useCommand('links.open');
  if (call === null) return null;
  return (
    <button
      aria-label={`Call ${name}, ${call.text}`}
      className={styles.call}
      onClick={() => void link.run({ url: call.url })}
      tabIndex={-1}
      type="button"
    >
      <Icon name="phone" size={12} />
      {call.text}
    </button>
  );
}

/** How long the card has been here; for an MQL, how long it waits. */
function Here({ card, now }: { readonly card: BoardCard; readonly now: number }) {
  const { wait } = card;
  const hoverCard = useHoverCard(() =>
    wait ? sentence(waitingText(card)) : `In this stage for ${daysHere(card, now)} days.`,
  );
  if (!wait)
    return (
      <span className={styles.here} {...hoverCard}>
        {daysHere(card, now)} d
      </span>
    );
  return (
    <span className={styles.here} data-state={wait.touchedAt === null ? wait.state : 'touched'} {...hoverCard}>
      <Icon name={wait.touchedAt !== null ? 'phone' : wait.state === 'in-time' ? 'clock' : 'warning'} size={12} />
      {waitText(wait.hours)}
    </span>
  );
}

function Marks({ card }: { readonly card: BoardCard }) {
  const format = useFormat();
  const step = nextStepText(card, format);
  const stepHoverCard = useHoverCard(() => sentence(step ?? ''));
  const quietHoverCard = useHoverCard(() => `No activity for ${card.quietDays} days, and no next step planned.`);
  if (step !== null)
    return (
      <span className={styles.mark} data-tone={card.overdue ? 'late' : undefined} {...stepHoverCard}>
        <Icon name={card.overdue ? 'warning' : 'calendar'} size={12} />
        {card.nextStepOn === null ? 'next' : format.date(card.nextStepOn)}
      </span>
    );
  if (card.quietDays !== null)
    return (
      <span className={styles.mark} data-tone="quiet" {...quietHoverCard}>
        <Icon name="quiet" size={12} />
        {card.quietDays} d
      </span>
    );
  return null;
}

function Who({ name }: { readonly name: string }) {
  const hoverCard = useHoverCard(() => `Owner: ${name}`);
  return (
    <span className={styles.who} {...hoverCard}>
      {initials(name)}
    </span>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
