// Details of a lead, edited in place.
import { type FieldGroup, leadFieldNames, leadFields } from '../../../shared/lead.ts';
import { ownKey } from '../../../shared/own-field.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { usePlace } from '../../app/use-place.ts';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { Fact } from './Fact.tsx';
import type { LeadDetail } from './LeadBody.tsx';
import styles from './lead.module.css';
import { OwnFact } from './OwnFact.tsx';

const groups: readonly (readonly [FieldGroup, string])[] = [
  ['person', 'Person'],
  ['company', 'Company'],
  ['qualification', 'Qualification'],
  ['origin', 'Source'],
  ['notes', 'Notes'],
];

export function Facts({ detail }: { readonly detail: LeadDetail }) {
  const { lead, score, colleagues, own } = detail;
  const { openLead } = usePlace();
  const { ownFields } = useWorkspace();
  const shown = ownFields.filter(field => !field.archived || own[field.id] !== undefined);
  return (
    <>
      {groups.map(([group, title]) => (
        <section aria-labelledby={`facts-${group}`} className={styles.section} key={group}>
          <h3 id={`facts-${group}`}>{title}</h3>
          {leadFieldNames
            .filter(field => leadFields[field].group === group)
            .map(field => (
              <Fact
                field={field}
                key={field}
                lead={lead}
                missing={score.missing.find(one => one.field === field)?.upTo}
              />
            ))}
        </section>
      ))}
      {shown.length > 0 && (
        <section aria-labelledby="facts-own" className={styles.section}>
          <h3 id="facts-own">Custom fields</h3>
          {shown.map(field => (
            <OwnFact
              field={field}
              key={field.id}
              leadId={lead.id}
              missing={score.missing.find(one => one.field === ownKey(field.id))?.upTo}
              value={own[field.id] ?? null}
            />
          ))}
        </section>
      )}
      {colleagues.length > 0 && (
        <section aria-labelledby="colleagues" className={styles.section}>
          <h3 id="colleagues">Also at {lead.company}</h3>
          <ul className={styles.colleagues}>
            {colleagues.map(other => (
              <li key={other.id}>
                <button className={styles.colleague} onClick={() => openLead(other.id)} type="button">
                  <StageGlyph stage={other.stage} /> {other.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
