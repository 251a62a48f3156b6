// Drafts of questions about leads: which one is whose, and that those of leads that are gone go, too.
import { useEffect } from 'react';
import { bridge } from '../../api/bridge.ts';
import { call } from '../../api/call.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { boxesWithDrafts, type DraftBox, dropBoxDraft } from '../../ui/fields/use-box-draft.ts';

/** The draft of the question `asked` about these leads; `label` names it when the window closes before it was answered. */
export function useDraftBox(asked: readonly string[], leadIds: readonly string[], label: string): DraftBox {
  const { file } = useWorkspace();
  return { key: [file, ...asked, ...leadIds].join('\n'), label, file, leadIds };
}

/** While mounted, what was typed about somebody who is no longer there is not kept, and not told as unsaved. */
export function useGoneDrafts(file: string): void {
  useEffect(
    () =>
      bridge().onChanged(({ tables, switched = false }) => {
        if (!switched && tables.includes('lead')) void dropGone(file);
      }),
    [file],
  );
}

async function dropGone(file: string): Promise<void> {
  const boxes = boxesWithDrafts(file);
  const ids = [...new Set(boxes.flatMap(({ leadIds }) => leadIds))];
  for (const id of ids) {
    const found = await call('leads.get', { id });
    if (found.ok || found.error.kind !== 'not-found') continue;
    for (const { key, leadIds } of boxes) if (leadIds.includes(id)) dropBoxDraft(key);
  }
}
