// Files of a lead: opened by the system after asking, saved elsewhere, removed; added by a button or a drop.

import type { Output } from '../../../shared/contract.ts';
import { sizeText } from '../../../shared/lead-file.ts';
import { ask } from '../../api/call.ts';
import { rowKey } from '../../api/row-key.ts';
import { showToast } from '../../api/toast-store.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useAction } from '../../parts/actions/actions.ts';
import styles from '../../parts/lead/lead.module.css';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Help } from '../../ui/Help.tsx';
import { AddFiles } from './AddFiles.tsx';
import files from './lead-files.module.css';

type Props = {
  readonly leadId: string;
  /** Tokens of files that were chosen or dropped and are not added yet. */
  readonly chosen: readonly string[];
  readonly onChosen: (tokens: readonly string[]) => void;
};
type File = Output<'leadFiles.ofLead'>['files'][number];

export function LeadFiles({ leadId, chosen, onChosen }: Props) {
  const read = useRead('leadFiles.ofLead', { leadId }).data;
  const choose = async () => onChosen((await ask('files.choose', { purpose: 'lead-file' })).paths);
  useAction('add-file', () => void choose());
  return (
    <section aria-label="Files" className={styles.section}>
      <div className={styles.stepsHead}>
        <Help meaning="Quotes, drawings and the like. They open in the program your computer uses for them, after a question. Drop files on this lead to add them.">
          Files
        </Help>
        <Button icon="plus" onClick={() => void choose()} size="small">
          Add file
        </Button>
      </div>
      {read && read.files.length > 0 && (
        <ul className={files.list}>
          {read.files.map(file => (
            <FileRow file={file} key={rowKey(file.id)} />
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <AddFiles key={chosen.join('\n')} leadId={leadId} onDone={() => onChosen([])} tokens={chosen} />
      )}
    </section>
  );
}

function FileRow({ file: { id, name, size, addedAt, inside, missing } }: { readonly file: File }) {
  const open = useCommand('leadFiles.open');
  const copy = useCommand('leadFiles.saveCopy');
  const remove = useCommand('leadFiles.remove');
  const save = async () => {
    const result = await copy.run({ id });
    if (result.ok && result.value.path !== null) showToast(`Copy saved to ${result.value.path}.`);
  };
  return (
    <li className={files.row}>
      <button className={files.name} disabled={open.busy} onClick={() => void open.run({ id })} type="button">
        {name}
      </button>
      <span className={files.about}>
        {sizeText(size)}, <DateText at={addedAt} />
        {inside ? '' : ', where it lies'}
      </span>
      <IconButton icon="copy" label={`Save a copy of ${name}`} onClick={() => void save()} size="small" />
      <IconButton
        icon="trash"
        label={`Remove ${name}`}
        onClick={() => void remove.run({ id }, { done: `“${name}” removed.` })}
        size="small"
      />
      {missing && (
        <p className={files.problem}>
          {inside
            ? 'Its bytes are no longer in this workspace. Remove it and add it again.'
            : 'It is no longer where it was. Put it back, or remove it and add it again.'}
        </p>
      )}
    </li>
  );
}
