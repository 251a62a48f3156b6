// Today: what waits for somebody.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Today(_props: ScreenProps) {
  return <Screen title="Today">{null}</Screen>;
}
