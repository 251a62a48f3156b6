// Shows where a card has landed: a short glow once it stands in its new place. Nothing when motion is to be reduced.

const waitFrames = 60;

/** Lets the cards of these leads glow as soon as they are drawn. */
export function showLanding(ids: readonly string[]): void {
  if (ids.length > 20 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const id of ids) glowWhenThere(`card-${id}`, document.getElementById(`card-${id}`), waitFrames);
}

/** The old place is still drawn for a moment: the glow waits for another element than `before`. */
function glowWhenThere(elementId: string, before: HTMLElement | null, frames: number): void {
  const element = document.getElementById(elementId);
  if (element && element !== before) {
    const color = getComputedStyle(element).getPropertyValue('--stage') || 'currentColor';
    element.firstElementChild?.animate(
      [
        { boxShadow: `0 0 0 2px ${color}`, translate: '0 -3px' },
        { boxShadow: `0 0 0 2px ${color}`, translate: '0 0', offset: 0.25 },
        { boxShadow: '0 0 0 2px transparent' },
      ],
      { duration: 900, easing: 'ease-out' },
    );
  } else if (frames > 0) {
    requestAnimationFrame(() => glowWhenThere(elementId, before, frames - 1));
  }
}
