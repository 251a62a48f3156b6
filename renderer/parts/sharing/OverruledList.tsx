// Values that two people entered at the same time, and leads that came back: what stands, and the way to the other.
import type { OverruledValue } from '../../../shared/contract/overruled.ts';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { openLead } from '../navigation/use-route.ts';
import styles from './sharing.module.css';
import { useOverruledActions, useOverruledText } from './use-overruled.ts';

/** Draws nothing when there is nothing to decide. */
export function OverruledList() {
  const found = useRead('overruled.list', { leadId: null }).data;
  const { members } = useWorkspace();
  const { keep } = useOverruledActions();
  if (!found || (found.values.length === 0 && found.broughtBack.length === 0)) return null;
  return (
    <>
      {found.values.length > 0 && (
        <section aria-labelledby="sharing-overruled" className={styles.part}>
          <h3 id="sharing-overruled">Changed on two computers</h3>
          <p className={styles.quiet}>The later change was kept. Both are in the history of the lead.</p>
          <ul className={styles.rows}>
            {found.values.map(entry => (
              <Row entry={entry} key={entry.id} />
            ))}
          </ul>
        </section>
      )}
      {found.broughtBack.length > 0 && (
        <section aria-labelledby="sharing-back" className={styles.part}>
          <h3 id="sharing-back">Restored leads</h3>
          <ul className={styles.rows}>
            {found.broughtBack.map(({ id, leadId, leadName, deletedBy }) => (
              <li key={id}>
                <span>
                  <LeadLink id={leadId} name={leadName} />{' '}
                  {`was deleted${by(byId(members, deletedBy)?.name)} while something was added on another computer. It was restored with all its data.`}
                </span>
                <Button
                  aria-label={`Hide the note about ${leadName}`}
                  onClick={() => keep(id, 'Note hidden.')}
                  size="small"
                >
                  Hide
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const by = (name: string | undefined): string => (name ? ` by ${name}` : '');

const LeadLink = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <button className={styles.lead} onClick={() => openLead(id)} type="button">
    {name}
  </button>
);

function Row({ entry }: { readonly entry: OverruledValue }) {
  const { label, values } = useOverruledText(entry);
  const { keep } = useOverruledActions();
  const { id, leadId, leadName } = entry;
  return (
    <li>
      <span>
        {leadId !== null && leadName !== null && (
          <>
            <LeadLink id={leadId} name={leadName} />
            {', '}
          </>
        )}
        <span className={styles.name}>{label}</span>
      </span>
      {values ? (
        <Values entry={entry} label={label} {...values} />
      ) : (
        <Button aria-label={`Hide the note about: ${label}`} onClick={() => keep(id, 'Note hidden.')} size="small">
          Hide
        </Button>
      )}
    </li>
  );
}

type ValuesProps = Readonly<Record<'label' | 'other' | 'stands', string>> & { readonly entry: OverruledValue };

function Values({ entry, label, other, stands }: ValuesProps) {
  const { by: otherBy, standsBy } = useOverruledText(entry);
  const { use, keep } = useOverruledActions();
  const { id, canUse } = entry;
  return (
    <dl className={styles.values}>
      <dt>Current</dt>
      <dd>
        {stands} <span className={styles.by}>{standsBy}</span>
      </dd>
      <dd>
        <Button
          aria-label={`Keep ${stands} as ${label}`}
          icon="check"
          onClick={() => keep(id, `${label} kept: ${stands}.`)}
          size="small"
        >
          Keep
        </Button>
      </dd>
      <dt>Other</dt>
      <dd>
        {other} <span className={styles.by}>{otherBy}</span>
      </dd>
      <dd>
        {canUse && (
          <Button
            aria-label={`Use this value: ${other} as ${label}`}
            onClick={() => use(id, label, other)}
            size="small"
          >
            Use this value
          </Button>
        )}
      </dd>
    </dl>
  );
}
