// Chooses the tags of one lead; a new word becomes a new tag.
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { CheckList } from '../../ui/fields/CheckList.tsx';
import styles from './tags.module.css';

type Props = { readonly leadId: string; readonly tagIds: readonly string[] };

export function TagPicker({ leadId, tagIds }: Props) {
  const { tags } = useWorkspace();
  const put = useCommand('tags.put');
  const save = useCommand('tags.save');
  return (
    <div className={styles.picker}>
      <CheckList
        label="Tags"
        onTurn={(id, on) => void put.run({ ids: [leadId], ...(on ? { add: [id] } : { remove: [id] }) })}
        onNew={async label => {
          const made = await save.run({ id: null, label, archived: false });
          if (made.ok) await put.run({ ids: [leadId], add: [made.value.id] });
        }}
        options={tags
          .filter(tag => !tag.archived || tagIds.includes(tag.id))
          .map(tag => ({ value: tag.id, label: tag.label }))}
        value={tagIds}
      />
    </div>
  );
}
