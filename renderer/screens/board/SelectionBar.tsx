// Actions for selected cards.
import { useRef } from 'react';
import type { BoardCard } from '../../../shared/contract/board.ts';
import { type Stage, stageLabels, stages } from '../../../shared/stages.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { leadsText } from '../../parts/moves/move-text.ts';
import { logFor } from '../../parts/navigation/focused-lead.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './board.module.css';

type Props = {
  readonly cards: readonly BoardCard[];
  readonly onMove: (cards: readonly BoardCard[], to: Stage, anchor: { readonly current: HTMLElement | null }) => void;
  readonly onPlan: (cards: readonly BoardCard[], anchor: { readonly current: HTMLElement | null }) => void;
  readonly onClear: () => void;
};

export function SelectionBar({ cards, onMove, onPlan, onClear }: Props) {
  const { members } = useWorkspace();
  const bulk = useCommand('bulk.run');
  const sellers = members.filter(member => !member.archived && member.side !== 'marketing');
  const ids = cards.map(card => card.id);
  const bar = useRef<HTMLElement>(null);
  return (
    <section aria-label="Selected" className={styles.selection} ref={bar}>
      <p>{cards.length === 1 ? `${leadsText(cards)} selected` : `${cards.length} people selected`}</p>
      <Menu
        button={props => (
          <Button {...props} icon="arrow" size="small">
            Move to
          </Button>
        )}
        label="Move selected leads"
        sections={[
          {
            items: stages.map(stage => ({
              id: stage,
              label: stageLabels[stage].label,
              glyph: <StageGlyph stage={stage} />,
              run: () => onMove(cards, stage, bar),
            })),
          },
        ]}
      />
      <Button
        icon="plus"
        onClick={() => {
          logFor(cards.map(({ id, name }) => ({ id, name })));
        }}
        size="small"
      >
        Log
      </Button>
      {sellers.length > 0 && (
        <Menu
          button={props => (
            <Button {...props} icon="person" size="small">
              Assign to
            </Button>
          )}
          label="Assign selected leads to"
          sections={[
            {
              items: sellers.map(({ id, name }) => ({
                id,
                label: name,
                run: () =>
                  bulk.run(
                    {
                      jobId: 'assign',
                      who: { by: 'ids', ids },
                      action: { do: 'attributes', attributes: { memberId: id } },
                    },
                    { done: `${leadsText(cards)}: assigned to ${name}.` },
                  ),
              })),
            },
          ]}
        />
      )}
      <Button icon="mail" onClick={() => onPlan(cards, bar)} size="small">
        Nurture plan
      </Button>
      <Button look="plain" onClick={onClear} size="small">
        Clear selection
      </Button>
    </section>
  );
}
