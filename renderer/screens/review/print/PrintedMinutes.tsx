// Printed commitments, decisions, action items and notes.
import { slaText } from '../../../../shared/meeting.ts';
import { Part } from '../../../parts/print/Part.tsx';
import styles from '../../../parts/print/print.module.css';
import { useFormat } from '../../../ui/format.tsx';
import type { Item, ReviewDocument } from './document.ts';
import { answerText, decisionText, effectText, itemText, stateLabels } from './print-text.ts';

type Props = { readonly meeting: NonNullable<ReviewDocument['meeting']> };

export function PrintedMinutes({ meeting: { kept, cameBack, earlierItems } }: Props) {
  const format = useFormat();
  if (kept.length + cameBack.length + earlierItems.length === 0) return null;
  return (
    <Part title="From earlier meetings">
      <ul className={styles.list}>
        {kept.map(({ text, state, happened }) => (
          <li key={text}>
            <b>{text}</b>: {stateLabels[state]} ({happened}).
          </li>
        ))}
        {cameBack.map(back => (
          <li key={back.id}>
            <b>{back.text}</b> {effectText(format, back)} {answerText(back)}
          </li>
        ))}
      </ul>
      <Items items={earlierItems} />
    </Part>
  );
}

export function PrintedClosing({ meeting: { decisions, items, sla, notes } }: Props) {
  const format = useFormat();
  return (
    <>
      <Part title="Decisions and action items">
        {decisions.length + items.length === 0 && <p>None.</p>}
        <ul className={styles.list}>
          {decisions.map(decision => (
            <li key={decision.id}>
              <b>{decision.text}</b>
              {decision.criteria && ` (criteria version ${decision.criteria.number})`}
              <small> {decisionText(format, decision)}</small>
            </li>
          ))}
        </ul>
        <Items items={items} />
      </Part>
      {sla !== null && (
        <Part title="Commitments for the coming weeks">
          <p>{slaText(sla)}.</p>
        </Part>
      )}
      {notes !== null && (
        <Part title="Notes">
          <p className={styles.notes}>{notes}</p>
        </Part>
      )}
    </>
  );
}

function Items({ items }: { readonly items: readonly Item[] }) {
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <ul className={styles.list}>
      {items.map(item => (
        <li data-done={item.doneAt !== null} key={`${item.text} ${item.dueOn}`}>
          <span aria-hidden="true">{item.doneAt === null ? '☐' : '☑'}</span> {item.text}
          <small> {itemText(format, item)}</small>
        </li>
      ))}
    </ul>
  );
}
