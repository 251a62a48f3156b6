// Where the keyboard goes when something opens.

/** To what is marked `data-autofocus`, else to the first field, else to the first item of a menu, else to the box itself. */
export function focusInside(box: HTMLElement) {
  const target =
    box.querySelector<HTMLElement>('[data-autofocus]') ??
    box.querySelector<HTMLElement>('input, textarea, select') ??
    box.querySelector<HTMLElement>('[role=menuitem]') ??
    box;
  target.focus({ preventScroll: true });
}
