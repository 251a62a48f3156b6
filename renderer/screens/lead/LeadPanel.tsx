// A lead as a panel over another screen.
import { QueryBoundary } from '../../api/QueryBoundary.tsx';
import { useRead } from '../../api/use-read.ts';
import { SidePanel } from '../../app/SidePanel.tsx';
import { go } from '../../app/use-route.ts';
import { IconButton } from '../../ui/Button.tsx';
import { LeadBody } from './LeadBody.tsx';
import styles from './lead.module.css';

export function LeadPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const lead = useRead('leads.get', { id });
  return (
    <SidePanel label={lead.data?.name ?? 'Lead'} onClose={onClose}>
      <div className={styles.panelTools}>
        <IconButton icon="expand" label="Open as a page" onClick={() => go('lead', id)} />
        <IconButton icon="close" keys="Escape" label="Close" onClick={onClose} />
      </div>
      <div className={styles.panelBody}>
        <QueryBoundary of={lead}>
          {value => <LeadBody detail={value} heading="h2" key={id} onGone={onClose} />}
        </QueryBoundary>
      </div>
    </SidePanel>
  );
}
