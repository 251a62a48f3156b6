// A lead as a page of its own.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function LeadPage(_props: ScreenProps) {
  return <Screen title="LeadPage">{null}</Screen>;
}
