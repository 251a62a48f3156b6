// One list of Today: what it is, how many there are, and a row for each person.
import { type ReactNode, useId } from 'react';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import { ask } from '../../api/call.ts';
import { LeadBoundary } from '../../parts/leads/LeadBoundary.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Help } from '../../ui/Help.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { RipenessBar } from '../../ui/score/RipenessBar.tsx';
import { useShowAll } from '../../ui/use-show-all.ts';
import styles from './today.module.css';
import type { TodayActions } from './use-today-actions.tsx';

type SectionProps = {
  /** After the number: for one, and for several. */
  readonly title: readonly [one: string, many: string];
  readonly meaning: string;
  readonly icon: IconName;
  readonly count: number;
  readonly children: readonly ReactNode[];
};

/** Rows before "Show all": the lists below stay in sight. */
const few = 6;

/** Draws nothing when there is nobody. */
export function Section({ title, meaning, icon, count, children }: SectionProps) {
  const id = useId();
  const format = useFormat();
  const { all, list, showAll } = useShowAll<HTMLUListElement>(few);
  if (count === 0) return null;
  const rows = all ? children : children.slice(0, few);
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 className={styles.heading} id={id}>
        <Icon name={icon} size={16} />
        <Help meaning={meaning}>
          <span className={styles.count}>{format.whole(count)}</span> {title[count === 1 ? 0 : 1]}
        </Help>
      </h2>
      <ul className={styles.rows} ref={list}>
        {rows}
      </ul>
      {children.length > rows.length && (
        <p className={styles.more}>
          <Button look="plain" onClick={showAll} size="small">
            Show {count > children.length ? `the first ${children.length}` : `all ${count}`}
          </Button>
        </p>
      )}
      {all && count > children.length && (
        <p className={styles.more}>{format.whole(count - children.length)} more appear as you work through these.</p>
      )}
    </section>
  );
}

type RowProps = {
  readonly lead: LeadRow;
  readonly actions: TodayActions;
  /** How urgent it is, in a few words: a clock, a day. */
  readonly status: ReactNode;
  /** What was promised, or why now. */
  readonly why?: ReactNode;
  /** What `why` says already: as the strongest reason it is not said again. */
  readonly said?: string;
  readonly children: ReactNode;
};

/** One that cannot be drawn leaves the others in sight. */
export const LeadItem = (props: RowProps) => (
  <LeadBoundary as="li" lead={props.lead}>
    <LeadRowItem {...props} />
  </LeadBoundary>
);

function LeadRowItem({ lead, actions, status, why, said, children }: RowProps) {
  const note = actions.noteOf(lead.id);
  return (
    <li className={styles.row} data-row={lead.id} onContextMenu={event => actions.menu(lead, event)}>
      <div className={styles.who}>
        <button className={styles.lead} data-lead onClick={() => actions.open(lead.id)} type="button">
          <b>{lead.name}</b>
          {lead.company !== null && lead.company !== lead.name && <span>{lead.company}</span>}
        </button>
        <CallLink actions={actions} lead={lead} />
      </div>
      <RipenessBar
        lines={() => ask('leads.get', { id: lead.id }).then(detail => detail.score.lines)}
        onWhy={() => actions.open(lead.id)}
        score={lead.score}
        size="row"
        stage={lead.stage}
      />
      <div className={styles.status}>{status}</div>
      <div className={styles.why}>
        {why}
        {lead.strongest !== null && lead.strongest !== said && <span className={styles.reason}>{lead.strongest}</span>}
        {note !== undefined && (
          <span className={styles.note} title={note.text}>
            {note.at !== null && (
              <>
                <DateText as="away" at={note.at} />:{' '}
              </>
            )}
            {note.text}
          </span>
        )}
      </div>
      <div className={styles.actions}>
        {children}
        <IconButton icon="plus" label={`Log activity for ${lead.name}`} onClick={() => actions.log(lead.id)} />
      </div>
    </li>
  );
}

/** The number, tidied; a click calls it by the computer's own program. Nobody is offered who asked not to be contacted. */
function CallLink({ lead, actions }: { readonly lead: LeadRow; readonly actions: TodayActions }) {
  const { call, optedOut } = lead;
  if (optedOut) return <span className={styles.optedOut}>Asked not to be contacted</span>;
  if (call === null) return null;
  return (
    <button
      aria-label={`Call ${lead.name}, ${call.text}`}
      className={styles.call}
      data-call
      onClick={() => actions.call(call.url)}
      type="button"
    >
      <Icon name="phone" size={14} />
      {call.text}
    </button>
  );
}
