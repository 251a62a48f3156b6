// Content of the lead page, most important first.
import { useState } from 'react';
import styles from '../../parts/lead/lead.module.css';
import type { LeadDetail } from '../../parts/lead/lead-detail.ts';
import { Receipts } from '../../parts/lead/Receipts.tsx';
import { SectionLevel } from '../../parts/lead/SectionTitle.tsx';
import { useSaveLead } from '../../parts/print/use-save-pdf.ts';
import { LeadPrivacy } from '../../parts/privacy/LeadPrivacy.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { Deals } from './Deals.tsx';
import { LeadFields } from './LeadFields.tsx';
import { LeadFiles } from './LeadFiles.tsx';
import { LeadHead } from './LeadHead.tsx';
import files from './lead-files.module.css';
import { MayBeTwice } from './MayBeTwice.tsx';
import { NextStep } from './NextStep.tsx';
import { NurturePlan } from './NurturePlan.tsx';
import { Timeline } from './Timeline.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { WhyScore } from './WhyScore.tsx';

type Props = {
  readonly detail: LeadDetail;
  /** none: the screen around it names the lead already. */
  readonly heading: 'h2' | 'none';
  readonly wide?: boolean;
  /** Called after the lead was deleted. */
  readonly onGone: () => void;
};

const parts = [
  { value: 'attributes', label: 'Details' },
  { value: 'timeline', label: 'History' },
  { value: 'stages', label: 'Stages and receipts' },
] as const;

export function LeadBody({ detail, heading, wide = false, onGone }: Props) {
  useSaveLead(detail.lead.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const drop = useFileDrop(setChosen);
  const [part, setPart] = useState<(typeof parts)[number]['value']>('attributes');
  return (
    <SectionLevel value={heading === 'none' ? 'h2' : 'h3'}>
      <article className={styles.lead} data-wide={wide} {...drop.zone}>
        <LeadHead detail={detail} heading={heading} onGone={onGone} />
        {drop.over && <p className={files.veil}>Drop to add to {detail.name}</p>}
        <MayBeTwice leadId={detail.lead.id} />
        <div className={styles.columns}>
          <div className={styles.column}>
            <NextStep lead={detail.lead} name={detail.name} />
            <Deals deals={detail.deals} lead={detail.lead} />
            <LeadFiles chosen={chosen} leadId={detail.lead.id} onChosen={setChosen} />
            <WhyScore detail={detail} />
            <NurturePlan lead={{ id: detail.lead.id, name: detail.name }} />
            <LeadPrivacy id={detail.lead.id} name={detail.name} onGone={onGone} />
          </div>
          <div className={styles.column}>
            <Segments label="View" onChange={setPart} options={parts} value={part} />
            {part === 'attributes' && <LeadFields detail={detail} />}
            {part === 'timeline' && <Timeline detail={detail} />}
            {part === 'stages' && <Receipts changes={detail.stageChanges} receipts={detail.receipts} />}
          </div>
        </div>
      </article>
    </SectionLevel>
  );
}
