// Columns, off-funnel stages below them, and dialogs of card actions.
import { useCallback, useMemo, useRef } from 'react';
import type { BoardCard, BoardColumn, BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import { funnelStages, type Stage, type Tray } from '../../../shared/stages.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../app/actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { MenuItems } from '../../ui/floating/Menu.tsx';
import { peopleWords } from '../moves/words.ts';
import styles from './board.module.css';
import { Column } from './Column.tsx';
import { cardMenu } from './card-menu.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Trays } from './Trays.tsx';
import { useCardDeeds } from './use-card-deeds.ts';
import { useCardInput } from './use-card-input.ts';
import { useLanes } from './use-lanes.ts';
import { useTrays } from './use-trays.ts';

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
  const trays = useTrays();
  const root = useRef<HTMLDivElement>(null);
  const lanes = useLanes({ filter, order, updatedAt });
  const deeds = useCardDeeds({ root, lanes, order, onOrder });
  const { selection, moves, lift, menu, setMenu } = deeds;
  const { at } = lanes;
  const shown: readonly Stage[] = [...funnelStages, ...trays.open];

  const heard = useCardInput({ lanes, deeds, shown });

  const { find, setActive } = lanes;
  const onMenu = useCallback(
    (card: BoardCard, anchor: HTMLElement) => {
      setActive(card.id);
      setMenu({ card, index: find(card.id)?.index ?? 0, anchor: { current: anchor } });
    },
    [find, setActive, setMenu],
  );
  const carried = useMemo(() => (lift.lift ? new Set(lift.lift.cards.map(card => card.id)) : nobody), [lift.lift]);
  const target = lift.lift?.over ?? moves.pending?.to ?? null;
  const landing = lift.lift ? peopleWords(lift.lift.cards) : moves.pending ? peopleWords(moves.pending.people) : null;

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
                landing={target === stage && lift.lift?.from !== stage ? landing : null}
                onFound={lanes.follow}
                onClose={trays.open.includes(stage as Tray) ? () => trays.toggle(stage as Tray) : undefined}
                onMenu={onMenu}
                onOpen={deeds.openLead}
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
          onMove={deeds.startMove}
          onPlan={deeds.plan.ask}
        />
      )}
      <Trays columns={columns} onToggle={trays.toggle} open={trays.open} over={target} />
      {menu && (
        <Floating align="end" anchor={menu.anchor} label={menu.card.name} onClose={() => setMenu(null)} role="menu">
          <MenuItems close={() => setMenu(null)} sections={cardMenu(menu.card, deeds.menuDeeds(menu))} />
        </Floating>
      )}
      {moves.question}
      {deeds.nextStep.question}
      {deeds.plan.question}
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
