// Tags of a lead, with remove and add.
import { useRef, useState } from 'react';
import { rowKey } from '../../api/row-key.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import type { LeadDetail } from '../../parts/lead/lead-detail.ts';
import { TagPicker } from '../../parts/lead/TagPicker.tsx';
import styles from '../../parts/lead/tags.module.css';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';

export function LeadTags({ detail }: { readonly detail: LeadDetail }) {
  const { tags } = useWorkspace();
  const { run } = useCommand('tags.put');
  const [open, setOpen] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const { tagIds, lead } = detail;
  const mine = tagIds.flatMap(id => tags.find(tag => tag.id === id) ?? []);
  return (
    <div className={styles.row}>
      {mine.map(tag => (
        <span className={styles.tag} key={rowKey(tag.id)}>
          {tag.label}
          <IconButton
            icon="close"
            label={`Remove tag ${tag.label}`}
            onClick={() => {
              adder.current?.focus();
              void run({ ids: [lead.id], remove: [tag.id] }, { done: `Tag “${tag.label}” removed.` });
            }}
            size="small"
          />
        </span>
      ))}
      <Button aria-expanded={open} icon="plus" look="plain" onClick={() => setOpen(true)} ref={adder} size="small">
        Add tag
      </Button>
      {open && (
        <Floating anchor={adder} label="Tags" onClose={() => setOpen(false)} role="dialog">
          <TagPicker leadId={lead.id} tagIds={tagIds} />
        </Floating>
      )}
    </div>
  );
}
