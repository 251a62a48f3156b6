// The columns side by side, the trays at their foot, and the keys and clicks of the cards, heard in one place.
// biome-ignore-all lint/a11y/noStaticElementInteractions: keys and presses of the cards, heard in one place
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef } from 'react';
import type { BoardCard, BoardColumn, BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import { funnelStages, type Stage, type Tray } from '../../../shared/stages.ts';
import { Floating } from '../../ui/floating/Floating.tsx';
import { MenuItems } from '../../ui/floating/Menu.tsx';
import { peopleWords } from '../moves/words.ts';
import styles from './board.module.css';
import { Column } from './Column.tsx';
import { cardMenu } from './card-menu.ts';
import { beside, deedOf } from './keys.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Trays } from './Trays.tsx';
import { useCardDeeds } from './use-card-deeds.ts';
import { elementOf, useLanes } from './use-lanes.ts';
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
  const trays = useTrays();
  const root = useRef<HTMLDivElement>(null);
  const lanes = useLanes({ root, filter, order, updatedAt });
  const deeds = useCardDeeds({ root, lanes, order, onOrder });
  const { selection, moves, lift, menu, setMenu } = deeds;
  const { at } = lanes;
  const shown: readonly Stage[] = [...funnelStages, ...trays.open];

  function onKeyDown(event: KeyboardEvent) {
    const list = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-list]') : null;
    if (!list || event.target !== list || event.defaultPrevented) return;
    const stage = list.dataset.list as Stage;
    const column = lanes.column(stage);
    if (!column) return;
    const index = at[stage] ?? 0;
    const deed = deedOf(event, { index, total: column.total(), page: column.page(), carrying: lift.lift !== null });
    if (!deed) return;
    event.preventDefault();
    const card = column.card(index);
    switch (deed.do) {
      case 'walk':
        return lanes.walkTo(stage, deed.index);
      case 'side': {
        const next = beside(stage, deed.by, shown);
        const target = lanes.column(next);
        if (next === stage || !target) return;
        target.focus();
        target.reveal();
        return lanes.walkTo(
          next,
          target.near(card ? (elementOf(card.id).current?.getBoundingClientRect().top ?? 0) : 0),
        );
      }
      case 'carry':
        return lift.carry(deed.by);
      case 'drop':
        return lift.put();
      case 'leave':
        return lift.leave();
      case 'clear':
        return selection.clear();
      default:
        return card && deeds.onCard(card, index, deed.do, 'by' in deed ? deed.by : 1);
    }
  }

  function onFocus(event: FocusEvent) {
    const stage = event.target instanceof HTMLElement ? (event.target.dataset.list as Stage | undefined) : undefined;
    if (stage) lanes.setActive(lanes.column(stage)?.card(at[stage] ?? 0)?.id ?? null);
  }

  function onClick(event: MouseEvent) {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
    const found = row && lanes.find(row.dataset.card ?? '');
    if (!found || (event.target instanceof Element && event.target.closest('button, [popover]'))) return;
    const { card, index } = found;
    const before = at[card.stage] ?? index;
    lanes.standAt(card.stage, index, card.id);
    if (event.ctrlKey || event.metaKey) selection.toggle(card);
    else if (event.shiftKey) selectRange(card.stage, Math.min(index, before), Math.max(index, before));
    else deeds.openLead(card.id);
  }

  function selectRange(stage: Stage, from: number, to: number) {
    const cards = Array.from({ length: to - from + 1 }, (_, step) => lanes.column(stage)?.card(from + step));
    selection.add(cards.filter(found => found !== undefined));
  }

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
    <div className={styles.board} onClick={onClick} onFocus={onFocus} onKeyDown={onKeyDown} ref={root}>
      <div className={styles.lanes}>
        {shown.map(stage => {
          const column = columns.find(other => other.stage === stage);
          return (
            column && (
              <Column
                at={at[stage] ?? 0}
                carried={carried}
                column={column}
                filter={filter}
                key={stage}
                landing={target === stage && lift.lift?.from !== stage ? landing : null}
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
