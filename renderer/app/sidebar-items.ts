// Items of the sidebar: name, icon and shortcut of each screen.
import type { ActionId } from '../../shared/actions.ts';
import type { ScreenId } from '../parts/navigation/route.ts';
import type { IconName } from '../ui/Icon.tsx';

export type SidebarItem = {
  readonly id: ScreenId;
  readonly label: string;
  readonly icon: IconName;
  readonly action: ActionId;
};

/** The sidebar, from top to bottom; Settings stands apart at its foot. */
export const sidebarItems: readonly SidebarItem[] = [
  { id: 'today', label: 'Today', icon: 'today', action: 'go-today' },
  { id: 'board', label: 'Board', icon: 'board', action: 'go-board' },
  { id: 'leads', label: 'Leads', icon: 'leads', action: 'go-leads' },
  { id: 'import', label: 'Import', icon: 'import', action: 'go-import' },
  { id: 'review', label: 'Review', icon: 'review', action: 'go-review' },
  { id: 'criteria', label: 'Criteria', icon: 'criteria', action: 'go-criteria' },
  { id: 'campaigns', label: 'Campaigns', icon: 'campaigns', action: 'go-campaigns' },
];
export const settingsItem: SidebarItem = {
  id: 'settings',
  label: 'Settings',
  icon: 'settings',
  action: 'go-settings',
};
