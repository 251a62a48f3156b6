// Keys and presses of all cards, heard in one place: the board.
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Stage } from '../../../shared/stages.ts';
import { pointAnchor } from '../../ui/floating/position-box.ts';
import { beside, type KeyAction, keyAction } from './keys.ts';
import type { useCardActions } from './use-card-actions.ts';
import { elementOf, type LanesState } from './use-lanes.ts';
import { useWaitingKeys } from './use-waiting-keys.ts';

type Given = {
  readonly lanes: LanesState;
  readonly actions: ReturnType<typeof useCardActions>;
  /** Stages shown as columns, from left to right. */
  readonly shown: readonly Stage[];
};

/** What needs no card at hand. */
const withoutCard: ReadonlySet<KeyAction['do']> = new Set(['walk', 'side', 'carry', 'drop', 'leave', 'clear']);

export function useCardInput({ lanes, actions, shown }: Given) {
  const { selection, drag } = actions;
  const { at } = lanes;
  /** Nothing is on its way where a key would act. */
  const isHere = (stage: Stage): boolean => {
    const column = lanes.column(stage);
    const index = at[stage] ?? 0;
    return column !== undefined && (column.card(index) !== undefined || index >= column.total());
  };
  const waiting = useWaitingKeys(actions.root, isHere);

  function onKeyDown(event: KeyboardEvent) {
    const list = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-list]') : null;
    if (!list || event.target !== list || event.defaultPrevented) return;
    const stage = list.dataset.list as Stage;
    const column = lanes.column(stage);
    if (!column) return;
    const index = at[stage] ?? 0;
    const action = keyAction(event, {
      index,
      total: column.total(),
      page: column.page(),
      carrying: drag.drag !== null,
    });
    if (!action) return;
    event.preventDefault();
    const card = column.card(index);
    if (action.do === 'clear') waiting.drop();
    else if (waiting.keep(stage, event, withoutCard.has(action.do) || isHere(stage))) return;
    switch (action.do) {
      case 'walk':
        return lanes.walkTo(stage, action.index);
      case 'side': {
        const next = beside(stage, action.by, shown);
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
        return drag.carry(action.by);
      case 'drop':
        return drag.put();
      case 'leave':
        return drag.leave();
      case 'clear':
        return selection.clear();
      default:
        return card && actions.onCard(card, index, action.do, 'by' in action ? action.by : 1);
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
    waiting.drop();
    const { card, index } = found;
    const before = at[card.stage] ?? index;
    lanes.standAt(card.stage, index, card.id);
    if (event.ctrlKey || event.metaKey) selection.toggle(card);
    else if (event.shiftKey) selectRange(card.stage, Math.min(index, before), Math.max(index, before));
    else actions.openLead(card.id);
  }

  /** A right click opens the menu where it was; the keyboard's menu key has a key of its own. */
  function onContextMenu(event: MouseEvent) {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
    const found = row && lanes.find(row.dataset.card ?? '');
    if (!found) return;
    event.preventDefault();
    lanes.standAt(found.card.stage, found.index, found.card.id);
    actions.setMenu({ ...found, anchor: { current: pointAnchor(event) } });
  }

  function selectRange(stage: Stage, from: number, to: number) {
    const cards = Array.from({ length: to - from + 1 }, (_, step) => lanes.column(stage)?.card(from + step));
    selection.add(cards.filter(found => found !== undefined));
  }

  return { heard: { onKeyDown, onFocus, onClick, onContextMenu }, onCards: waiting.arrived };
}
