// Campaigns: channels, campaigns, spend and reach.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Campaigns(_props: ScreenProps) {
  return <Screen title="Campaigns">{null}</Screen>;
}
