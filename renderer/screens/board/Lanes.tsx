// The columns side by side, the trays at their foot, and what keys, drags and menus do to the cards.
// biome-ignore-all lint/a11y/noStaticElementInteractions: keys and presses of the cards, heard in one place
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { BoardCard, BoardColumn, BoardFilter } from '../../../shared/contract/board.ts';
import { funnelStages, type Stage, type Tray } from '../../../shared/stages.ts';
import { setLeadInSight } from '../../app/lead-in-sight.ts';
import { usePlace } from '../../app/use-place.ts';
import { Floating } from '../../ui/floating/Floating.tsx';
import { MenuItems } from '../../ui/floating/Menu.tsx';
import { neighbour } from '../moves/question.ts';
import { useMoves } from '../moves/use-moves.tsx';
import { useNextStep } from '../moves/use-next-step.tsx';
import { peopleWords } from '../moves/words.ts';
import styles from './board.module.css';
import { cardId } from './Card.tsx';
import { Column, type ColumnHandle } from './Column.tsx';
import { cardMenu } from './card-menu.ts';
import { installDrag } from './drag.ts';
import { beside, deedOf } from './keys.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Trays } from './Trays.tsx';
import { useFollow } from './use-follow.ts';
import { refuseOr, useLift } from './use-lift.ts';
import { useSelection } from './use-selection.ts';
import { useTrays } from './use-trays.ts';

type Props = {
  readonly columns: readonly BoardColumn[];
  readonly filter: BoardFilter;
  readonly updatedAt: number;
};
type Indexes = Readonly<Partial<Record<Stage, number>>>;
type OpenMenu = { readonly card: BoardCard; readonly anchor: { readonly current: Element | null } };

const nobody: ReadonlySet<string> = new Set();
const elementOf = (id: string) => ({ current: document.getElementById(cardId(id)) });

