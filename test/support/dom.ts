// What happy-dom lacks of the browser the window runs in: popovers, `:modal`, sizes, canvases.
// Installed once per process; a DOM of its own comes with `@vitest-environment happy-dom`.

/** How large every element is, in px: lists draw their rows and boxes find their places. */
const size = { width: 1000, height: 700 };

/** Selectors happy-dom does not know, by an attribute that says the same. */
const known = (selector: string): string =>
  selector.replaceAll(':popover-open', '[data-test-popover-open]').replaceAll(':modal', '[open]');

type Finder = (this: unknown, selector: string) => unknown;

function teachSelectors(prototype: object, names: readonly string[]): void {
  for (const name of names) {
    const original = Reflect.get(prototype, name) as Finder;
    Reflect.set(prototype, name, function (this: unknown, selector: string) {
      return original.call(this, known(selector));
    });
  }
}

function toggle(element: HTMLElement, open: boolean): void {
  if (element.hasAttribute('data-test-popover-open') === open) return;
  element.toggleAttribute('data-test-popover-open', open);
  const event = Object.assign(new Event('toggle'), {
    oldState: open ? 'closed' : 'open',
    newState: open ? 'open' : 'closed',
  });
  // A task later, as in the browser.
  setTimeout(() => element.dispatchEvent(event));
}

/** By attributes one after the other: happy-dom keeps what a selector found before the box was opened. */
const openAutos = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[popover=auto]')].filter(box =>
    box.hasAttribute('data-test-popover-open'),
  );

/** Escape and a press outside close what floats, the topmost first; Escape asks a dialog to close. */
function closeLightly(): void {
  addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape') return;
      const top = openAutos().at(-1);
      if (top) toggle(top, false);
      else
        [...document.querySelectorAll('dialog[open]')].at(-1)?.dispatchEvent(new Event('cancel', { cancelable: true }));
    },
    true,
  );
  addEventListener(
    'pointerdown',
    ({ target }) => {
      for (const box of openAutos()) if (!box.contains(target as Node)) toggle(box, false);
    },
    true,
  );
}

/** A canvas that is drawn on without anything to be seen. */
const context = (canvas: HTMLCanvasElement): object =>
  new Proxy<Record<string | symbol, unknown>>(
    {
      canvas,
      measureText: () => ({ width: 0 }),
      getImageData: () => ({ data: [0, 0, 0, 255] }),
      createPattern: () => null,
    },
    { get: (known, name) => (name in known ? known[name] : () => undefined) },
  );

let installed = false;

export function installDom(): void {
  if (installed) return;
  installed = true;
  teachSelectors(Element.prototype, ['matches', 'closest', 'querySelector', 'querySelectorAll']);
  teachSelectors(Document.prototype, ['querySelector', 'querySelectorAll']);
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      toggle(this, true);
    },
    hidePopover(this: HTMLElement) {
      toggle(this, false);
    },
    scrollIntoView: () => undefined,
  });
  for (const name of ['offsetWidth', 'clientWidth', 'offsetHeight', 'clientHeight'])
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get: () => (name.endsWith('Width') ? size.width : size.height),
    });
  Object.assign(Element.prototype, {
    getBoundingClientRect: () => new DOMRect(0, 0, size.width, size.height),
    setPointerCapture: () => undefined,
    releasePointerCapture: () => undefined,
  });
  // No stylesheet is loaded: what an element says itself is all there is, and looking further took a third of the time.
  Object.assign(globalThis, { getComputedStyle: ({ style }: HTMLElement) => style });
  Object.assign(document, { elementFromPoint: () => null, execCommand: () => false });
  const contexts = new WeakMap<HTMLCanvasElement, object>();
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement) {
      if (!contexts.has(this)) contexts.set(this, context(this));
      return contexts.get(this);
    },
  });
  closeLightly();
}
