// Every screen: its name and glyph on the rail, and the code that is read when it is first opened.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ActionId } from '../../shared/actions.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { ScreenId } from './place.ts';

/** What a screen is given: the second word of its address. */
export type ScreenProps = { readonly rest: string | null };
type Code = LazyExoticComponent<ComponentType<ScreenProps>>;

export const screenCode: Readonly<Record<ScreenId, Code>> = {
  today: lazy(() => import('../screens/today/Today.tsx').then(code => ({ default: code.Today }))),
  board: lazy(() => import('../screens/board/Board.tsx').then(code => ({ default: code.Board }))),
  leads: lazy(() => import('../screens/leads/Leads.tsx').then(code => ({ default: code.Leads }))),
  import: lazy(() => import('../screens/import/Import.tsx').then(code => ({ default: code.Import }))),
  review: lazy(() => import('../screens/review/Review.tsx').then(code => ({ default: code.Review }))),
  criteria: lazy(() => import('../screens/criteria/Criteria.tsx').then(code => ({ default: code.Criteria }))),
  campaigns: lazy(() => import('../screens/campaigns/Campaigns.tsx').then(code => ({ default: code.Campaigns }))),
  settings: lazy(() => import('../screens/settings/Settings.tsx').then(code => ({ default: code.Settings }))),
  lead: lazy(() => import('../screens/lead/LeadPage.tsx').then(code => ({ default: code.LeadPage }))),
};

export type RailItem = {
  readonly id: ScreenId;
  readonly label: string;
  readonly icon: IconName;
  readonly action: ActionId;
};

/** The rail, from top to bottom; Settings stands apart at its foot. */
export const railItems: readonly RailItem[] = [
  { id: 'today', label: 'Today', icon: 'today', action: 'go-today' },
  { id: 'board', label: 'Board', icon: 'board', action: 'go-board' },
  { id: 'leads', label: 'Leads', icon: 'leads', action: 'go-leads' },
  { id: 'import', label: 'Import', icon: 'import', action: 'go-import' },
  { id: 'review', label: 'Review', icon: 'review', action: 'go-review' },
  { id: 'criteria', label: 'Criteria', icon: 'criteria', action: 'go-criteria' },
  { id: 'campaigns', label: 'Campaigns', icon: 'campaigns', action: 'go-campaigns' },
];
export const settingsItem: RailItem = {
  id: 'settings',
  label: 'Settings',
  icon: 'settings',
  action: 'go-settings',
};
