// Where a floating box goes: beside its anchor, on the other side when there is no room, never outside the window.

export type AnchorSide = 'below' | 'above' | 'right';
export type Align = 'start' | 'center' | 'end';
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type Size = { readonly width: number; readonly height: number };

const edge = 8;

/** What a box floats beside: an element, or the point of a right click. */
export type FloatingAnchor = Pick<Element, 'getBoundingClientRect'>;

/** The point of a click, in window pixels, as an anchor. */
export const pointAnchor = ({
  clientX,
  clientY,
}: {
  readonly clientX: number;
  readonly clientY: number;
}): FloatingAnchor => ({
  getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0),
});

/** Left and top, in window pixels, for a box of `size` at `anchor`. */
export function positionBox(anchor: Box, size: Size, view: Size, side: AnchorSide, align: Align, gap = 6) {
  const clamp = (value: number, most: number) => Math.round(Math.max(edge, Math.min(value, most - edge)));
  const middle = anchor.top + (anchor.height - size.height) / 2;
  if (side === 'right') {
    const right = anchor.left + anchor.width + gap;
    const left = anchor.left - gap - size.width;
    const goesLeft = right + size.width > view.width - edge && left >= edge;
    return {
      left: clamp(goesLeft ? left : right, view.width - size.width),
      top: clamp(middle, view.height - size.height),
    };
  }
  const above = anchor.top - gap - size.height;
  const below = anchor.top + anchor.height + gap;
  const fitsAbove = above >= edge;
  const fitsBelow = below + size.height <= view.height - edge;
  const goesAbove = side === 'above' ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;
  const spare = anchor.width - size.width;
  const left = anchor.left + (align === 'start' ? 0 : align === 'end' ? spare : spare / 2);
  return {
    left: clamp(left, view.width - size.width),
    top: clamp(goesAbove ? above : below, view.height - size.height),
  };
}

/** Puts `element` beside `anchor` now. Styles are set through the object model, which the CSP allows. */
export function positionElement(
  element: HTMLElement,
  anchor: FloatingAnchor,
  side: AnchorSide,
  align: Align,
  gap?: number,
) {
  const view = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
  const { left, top } = positionBox(
    anchor.getBoundingClientRect(),
    element.getBoundingClientRect(),
    view,
    side,
    align,
    gap,
  );
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
