// Details of a lead, edited in place.

import { customKey } from '../../../shared/custom-field.ts';
import { type FieldGroup, leadFieldNames, leadFields } from '../../../shared/lead.ts';
import { rowKey } from '../../api/row-key.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import styles from '../../parts/lead/lead.module.css';
import type { LeadDetail } from '../../parts/lead/lead-detail.ts';
import { SectionTitle } from '../../parts/lead/SectionTitle.tsx';
import { useRoute } from '../../parts/navigation/use-route.ts';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { CustomFieldRow } from './CustomFieldRow.tsx';
import { FieldRow } from './FieldRow.tsx';

const groups: readonly (readonly [FieldGroup, string])[] = [
  ['person', 'Person'],
  ['company', 'Company'],
  ['qualification', 'Qualification'],
  ['origin', 'Source'],
  ['notes', 'Notes'],
];

export function LeadFields({ detail }: { readonly detail: LeadDetail }) {
  const { lead, score, colleagues, customValues } = detail;
  const { openLead } = useRoute();
  const { customFields } = useWorkspace();
  const shown = customFields.filter(field => !field.archived || customValues[field.id] !== undefined);
  return (
    <>
      {groups.map(([group, title]) => (
        <section aria-labelledby={`facts-${group}`} className={styles.section} key={group}>
          <SectionTitle id={`facts-${group}`}>{title}</SectionTitle>
          {leadFieldNames
            .filter(field => leadFields[field].group === group)
            .map(field => (
              <FieldRow
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
          <SectionTitle id="facts-own">Custom fields</SectionTitle>
          {shown.map(field => (
            <CustomFieldRow
              field={field}
              key={rowKey(field.id)}
              leadId={lead.id}
              missing={score.missing.find(one => one.field === customKey(field.id))?.upTo}
              value={customValues[field.id] ?? null}
            />
          ))}
        </section>
      )}
      {colleagues.length > 0 && (
        <section aria-labelledby="colleagues" className={styles.section}>
          <SectionTitle id="colleagues">Also at {lead.company}</SectionTitle>
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
