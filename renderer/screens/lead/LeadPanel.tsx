// A lead as a panel over another screen.

import { useRead } from '../../api/use-read.ts';
import styles from '../../parts/lead/lead.module.css';
import { go } from '../../parts/navigation/use-route.ts';
import { SidePanel } from '../../parts/screen/SidePanel.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { LeadBody } from './LeadBody.tsx';

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