export function Lanes({ columns, filter, updatedAt }: Props) {
  const { openLead } = usePlace();
  const trays = useTrays();
  const root = useRef<HTMLDivElement>(null);
  const handles = useRef(new Map<Stage, ColumnHandle>());
  const [at, setAt] = useState<Indexes>({});
  /** The card that has the keyboard, followed wherever it goes. */
  const [active, setActive] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const selection = useSelection();
  const nextStep = useNextStep();
  const moves = useMoves({ onMoved: selection.clear });
  const lift = useLift((cards, to) => startMove(cards, to));
  const shown: readonly Stage[] = [...funnelStages, ...trays.open];

  useEffect(() => {
    setLeadInSight(active);
    return () => setLeadInSight(null);
  }, [active]);

  const walkTo = useCallback((stage: Stage, index: number) => {
    const column = handles.current.get(stage);
    setAt(now => ({ ...now, [stage]: index }));
    setActive(column?.card(index)?.id ?? null);
    column?.show(index);
  }, []);

  useFollow(active, filter, updatedAt, ({ stage, index }) => {
    const column = handles.current.get(stage);
    if (!column || at[stage] === index) return;
    setAt(now => ({ ...now, [stage]: index }));
    column.show(index);
    column.reveal();
    const focused = document.activeElement;
    if (focused === document.body || root.current?.contains(focused)) column.focus();
  });

  /** The card, with the others that are selected when it is one of them. */
  const withSelected = (card: BoardCard): readonly BoardCard[] =>
    selection.cards.has(card.id) ? [...selection.cards.values()] : [card];

  function startMove(cards: readonly BoardCard[], to: Stage, anchor = elementOf(cards[0]?.id ?? '')) {
    setActive(cards[0]?.id ?? null);
    refuseOr(cards, to, () => moves.start({ people: cards, to, anchor }));
  }

  const drop = useRef((_id: string, _to: Stage) => {});
  drop.current = (id, to) => {
    const card = findCard(id);
    if (!card || card.stage === to) return;
    const landing = handles.current.get(to)?.landing() ?? root.current?.querySelector(`[data-drop="${to}"]`) ?? null;
    startMove(withSelected(card), to, { current: landing as HTMLElement | null });
  };
  const others = useRef((_id: string): number => 0);
  others.current = id => (selection.cards.has(id) ? selection.cards.size - 1 : 0);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    return installDrag(element, {
      companions: id => others.current(id),
      onDrop: ({ id, target }) => drop.current(id, target as Stage),
    });
  }, []);

  function findCard(id: string): BoardCard | undefined {
    const row = document.getElementById(cardId(id));
    const stage = row?.closest<HTMLElement>('[data-list]')?.dataset.list as Stage | undefined;
    const index = Number(row?.getAttribute('aria-rowindex')) - 1;
    return stage && handles.current.get(stage)?.card(index);
  }

  function onKeyDown(event: KeyboardEvent) {
    const list = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-list]') : null;
    if (!list || event.target !== list || event.defaultPrevented) return;
    const stage = list.dataset.list as Stage;
    const column = handles.current.get(stage);
    if (!column) return;
    const index = at[stage] ?? 0;
    const deed = deedOf(event, { index, total: column.total(), page: column.page(), carrying: lift.lift !== null });
    if (!deed) return;
    event.preventDefault();
    const card = column.card(index);
    switch (deed.do) {
      case 'walk':
        return walkTo(stage, deed.index);
      case 'side': {
        const next = beside(stage, deed.by, shown);
        const target = handles.current.get(next);
        if (next === stage || !target) return;
        target.focus();
        target.reveal();
        return walkTo(next, target.near(card ? (elementOf(card.id).current?.getBoundingClientRect().top ?? 0) : 0));
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
        return card && onCard(card, stage, deed.do, deed.do === 'move' ? deed.by : 1);
    }
  }

  function onCard(
    card: BoardCard,
    stage: Stage,
    deed: 'open' | 'menu' | 'lift' | 'select' | 'next-step' | 'move',
    by: 1 | -1,
  ) {
    setActive(card.id);
    switch (deed) {
      case 'open':
        return openLead(card.id);
      case 'menu':
        return setMenu({ card, anchor: elementOf(card.id) });
      case 'lift':
        return lift.up(withSelected(card), stage);
      case 'select':
        return selection.toggle(card);
      case 'next-step':
        return nextStep.ask(card, elementOf(card.id));
      case 'move': {
        const to = neighbour(stage, by);
        return to ? startMove(withSelected(card), to) : undefined;
      }
      default:
        return deed satisfies never;
    }
  }

  function onFocus(event: FocusEvent) {
    const stage = event.target instanceof HTMLElement ? (event.target.dataset.list as Stage | undefined) : undefined;
    if (stage) setActive(handles.current.get(stage)?.card(at[stage] ?? 0)?.id ?? null);
  }

  function onClick(event: MouseEvent) {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
    const card = row && findCard(row.dataset.card ?? '');
    if (!row || !card || (event.target instanceof Element && event.target.closest('button, [popover]'))) return;
    const index = Number(row.getAttribute('aria-rowindex')) - 1;
    setAt(now => ({ ...now, [card.stage]: index }));
    setActive(card.id);
    if (event.ctrlKey || event.metaKey) selection.toggle(card);
    else if (event.shiftKey) selectRange(card, index);
    else openLead(card.id);
  }

  function selectRange(card: BoardCard, index: number) {
    const column = handles.current.get(card.stage);
    const from = Math.min(index, at[card.stage] ?? index);
    const to = Math.max(index, at[card.stage] ?? index);
    const cards = Array.from({ length: to - from + 1 }, (_, step) => column?.card(from + step));
    selection.add(cards.filter(found => found !== undefined));
  }

  const onMenu = useCallback((card: BoardCard, anchor: HTMLElement) => {
    setActive(card.id);
    setMenu({ card, anchor: { current: anchor } });
  }, []);
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
                onOpen={openLead}
                ref={handle => {
                  if (handle) handles.current.set(stage, handle);
                  else handles.current.delete(stage);
                }}
                selected={selection.ids}
              />
            )
          );
        })}
      </div>
      {selection.cards.size > 0 && (
        <SelectionBar cards={[...selection.cards.values()]} onClear={selection.clear} onMove={startMove} />
      )}
      <Trays columns={columns} onToggle={trays.toggle} open={trays.open} over={target} />
      {menu && (
        <Floating align="end" anchor={menu.anchor} label={menu.card.name} onClose={() => setMenu(null)} role="menu">
          <MenuItems
            close={() => setMenu(null)}
            sections={cardMenu(menu.card, {
              move: to => startMove(withSelected(menu.card), to),
              open: () => openLead(menu.card.id),
              nextStep: () => nextStep.ask(menu.card, elementOf(menu.card.id)),
            })}
          />
        </Floating>
      )}
      {moves.question}
      {nextStep.question}
    </div>
  );
}
