// Two ways on from damage, besides a backup: repair the workspace, or salvage what can be read into a new one.
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { whole } from './backup-text.ts';

export function MendButtons() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries();
  const repair = useOnce(async () => {
    announce('Repairing the workspace.');
    const result = await call('workspaces.repair', {});
    if (!result.ok) return showToast(result.error.message, { tone: 'problem' });
    const { done, keptAs } = result.value;
    const what = done.length === 0 ? 'There was nothing to repair.' : `Repaired: ${done.join('; ')}.`;
    showToast(`${what}${keptAs === null ? '' : ` How it was is kept as ${keptAs}.`}`);
    await again();
  });
  const salvage = useOnce(async () => {
    announce('Salvaging what can be read.');
    const result = await call('workspaces.salvage', {});
    if (!result.ok) return showToast(result.error.message, { tone: 'problem' });
    const { file, leads, rows, unread } = result.value;
    const lost = unread === 0 ? 'Everything could be read.' : `${whole(unread)} entries could not be read.`;
    showToast(`Salvaged ${whole(leads)} people and ${whole(rows)} entries in all into ${file}. ${lost}`);
    await again();
  });
  return (
    <>
      <Button onClick={repair} size="small">
        Repair
      </Button>
      <Button onClick={salvage} size="small">
        Salvage into a new file
      </Button>
    </>
  );
}
