// Import: a spreadsheet becomes leads, and can be taken back.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Import(_props: ScreenProps) {
  return <Screen title="Import">{null}</Screen>;
}
