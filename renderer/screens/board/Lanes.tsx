// Columns, the other stages below them, and dialogs of card actions.
import { useCallback, useMemo, useRef } from 'react';
import type { BoardCard, BoardColumn, BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../parts/actions/actions.ts';
import { leadMenu } from '../../parts/leads/lead-menu.ts';
import { leadsText } from '../../parts/moves/move-text.ts';
import { useSaveScreen } from '../../parts/print/use-save-pdf.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { MenuItems } from '../../ui/floating/Menu.tsx';
import styles from './board.module.css';
import { ClosedStages } from './ClosedStages.tsx';
import { Column } from './Column.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useCardActions } from './use-card-actions.ts';
import { useCardInput } from './use-card-input.ts';
import { useLanes } from './use-lanes.ts';
import { useOpenStages } from './use-open-stages.ts';

type Props = {
  readonly columns: readonly BoardColumn[];
  readonly filter: BoardFilter;
  readonly order: BoardOrder;
  readonly onOrder: (order: BoardOrder) => void;
  readonly updatedAt: number;
};

const nobody: ReadonlySet<string> = new Set();

export function Lanes({ columns, filter, order, onOrder, updatedAt }: Props) {
  const { leadCount } = useWorkspace();
  const { open: shown, toggle } = useOpenStages();
  const root = useRef<HTMLDivElement>(null);
  const lanes = useLanes({ filter, order, updatedAt });
  const actions = useCardActions({ root, lanes, order, onOrder });
  const { selection, moves, drag, menu, setMenu } = actions;
  const { at } = lanes;

  useSaveScreen('Board', () => ({ screen: 'board', ...filter, order, stages: [...shown] }));

  const { heard, onCards } = useCardInput({ lanes, actions, shown });

  const { find, setActive } = lanes;
  const onMenu = useCallback(
    (card: BoardCard, anchor: HTMLElement) => {
      setActive(card.id);
      setMenu({ card, index: find(card.id)?.index ?? 0, anchor: { current: anchor } });
    },
    [find, setActive, setMenu],
  );
  const carried = useMemo(() => (drag.drag ? new Set(drag.drag.cards.map(card => card.id)) : nobody), [drag.drag]);
  const target = drag.drag?.over ?? moves.pending?.to ?? null;
  const landing = drag.drag ? leadsText(drag.drag.cards) : moves.pending ? leadsText(moves.pending.leads) : null;

  return (
    <div className={styles.board} ref={root} {...heard}>
      {leadCount === 0 && <Nobody />}
      <div className={styles.lanes}>
        {shown.map(stage => {
          const column = columns.find(other => other.stage === stage);
          return (
            column && (
              <Column
                active={lanes.activeNow}
                at={at[stage] ?? 0}
                carried={carried}
                column={column}
                filter={filter}
                key={stage}
                landing={target === stage && drag.drag?.from !== stage ? landing : null}
                onCards={onCards}
                onFound={lanes.follow}
                onHide={toggle}
                onMenu={onMenu}
                onOpen={actions.openLead}
                order={order}
                ref={handle => lanes.keep(stage, handle)}
                selected={selection.ids}
              />
            )
          );
        })}
      </div>
      {selection.cards.size > 0 && (
        <SelectionBar
          cards={[...selection.cards.values()]}
          onClear={selection.clear}
          onMove={actions.startMove}
          onPlan={actions.plan.ask}
        />
      )}
      <ClosedStages columns={columns} onToggle={toggle} open={shown} over={target} />
      {menu && (
        <Floating align="end" anchor={menu.anchor} label={menu.card.name} onClose={() => setMenu(null)} role="menu">
          <MenuItems close={() => setMenu(null)} sections={leadMenu(menu.card, actions.menuActions(menu))} />
        </Floating>
      )}
      {moves.question}
      {actions.nextStep.question}
      {actions.plan.question}
    </div>
  );
}

const Nobody = () => (
  <div className={styles.nobody}>
    <Notice
      actions={
        <>
          <Button icon="person" onClick={() => act('new-lead')} size="small">
            Add lead
          </Button>
          <Button icon="import" onClick={() => act('import')} size="small">
            Import file
          </Button>
        </>
      }
    >
      No leads on the board yet. Each lead is in one column and moves to the right as it ripens.
    </Notice>
  </div>
);
