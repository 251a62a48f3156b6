// Leads: the list.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Leads(_props: ScreenProps) {
  return <Screen title="Leads">{null}</Screen>;
}
