// Tags: add, rename, archive, delete.
import type { Output } from '../../../shared/contract.ts';
import { rowKey } from '../../api/row-key.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { needed } from '../../parts/settings/use-settings.ts';
import { IconButton } from '../../ui/Button.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { AddByName } from './AddByName.tsx';
import { ArchivedList } from './ArchivedList.tsx';
import { Rows } from './Rows.tsx';
import styles from './settings.module.css';

type Tag = Output<'tags.list'>[number];

const leads = (count: number) => (count === 1 ? 'on 1 lead' : `on ${count} leads`);

export function Tags() {
  const tags = useRead('tags.list', {});
  const save = useCommand('tags.save');
  return (
    <QueryBoundary of={tags}>
      {all => (
        <>
          {all.some(tag => !tag.archived) && (
            <Rows>
              {all
                .filter(tag => !tag.archived)
                .map(tag => (
                  <TagRow key={rowKey(tag.id)} tag={tag} />
                ))}
            </Rows>
          )}
          <AddTag />
          <ArchivedList
            labelOf={tag => tag.label}
            onBack={tag => save.run({ id: tag.id, archived: false }, { done: `“${tag.label}” restored.` })}
            rows={all.filter(tag => tag.archived)}
            title="Archived"
          />
        </>
      )}
    </QueryBoundary>
  );
}

function TagRow({ tag }: { readonly tag: Tag }) {
  const save = useCommand('tags.save');
  const remove = useCommand('tags.remove');
  return (
    <li className={styles.row}>
      <InlineText
        label={`Name of ${tag.label}`}
        layout="bare"
        onSave={needed(
          async label => errorMessage(await save.run({ id: tag.id, label }, { quiet: true })),
          'Enter a name for the tag.',
        )}
        value={tag.label}
      />
      <span className={styles.unit}>{leads(tag.used)}</span>
      <span>
        <IconButton
          icon="archive"
          label={`Archive ${tag.label}`}
          onClick={() =>
            save.run({ id: tag.id, archived: true }, { done: `“${tag.label}” archived. Leads keep the tag.` })
          }
          size="small"
        />
        <IconButton
          icon="trash"
          label={`Delete ${tag.label}`}
          onClick={() => remove.run({ id: tag.id }, { done: `“${tag.label}” was deleted; it was ${leads(tag.used)}.` })}
          size="small"
        />
      </span>
    </li>
  );
}

function AddTag() {
  const { run } = useCommand('tags.save');
  const add = async (label: string) =>
    errorMessage(await run({ id: null, label, archived: false }, { done: `“${label}” created.`, quiet: true }));
  return <AddByName label="Name of a new tag" onAdd={add} placeholder="Add a tag, e.g. “Key account”" />;
}
