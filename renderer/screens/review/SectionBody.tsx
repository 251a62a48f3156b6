// One section of the meeting under its heading.
import type { SectionId } from './agenda.ts';
import { labelOf } from './agenda.ts';
import styles from './review.module.css';
import { ChannelsSection } from './sections/ChannelsSection.tsx';
import { CloseSection } from './sections/CloseSection.tsx';
import { DecisionsSection } from './sections/DecisionsSection.tsx';
import { FiguresSection } from './sections/FiguresSection.tsx';
import { FunnelSection } from './sections/FunnelSection.tsx';
import { HandoffSection } from './sections/HandoffSection.tsx';
import { ItemsSection } from './sections/ItemsSection.tsx';
import { LastSection } from './sections/LastSection.tsx';
import { MinutesSection } from './sections/MinutesSection.tsx';
import { MqlsSection } from './sections/MqlsSection.tsx';
import { OverviewSection } from './sections/OverviewSection.tsx';
import { PlanSection } from './sections/PlanSection.tsx';
import { SlaSection } from './sections/SlaSection.tsx';
import { ThresholdSection } from './sections/ThresholdSection.tsx';
import { TrendsSection } from './sections/TrendsSection.tsx';
import { WhatIfSection } from './sections/WhatIfSection.tsx';

const bodies: Readonly<Record<SectionId, () => React.ReactNode>> = {
  last: () => <LastSection />,
  overview: () => <OverviewSection />,
  figures: () => <FiguresSection />,
  trends: () => <TrendsSection />,
  funnel: () => <FunnelSection />,
  mqls: () => <MqlsSection />,
  handoff: () => <HandoffSection />,
  channels: () => <ChannelsSection />,
  threshold: () => <ThresholdSection />,
  'what-if': () => <WhatIfSection />,
  plan: () => <PlanSection />,
  decisions: () => <DecisionsSection />,
  items: () => <ItemsSection />,
  sla: () => <SlaSection />,
  close: () => <CloseSection />,
  minutes: () => <MinutesSection />,
};

export const SectionBody = ({ section }: { readonly section: SectionId }) => (
  <div key={section}>
    <h2 className={styles.title}>{labelOf(section)}</h2>
    {bodies[section]()}
  </div>
);
