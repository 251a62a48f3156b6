// The left sidebar: every screen, always with its name: below the icon, or beside it when the sidebar is wide.
import type { ReactNode } from 'react';
import { keysOf } from '../../shared/actions.ts';
import { pathTo, type ScreenId } from '../parts/navigation/route.ts';
import { IconButton } from '../ui/Button.tsx';
import { useHoverCard } from '../ui/hover-card/use-hover-card.tsx';
import { Icon } from '../ui/Icon.tsx';
import { shortcutText } from '../ui/Kbd.tsx';
import { StageGlyph } from '../ui/StageGlyph.tsx';
import styles from './sidebar.module.css';
import { type SidebarItem, settingsItem, sidebarItems } from './sidebar-items.ts';

type Props = {
  readonly screen: ScreenId;
  readonly wide: boolean;
  readonly onWide: (wide: boolean) => void;
  /** Name of the workspace. */
  readonly name: string;
  /** Numbers that want attention: how many wait for sales, on Today. */
  readonly counts?: Partial<Readonly<Record<ScreenId, number>>>;
  /** At its foot, above Settings. */
  readonly foot?: ReactNode;
};

export function Sidebar({ screen, wide, onWide, name, counts = {}, foot }: Props) {
  return (
    <nav aria-label="Screens" className={styles.sidebar} data-wide={wide}>
      <p className={styles.brand} title={name}>
        <StageGlyph size={24} stage="opportunity" />
        <span className={styles.word}>{name}</span>
      </p>
      <ul className={styles.items}>
        {sidebarItems.map(item => (
          <Item count={counts[item.id] ?? 0} here={screen === item.id} item={item} key={item.id} />
        ))}
      </ul>
      <ul className={styles.items}>
        {foot}
        <Item count={0} here={screen === 'settings'} item={settingsItem} />
        <li className={styles.width}>
          <IconButton
            aria-expanded={wide}
            icon={wide ? 'left' : 'right'}
            label={wide ? 'Narrow sidebar' : 'Widen sidebar'}
            onClick={() => onWide(!wide)}
          />
        </li>
      </ul>
    </nav>
  );
}

type ItemProps = { readonly item: SidebarItem; readonly here: boolean; readonly count: number };

function Item({ item, here, count }: ItemProps) {
  const keys = shortcutText(keysOf(item.action));
  const hoverCard = useHoverCard(() => keys, 'text', 'right');
  return (
    <li>
      <a aria-current={here ? 'page' : undefined} className={styles.item} href={`#${pathTo(item.id)}`} {...hoverCard}>
        <Icon name={item.icon} size={20} />
        <span className={styles.word}>{item.label}</span>
        {count > 0 && <span className={styles.count}>{count < 1000 ? count : '999+'}</span>}
      </a>
    </li>
  );
}
