// How sharing stands, in one quiet word at the foot of the sidebar; it opens the panel. Nothing where the workspace is not shared.
import { useRead } from '../api/use-read.ts';
import type { Workspace } from '../api/workspace.tsx';
import { act } from '../parts/actions/actions.ts';
import { counted, stateText } from '../parts/sharing/sharing-text.ts';
import { makeFormat } from '../ui/format.tsx';
import { useHoverCard } from '../ui/hover-card/use-hover-card.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './sidebar.module.css';

export function SidebarSharing({ workspace: { settings, today } }: { readonly workspace: Workspace }) {
  const shared = useRead('sharing.get', {}).data?.shared ?? null;
  const waiting = useRead('overruled.list', { leadId: null }, { when: shared !== null }).data;
  const format = makeFormat({ timeZone: settings.timeZone, currency: settings.currency, today });
  const text = shared && stateText(shared, format);
  const hoverCard = useHoverCard(() => text?.long, 'text', 'right');
  if (!text) return null;
  const count = (waiting?.values.length ?? 0) + (waiting?.broughtBack.length ?? 0);
  return (
    <li>
      <button
        className={styles.item}
        data-alert={text.alert}
        data-sharing
        onClick={() => act('share-workspace')}
        type="button"
        {...hoverCard}
      >
        <Icon name={text.alert ? 'warning' : 'share'} size={20} />
        <span aria-hidden="true" className={styles.short}>
          {text.short}
        </span>
        <span className={styles.long}>{text.long}</span>
        {count > 0 && (
          <>
            <span aria-hidden="true" className={styles.count}>
              {count}
            </span>
            <span className="hidden-visually">{`, ${counted(count, 'change', 'changes')} to review`}</span>
          </>
        )}
      </button>
    </li>
  );
}
