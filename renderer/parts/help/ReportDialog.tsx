// Report a problem: the whole text that would be saved, before it is saved.
import { useQuery } from '@tanstack/react-query';
import { ask, call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './help.module.css';

export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useQuery({ queryKey: ['about.report'], queryFn: () => ask('about.report', {}), gcTime: 0 }).data?.text;
  const save = useOnce(async () => {
    if (text === undefined) return;
    const result = await call('about.saveReport', { text });
    if (!result.ok) return showToast(result.error.message, { tone: 'problem' });
    if (result.value.path === null) return;
    showToast(`Report saved to ${result.value.path}.`);
    onClose();
  });
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button disabled={text === undefined} look="primary" onClick={save}>
            Save report
          </Button>
        </>
      }
      help="problem"
      onClose={onClose}
      title="Report a problem"
      width="wide"
    >
      <p>This is the whole report: versions, some settings and errors. It holds no names, addresses or other data.</p>
      <textarea aria-label="Report" className={styles.report} readOnly value={text ?? ''} />
    </Dialog>
  );
}
