// One column: its header and virtualized cards. It holds the focus; aria-activedescendant names the card.
// biome-ignore-all lint/a11y/useSemanticElements: cards that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the column holds the focus and names the card (aria-activedescendant)

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { BoardCard, BoardColumn, BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import { type Stage, stageLabels } from '../../../shared/stages.ts';
import { usePages } from '../../api/use-pages.ts';
import { LeadBoundary } from '../../parts/leads/LeadBoundary.tsx';
import { Bone } from '../../ui/feedback/Skeleton.tsx';
import { Card, cardId, isRung } from './Card.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import styles from './column.module.css';

export type ColumnHandle = {
  readonly focus: () => void;
  /** Brings a card into sight. */
  readonly show: (index: number) => void;
  readonly card: (index: number) => BoardCard | undefined;
  /** Where a card stands, when it is here already; -1: nowhere. */
  readonly indexOf: (id: string) => number;
  readonly total: () => number;
  /** How many cards fit into sight. */
  readonly page: () => number;
  /** The card that stands nearest to a height in the window. */
  readonly near: (y: number) => number;
  /** The gap between two cards nearest to a height in the window: 0 is above the first. */
  readonly gap: (y: number) => number;
  /** Draws a line in a gap, where a card would land; null: none. */
  readonly mark: (gap: number | null) => void;
  /** Brings the column itself into sight. */
  readonly reveal: () => void;
  /** Where new cards land: questions of a drop open beside it. */
  readonly landing: () => HTMLElement | null;
};

type Props = {
  readonly ref: Ref<ColumnHandle>;
  readonly column: BoardColumn;
  readonly filter: BoardFilter;
  readonly order: BoardOrder;
  /** Index of the card that has the keyboard. */
  readonly at: number;
  readonly selected: ReadonlySet<string>;
  readonly carried: ReadonlySet<string>;
  /** The card that has the keyboard, wherever it stands. */
  readonly active: RefObject<string | null>;
  /** Called when that card stands elsewhere in this column than before. */
  readonly onFound: (stage: Stage, index: number) => void;
  /** The card at hand was on its way, and is here. */
  readonly onCards: () => void;
  /** A card is about to land here. */
  readonly landing: string | null;
  readonly onMenu: (card: BoardCard, anchor: HTMLElement) => void;
  readonly onOpen: (id: string) => void;
  readonly onHide: (stage: Stage) => void;
};

/** With a line more for the number where people are rung. */
const cardHeightOf = (stage: Stage): number => (isRung(stage) ? 108 : 92);
/** Seven columns ask at once, for each letter of a search, and each draws some fifteen cards. */
const cardsAtOnce = 20;

export const Column = memo(function Column(props: Props) {
  const {
    ref,
    column,
    filter,
    order,
    at,
    active,
    onFound,
    onCards,
    selected,
    carried,
    landing,
    onMenu,
    onOpen,
    onHide,
  } = props;
  const { stage } = column;
  const cardHeight = cardHeightOf(stage);
  const scroller = useRef<HTMLDivElement>(null);
  const slot = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const cards = usePages('board.cards', { stage, order, ...filter }, cardsAtOnce);
  const count = cards.total ?? column.count;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  const { want } = cards;
  useEffect(() => want(from, to), [want, from, to]);

  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    show: index => rows.scrollToIndex(index),
    card: cards.at,
    indexOf: id => cards.indexOf(card => card.id === id),
    total: () => count,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / cardHeight)),
    near: y => {
      const box = scroller.current;
      const inside = box ? y - box.getBoundingClientRect().top + box.scrollTop : 0;
      return Math.max(0, Math.min(count - 1, Math.round(inside / cardHeight)));
    },
    gap: y => {
      const box = scroller.current;
      const inside = box ? y - box.getBoundingClientRect().top + box.scrollTop : 0;
      return Math.max(0, Math.min(count, Math.round(inside / cardHeight)));
    },
    mark: gap => {
      if (!line.current) return;
      line.current.hidden = gap === null;
      if (gap !== null) line.current.style.transform = `translateY(${gap * cardHeight - 4}px)`;
    },
    reveal: () => slot.current?.parentElement?.scrollIntoView({ inline: 'nearest', block: 'nearest' }),
    landing: () => slot.current,
  }));

  const { indexOf } = cards;
  // Before the next key: it is meant for the card that was moved, not for the one that took its place.
  useLayoutEffect(() => {
    const id = active.current;
    const index = id === null ? -1 : indexOf(card => card.id === id);
    if (index >= 0) onFound(stage, index);
  }, [indexOf, active, stage, onFound]);

  const here = cards.at(at);
  const isHere = here !== undefined;
  useLayoutEffect(() => {
    if (isHere) onCards();
  }, [isHere, onCards]);
  const titleId = `column-${stage}`;
  return (
    <section
      aria-labelledby={titleId}
      className={styles.column}
      data-drop={stage}
      data-empty={column.all === 0}
      data-stage={stage}
    >
      <ColumnHead column={column} id={titleId} onHide={onHide} />
      <div className={styles.slot} data-open={landing !== null} ref={slot}>
        {landing}
      </div>
      <div
        aria-activedescendant={here ? cardId(here.id) : undefined}
        aria-labelledby={titleId}
        aria-multiselectable
        aria-rowcount={count}
        className={styles.cards}
        data-list={stage}
        ref={scroller}
        role="grid"
        tabIndex={0}
      >
        {count === 0 ? (
          <Nobody>{emptyTexts(column, filter)}</Nobody>
        ) : (
          <div className={styles.tall} role="rowgroup" style={{ height: rows.getTotalSize() }}>
            <div aria-hidden="true" className={styles.gap} hidden ref={line} />
            {items.map(item => {
              const card = cards.at(item.index);
              if (!card)
                return (
                  <div
                    className={styles.coming}
                    key={item.key}
                    role="row"
                    style={{ top: item.start, height: cardHeight }}
                  >
                    <div role="gridcell">
                      <Bone width="60%" />
                    </div>
                  </div>
                );
              return (
                <LeadBoundary at={{ top: item.start, height: cardHeight }} key={card.id} lead={card}>
                  <Card
                    at={item.index === at}
                    card={card}
                    carried={carried.has(card.id)}
                    height={cardHeight}
                    index={item.index}
                    onMenu={onMenu}
                    onWhy={onOpen}
                    selected={selected.has(card.id)}
                    top={item.start}
                  />
                </LeadBoundary>
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
});

const Nobody = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.nobody} role="row">
    <div role="gridcell">{children}</div>
  </div>
);

const emptyTexts = ({ stage, all }: BoardColumn, { search, ...chosen }: BoardFilter): string =>
  all > 0 && (search.trim() || Object.values(chosen).some(value => value !== null))
    ? 'No matching leads'
    : `No leads in ${stageLabels[stage].label} yet`;
