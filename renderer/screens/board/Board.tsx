// Board: seven columns and three trays.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Board(_props: ScreenProps) {
  return <Screen title="Board">{null}</Screen>;
}
