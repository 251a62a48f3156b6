// Review: the weekly meeting.

import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';

export function Review(_props: ScreenProps) {
  return <Screen title="Review">{null}</Screen>;
}
