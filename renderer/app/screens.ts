// The code of every screen, read when it is first opened.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ScreenId } from '../parts/navigation/route.ts';
import type { ScreenProps } from '../parts/screen/screen-props.ts';

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
