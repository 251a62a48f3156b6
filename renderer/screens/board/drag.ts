// Card drag by mouse, pen or finger, without HTML drag and drop.
import styles from './card.module.css';

export type Drop = {
  readonly id: string;
  /** What lies under the pointer: the value of `data-drop`. */
  readonly target: string;
  /** Where in the window. */
  readonly y: number;
};

type Options = {
  /** Cards that go along with the one that is dragged. */
  readonly others: (id: string) => number;
  readonly onDrop: (drop: Drop) => void;
  /** Every frame while a card is over something that takes it; null when it is over nothing, and at the end. */
  readonly onOver: (over: Drop | null) => void;
};

/** Pixels a mouse moves before a press becomes a drag. */
const slack = 5;
/** How long a finger rests before it lifts the card instead of scrolling. */
const restMs = 280;
/** Width of the band at an edge in which the lane scrolls by itself, and its speed there in pixels a frame. */
const targetRange = 48;
const speed = 14;

type Point = { readonly x: number; readonly y: number };

/** Lets cards inside `board` be dragged; answers the function that ends it. */
export function installDrag(board: HTMLElement, { others, onDrop, onOver }: Options): () => void {
  let stop: (() => void) | null = null;

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const card = event.target.closest<HTMLElement>('[data-card]');
    if (!card || event.target.closest('button, a, input')) return;
    stop?.();
    stop = watchPress(board, card, event, () => beginDrag(board, card, event, { others, onDrop, onOver }));
  };
  board.addEventListener('pointerdown', onPointerDown);
  return () => {
    stop?.();
    board.removeEventListener('pointerdown', onPointerDown);
  };
}

type Drag = { readonly move: (at: Point) => void; readonly end: (drop: boolean) => void };

/** From press to release: waits until the press means a drag, then leads it. */
function watchPress(board: HTMLElement, card: HTMLElement, down: PointerEvent, begin: () => Drag): () => void {
  const touch = down.pointerType === 'touch';
  let drag: Drag | null = null;
  const start = () => {
    drag ??= begin();
    drag.move({ x: down.clientX, y: down.clientY });
  };
  const timer = touch ? setTimeout(start, restMs) : undefined;

  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > slack;
    // A finger that moves before it has rested is scrolling.
    if (!drag && far && touch) return finish(false);
    if (!drag && far) start();
    drag?.move({ x: event.clientX, y: event.clientY });
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId === down.pointerId) finish(event.type === 'pointerup');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !drag) return;
    event.stopPropagation();
    event.preventDefault();
    finish(false);
  };
  // Once lifted, the finger moves the card and not the lane.
  const onTouch = (event: TouchEvent) => drag && event.preventDefault();

  function finish(drop: boolean) {
    clearTimeout(timer);
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', onUp);
    removeEventListener('keydown', onKey, true);
    board.removeEventListener('touchmove', onTouch);
    if (drag) swallowClick(card);
    drag?.end(drop);
    drag = null;
  }
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onUp);
  addEventListener('pointercancel', onUp);
  addEventListener('keydown', onKey, true);
  board.addEventListener('touchmove', onTouch, { passive: false });
  return () => finish(false);
}

/** The click that follows a drag is not meant for the card. */
function swallowClick(card: HTMLElement) {
  const swallow = (event: MouseEvent) => {
    if (event.target instanceof Node && card.contains(event.target)) event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, true));
}

function beginDrag(
  board: HTMLElement,
  card: HTMLElement,
  down: PointerEvent,
  { others, onDrop, onOver }: Options,
): Drag {
  const id = card.dataset.card ?? '';
  const box = card.getBoundingClientRect();
  const grip = { x: down.clientX - box.left, y: down.clientY - box.top };
  const ghost = makeGhost(card, box, others(id));
  const home = card.closest<HTMLElement>('[data-drop]');
  let over: HTMLElement | null = null;
  let at: Point = { x: down.clientX, y: down.clientY };
  let frame = requestAnimationFrame(step);
  card.dataset.carried = 'true';
  document.documentElement.dataset.dragging = 'true';
  getSelection()?.removeAllRanges();

  function hover(next: HTMLElement | null) {
    if (next === over) return;
    over?.removeAttribute('data-over');
    if (next && next !== home) next.dataset.over = 'true';
    over = next;
  }
  function step() {
    ghost.style.transform = `translate(${at.x - grip.x}px, ${at.y - grip.y}px)`;
    const under = document.elementFromPoint(at.x, at.y);
    hover(under?.closest<HTMLElement>('[data-drop]') ?? null);
    const target = over?.dataset.drop;
    onOver(target === undefined ? null : { id, target, y: at.y });
    scrollNearEdges(board, under, at);
    frame = requestAnimationFrame(step);
  }
  return {
    move: point => {
      at = point;
    },
    end: drop => {
      cancelAnimationFrame(frame);
      const target = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-drop]')?.dataset.drop;
      hover(null);
      onOver(null);
      ghost.remove();
      delete document.documentElement.dataset.dragging;
      card.dataset.carried = 'false';
      if (drop && target !== undefined) onDrop({ id, target, y: at.y });
    },
  };
}

/** A picture of the card that follows the pointer. */
function makeGhost(card: HTMLElement, box: DOMRect, others: number): HTMLElement {
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.removeAttribute('id');
  ghost.removeAttribute('role');
  ghost.setAttribute('aria-hidden', 'true');
  ghost.classList.add(styles.ghost ?? '');
  ghost.style.width = `${box.width}px`;
  ghost.style.height = `${box.height}px`;
  ghost.style.transform = `translate(${box.left}px, ${box.top}px)`;
  if (others > 0) ghost.dataset.others = `+${others}`;
  document.body.append(ghost);
  return ghost;
}

/** Near the edge of a lane it scrolls up or down, near the edge of the board sideways. */
function scrollNearEdges(board: HTMLElement, under: Element | null, at: Point) {
  const lane = under?.closest('[data-drop]')?.querySelector<HTMLElement>('[data-list]');
  if (lane) {
    const { top, bottom } = lane.getBoundingClientRect();
    lane.scrollTop += pull(at.y, top, bottom);
  }
  const { left, right } = board.getBoundingClientRect();
  board.scrollLeft += pull(at.x, left, right);
}

/** Pixels to scroll for a pointer at `value` between two edges. */
function pull(value: number, low: number, high: number): number {
  if (value < low + targetRange)
    return -Math.round((Math.min(targetRange, low + targetRange - value) / targetRange) * speed);
  if (value > high - targetRange)
    return Math.round((Math.min(targetRange, value - high + targetRange) / targetRange) * speed);
  return 0;
}
