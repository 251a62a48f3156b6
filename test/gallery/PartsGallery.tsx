// Every part once, on one page.
import { type ReactNode, useState } from 'react';
import { showToast } from '../../renderer/api/toast-store.ts';
import { Button, IconButton } from '../../renderer/ui/Button.tsx';
import { DateText } from '../../renderer/ui/DateText.tsx';
import { Dialog } from '../../renderer/ui/Dialog.tsx';
import { EmptyState } from '../../renderer/ui/feedback/EmptyState.tsx';
import { Notice } from '../../renderer/ui/feedback/Notice.tsx';
import { ProgressBar } from '../../renderer/ui/feedback/ProgressBar.tsx';
import { Skeleton } from '../../renderer/ui/feedback/Skeleton.tsx';
import { Choice } from '../../renderer/ui/fields/Choice.tsx';
import { InlineChoice, InlineDate, InlineTristate } from '../../renderer/ui/fields/InlineChoice.tsx';
import { InlineNumber, InlineText } from '../../renderer/ui/fields/InlineText.tsx';
import { Input, TextArea } from '../../renderer/ui/fields/Input.tsx';
import { SearchInput } from '../../renderer/ui/fields/SearchInput.tsx';
import { Figure } from '../../renderer/ui/figure/Figure.tsx';
import { IntervalStrip } from '../../renderer/ui/figure/IntervalStrip.tsx';
import { Menu } from '../../renderer/ui/floating/Menu.tsx';
import { Help } from '../../renderer/ui/Help.tsx';
import { Icon, iconNames } from '../../renderer/ui/Icon.tsx';
import { Money } from '../../renderer/ui/Money.tsx';
import { StageBadge } from '../../renderer/ui/StageBadge.tsx';
import { StageGlyph } from '../../renderer/ui/StageGlyph.tsx';
import { RipenessBar } from '../../renderer/ui/score/RipenessBar.tsx';
import { stages } from '../../shared/stages.ts';
import styles from './gallery.module.css';
import { aScore, lines, scores } from './samples.ts';

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={styles.part}>
    <h2>{name}</h2>
    {children}
  </section>
);

const members = ['Ana', 'Björn', 'Carla', 'Dmitri'].map(label => ({ value: label, label }));
const moves = stages.map(stage => ({ id: stage, label: stage, glyph: <StageGlyph stage={stage} />, run: () => {} }));
const saved = async () => null;
const rejected = async () => 'An e-mail address looks like name@company.com.';

