// Settings: team, limits, currency, appearance.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Settings(_props: ScreenProps) {
  return <Screen title="Settings">{null}</Screen>;
}
