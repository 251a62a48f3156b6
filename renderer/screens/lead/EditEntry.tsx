// Edits of one step in the timeline.
import type { LeadEdit } from '../../../shared/contract/lead-history.ts';
import { byId, useWorkspace, type Workspace } from '../../api/workspace.tsx';
import { fieldLabel, fieldValueText } from '../../parts/lead/field-text.ts';
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
  const say = (value: Value) => short(fieldValueText(key, value, workspace, format));
  const label = fieldLabel(key, workspace) ?? 'Deleted field';
  const [none, was] = [before === null || before === 'unknown', after === null || after === 'unknown'];
  if (none) return `${label}: ${say(after)}`;
  return was ? `${label}: ${say(before)} removed` : `${label}: ${say(after)}, was ${say(before)}`;
}
