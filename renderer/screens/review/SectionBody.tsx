// One section of the meeting under its heading.
import type { SectionId } from './agenda.ts';
import { sectionsOf } from './agenda.ts';
import styles from './review.module.css';
import { BarSection } from './sections/BarSection.tsx';
import { ChannelsSection } from './sections/ChannelsSection.tsx';
import { FiguresSection } from './sections/FiguresSection.tsx';
import { FunnelSection } from './sections/FunnelSection.tsx';
import { HandoffSection } from './sections/HandoffSection.tsx';
import { MqlsSection } from './sections/MqlsSection.tsx';
import { TrendsSection } from './sections/TrendsSection.tsx';

const bodies: Readonly<Record<SectionId, () => React.ReactNode>> = {
  figures: () => <FiguresSection />,
  trends: () => <TrendsSection />,
  funnel: () => <FunnelSection />,
  mqls: () => <MqlsSection />,
  handoff: () => <HandoffSection />,
  channels: () => <ChannelsSection />,
  bar: () => <BarSection />,
};

export function SectionBody({ section }: { readonly section: SectionId }) {
  const label = sectionsOf('week').find(({ id }) => id === section)?.label ?? '';
  return (
    <section aria-labelledby="section-title" key={section}>
      <h2 className={styles.title} id="section-title">
        {label}
      </h2>
      {bodies[section]()}
    </section>
  );
}
