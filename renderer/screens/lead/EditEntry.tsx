// Edits of one step in the timeline.
import type { LeadEdit } from '../../../shared/contract/lead-history.ts';
import { customFieldIdOf } from '../../../shared/custom-field.ts';
import { type LeadField, leadFields } from '../../../shared/lead.ts';
import { isLeadField } from '../../../shared/lead-filter.ts';
import { byId, useWorkspace, type Workspace } from '../../api/workspace.tsx';
import { attributeText } from '../../parts/duplicates/MergeDialog.tsx';
import styles from '../../parts/lead/lead.module.css';
import { type Format, useFormat } from '../../ui/format.tsx';

type Change = LeadEdit['changes'][number];
type Value = Change['before'];

/** A long text is told by its beginning. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

export function EditEntry({ edit }: { readonly edit: LeadEdit }) {
  const workspace = useWorkspace();
  const format = useFormat();
  const who = byId(workspace.members, edit.memberId)?.name;
  const by = [who, edit.file ? `from ${edit.file}` : null, edit.merged ? 'by merging another record' : null];
  return (
    <span className={styles.entry}>
      {edit.changes.map(change => (
        <span key={change.key + String(change.before)}>{changeText(change, workspace, format)}</span>
      ))}
      {by.some(Boolean) && <span className={styles.by}>{by.filter(Boolean).join(', ')}</span>}
    </span>
  );
}

function changeText({ key, before, after }: Change, workspace: Workspace, format: Format): string {
  if (key === 'tag') {
    const label = (value: Value) => workspace.tags.find(tag => tag.id === value)?.label ?? 'a deleted tag';
    return before === null ? `Tag added: ${label(after)}` : `Tag removed: ${label(before)}`;
  }
  const say = (value: Value) => short(valueText(key, value, workspace, format));
  const label = labelOf(key, workspace);
  const [none, was] = [before === null || before === 'unknown', after === null || after === 'unknown'];
  if (none) return `${label}: ${say(after)}`;
  return was ? `${label}: ${say(before)} removed` : `${label}: ${say(after)}, was ${say(before)}`;
}

function labelOf(key: string, { customFields }: Workspace): string {
  if (isLeadField(key)) return leadFields[key].label;
  if (key === 'nextStep') return 'Next step';
  if (key === 'nextStepOn') return 'Next step on';
  if (key === 'nextStepTime') return 'Next step at';
  return byId(customFields, customFieldIdOf(key))?.label ?? 'Deleted field';
}

function valueText(key: string, value: Value, workspace: Workspace, format: Format): string {
  if (isLeadField(key)) return attributeText(key as LeadField, value, workspace, format);
  if (key === 'nextStepOn') return format.date(String(value));
  const field = byId(workspace.customFields, customFieldIdOf(key));
  if (field?.kind === 'money') return format.money(Number(value));
  return field?.kind === 'date' ? format.date(String(value)) : String(value);
}
