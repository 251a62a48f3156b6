// Bulk actions for the selected leads.
import { type RefObject, useRef, useState } from 'react';
import type { BulkAction } from '../../../shared/contract/lead-table.ts';
import type { Stage } from '../../../shared/stages.ts';
import { stageLabels, stages } from '../../../shared/stages.ts';
import { leadButton, leadOf, type Problem, problemText } from '../../api/lead-button.ts';
import { showToast } from '../../api/toast-store.ts';
import { openExport } from '../../parts/export/open-export.ts';
import { MoveQuestion } from '../../parts/moves/MoveQuestion.tsx';
import { questionOf } from '../../parts/moves/question.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { useFormat } from '../../ui/format.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { BulkForm, type BulkKind, bulkTitles } from './BulkForm.tsx';
import styles from './filters.module.css';
import { useBulk } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

type Props = { readonly selection: Selection; readonly onDone: () => void };

const kinds: readonly BulkKind[] = ['log', 'tags', 'member', 'field', 'next-step'];

export function SelectionBar({ selection, onDone }: Props) {
  const format = useFormat();
  const { count, who, leads, clear, all } = selection;
  const bar = useRef<HTMLElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const [open, setOpen] = useState<BulkKind | null>(null);
  const [to, setTo] = useState<Stage | null>(null);
  const bulk = useBulk(who, (action: BulkAction['do']) => {
    setOpen(null);
    setTo(null);
    if (action === 'remove') clear();
    onDone();
  });
  const query = all || leads.length === 0 ? [{ id: 'all', name: text(), stage: 'lead' as Stage }] : leads;

  function text(): string {
    return count === 1 ? '1 lead' : `${format.whole(count)} leads`;
  }
  const say = async (error: Promise<Problem | null>) => {
    const problem = await error;
    if (problem !== null) showToast(problemText(problem), { tone: 'problem', action: leadButton(leadOf(problem)) });
  };
  const move = (stage: Stage) => {
    anchor.current = bar.current;
    if (query.some(listedLead => questionOf(listedLead.stage, stage) !== null)) setTo(stage);
    else if (stage === 'stranger' || stage === 'visitor' || stage === 'lead' || stage === 'mql' || stage === 'sql') {
      void say(
        bulk.run({ do: 'move', move: { to: stage } }, number => `${number} moved to ${stageLabels[stage].label}`),
      );
    }
  };

  return (
    <section aria-label="Selected" className={styles.selection} ref={bar}>
      {bulk.job ? (
        <div className={styles.working}>
          <ProgressBar
            done={bulk.job.progress?.done ?? 0}
            label="Updating leads"
            onCancel={bulk.stop}
            total={bulk.job.progress?.total ?? count}
            unit="leads"
          />
        </div>
      ) : (
        <>
          <p>{count === 1 ? '1 lead selected' : `${format.whole(count)} leads selected`}</p>
          {kinds.map(kind => (
            <Button
              aria-expanded={open === kind}
              key={kind}
              onClick={event => {
                anchor.current = event.currentTarget;
                setOpen(kind);
              }}
              size="small"
            >
              {bulkTitles[kind].verb}
            </Button>
          ))}
          <Menu
            button={props => (
              <Button {...props} size="small">
                Move
              </Button>
            )}
            label="Move selected leads"
            sections={[
              {
                items: stages.map(stage => ({
                  id: stage,
                  label: stageLabels[stage].label,
                  glyph: <StageGlyph stage={stage} />,
                  run: () => move(stage),
                })),
              },
            ]}
          />
          <Button icon="export" onClick={() => openExport({ who, count })} size="small">
            Export
          </Button>
          <Button
            icon="trash"
            onClick={() => say(bulk.run({ do: 'remove' }, number => `${number} deleted`))}
            size="small"
          >
            Delete
          </Button>
          <Button look="plain" onClick={clear} size="small">
            Clear selection
          </Button>
        </>
      )}
      {open !== null && bulk.job === null && (
        <Floating
          anchor={anchor}
          label={bulkTitles[open].verb}
          onClose={() => setOpen(null)}
          role="dialog"
          side="above"
        >
          <BulkForm kind={open} leads={leads} run={bulk.run} />
        </Floating>
      )}
      {to !== null && bulk.job === null && (
        <MoveQuestion
          onAnswer={made =>
            bulk.run({ do: 'move', move: made }, number => `${number} moved to ${stageLabels[made.to].label}`)
          }
          onClose={() => setTo(null)}
          request={{ leads: query, to, who, anchor: anchor as RefObject<Element | null> }}
        />
      )}
    </section>
  );
}
