// Choice of the owner whose leads the board shows.
import { useWorkspace } from '../../api/workspace.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import styles from './board.module.css';

type Props = { readonly value: string | null; readonly onChange: (memberId: string | null) => void };

export function MemberFilter({ value, onChange }: Props) {
  const members = useWorkspace().members.filter(member => !member.archived);
  if (members.length === 0) return null;
  return (
    <div className={styles.whose}>
      <Choice
        clearable
        label="Owner"
        onChange={onChange}
        options={members.map(member => ({ value: member.id, label: member.name }))}
        placeholder="All owners"
        value={value}
      />
    </div>
  );
}