export function PartsGallery() {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [member, setMember] = useState<string | null>('Ana');
  return (
    <main className={styles.page}>
      <h1>Parts of Ripen</h1>
      <Part name="Ripeness, on cards">
        <div className={styles.cards}>
          {scores.map(([name, score]) => (
            <article className={styles.card} key={name}>
              <b>{name}</b>
              <RipenessBar lines={lines} onWhy={() => {}} score={score} />
            </article>
          ))}
        </div>
      </Part>
      <Part name="Ripeness, on the page of a lead">
        <RipenessBar lines={lines} onWhy={() => {}} score={aScore()} size="page" />
        <RipenessBar lines={lines} score={aScore({ engagement: 50, fit: 10, possible: 95 })} size="page" />
      </Part>
      <Part name="Stages">
        <p className={styles.line}>
          {stages.map(stage => (
            <StageGlyph key={stage} size={40} stage={stage} />
          ))}
        </p>
        <p className={styles.line}>
          {stages.map(stage => (
            <StageBadge key={stage} stage={stage} />
          ))}
        </p>
        <p className={styles.line}>
          {stages.map(stage => (
            <StageBadge key={stage} look="soft" stage={stage} />
          ))}
        </p>
      </Part>
      <Part name="Buttons and menus">
        <p className={styles.line}>
          <Button icon="plus" keys="Mod+L" look="primary">
            Log
          </Button>
          <Button icon="check">Accept</Button>
          <Button>Reject</Button>
          <Button look="plain">Why this score</Button>
          <Button look="danger">Delete 3 leads</Button>
          <Button disabled>Import</Button>
          <Button size="small">Small</Button>
          <Menu
            button={props => <Button {...props}>Move to</Button>}
            label="Move to"
            sections={[
              { title: 'Move to', items: moves.slice(0, 7) },
              { items: [...moves.slice(7), { id: 'del', label: 'Delete', danger: true, run: () => {} }] },
            ]}
          />
          <IconButton icon="more" label="More" />
          <Button onClick={() => setOpen(true)}>Dialog</Button>
          <Button onClick={() => showToast('Dana Weber is now an SQL.', { action: { label: 'Undo', run: () => {} } })}>
            Toast
          </Button>
        </p>
        <p className={styles.line}>
          {iconNames.map(name => (
            <Icon key={name} name={name} />
          ))}
        </p>
      </Part>
      <Part name="Fields, edited in place">
        <div className={styles.two}>
          <div>
            <InlineText label="First name" onSave={saved} value="Dana" />
            <InlineText kind="email" label="E-mail" onSave={rejected} value="dana@kranich.example" />
            <InlineText label="Job title" onSave={saved} value={null} />
            <InlineNumber kind="number" label="Company size" onSave={saved} value={1200} />
            <InlineNumber kind="money" label="Budget" meaning="What they can spend." onSave={saved} value={1_250_000} />
            <InlineTristate label="Need" onSave={saved} value="yes" />
            <InlineDate label="Next step on" onSave={saved} value="2025-11-24" />
            <InlineChoice label="Owner" onSave={saved} options={members} value="Carla" />
            <InlineText
              kind="notes"
              label="Notes"
              onSave={saved}
              value={'Met at the fair.\nWants a pilot in spring.'}
            />
          </div>
          <div className={styles.stack}>
            <Input label="Amount" onChange={setText} placeholder="1,200" value={text} />
            <Input error="That day does not exist." label="Until" onChange={setText} value="2025-02-30" />
            <TextArea label="Note" onChange={setText} value={text} />
            <Choice label="Member" onChange={setMember} options={members} value={member} />
            <SearchInput label="Search" onChange={setText} value={text} />
          </div>
        </div>
      </Part>
      <Part name="Figures">
        <div className={styles.three}>
          <Figure change="+4 on the week before" label="MQLs this week" n="n 12" value="12" />
          <Figure
            label="MQL to SQL"
            meaning="Of those who became MQL, the share that reached SQL."
            n="18 of 58"
            onOpen={() => {}}
            unit="%"
            value="31"
          >
            <IntervalStrip
              targetRange={{ low: 0.13, high: 0.31 }}
              interval={{ low: 0.2, high: 0.44 }}
              value={0.31}
              status="Cannot tell yet: 9 more would."
            />
          </Figure>
          <Figure label="Time to conversion" n="n 19, middle half 14 to 41" unit="days" value="23" />
        </div>
      </Part>
      <Part name="Words">
        <p className={styles.line}>
          <Money amount={4_400_000} /> <Money amount={123_456} /> <Money amount={4_400_000} short />{' '}
          <Money amount={null} />
          <DateText date="2025-11-12" /> <DateText as="away" date="2025-11-22" />{' '}
          <DateText as="both" at={1_763_500_000_000} />
          <Help meaning="Marketing qualified lead: interested enough, and a good enough fit, for sales to call.">
            MQL
          </Help>
        </p>
      </Part>
      <Part name="Waiting and empty">
        <ProgressBar done={3120} label="Importing" onCancel={() => {}} total={9240} unit="rows" />
        <Skeleton lines={3} />
        <Notice tone="warning">
          12 rows have no e-mail and no phone. They are imported, but nobody can call them.
        </Notice>
        <Notice actions={<Button size="small">Try again</Button>} tone="problem">
          The disk is full. Nothing was lost; free some space and try again.
        </Notice>
        <EmptyState actions={<Button look="primary">Import spreadsheet</Button>} glyph="mql" title="Nobody is waiting">
          When somebody reaches 100 points they appear here, with a clock.
        </EmptyState>
      </Part>
      {open && (
        <Dialog
          actions={
            <>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button look="primary">Publish</Button>
            </>
          }
          onClose={() => setOpen(false)}
          title="Publish version 8"
        >
          <p>6 people would become MQL now: Dana Weber, Luis Ortega and 4 more.</p>
          <Choice label="Member" onChange={setMember} options={members} value={member} />
        </Dialog>
      )}
    </main>
  );
}
