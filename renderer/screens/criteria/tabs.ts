// The parts of the Criteria screen, in the order of the tabs; a new one is a line here and a component of its own.
import type { ComponentType } from 'react';
import { LearnTab } from './learn/LearnTab.tsx';
import { RejectionsTab } from './rejections/RejectionsTab.tsx';
import { RulesTab } from './rules/RulesTab.tsx';
import { StartTab } from './start/StartTab.tsx';
import type { TabProps } from './tab-props.ts';
import { ThresholdTab } from './threshold/ThresholdTab.tsx';
import { VersionsTab } from './versions/VersionsTab.tsx';

export type Tab = {
  readonly value: string;
  readonly label: string;
  readonly Body: ComponentType<TabProps>;
  /** full: fills the room and scrolls by itself; page: has a margin and a width for reading. */
  readonly layout: 'full' | 'page';
};

export const tabs: readonly [Tab, ...Tab[]] = [
  { value: 'rules', label: 'Rules', Body: RulesTab, layout: 'full' },
  { value: 'start', label: 'Start', Body: StartTab, layout: 'page' },
  { value: 'learn', label: 'Learn', Body: LearnTab, layout: 'page' },
  { value: 'rejections', label: 'Rejections', Body: RejectionsTab, layout: 'page' },
  { value: 'threshold', label: 'MQL threshold', Body: ThresholdTab, layout: 'page' },
  { value: 'versions', label: 'Versions', Body: VersionsTab, layout: 'page' },
];
