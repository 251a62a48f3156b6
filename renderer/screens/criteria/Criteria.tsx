// Criteria: the rules behind the score.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Criteria(_props: ScreenProps) {
  return <Screen title="Criteria">{null}</Screen>;
}
