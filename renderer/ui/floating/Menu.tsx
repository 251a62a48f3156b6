// A menu behind a button: arrows, Home, End and first letters move; Enter chooses; Escape goes back to the button.
import { Fragment, type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { Kbd } from '../Kbd.tsx';
import { Floating } from './Floating.tsx';
import styles from './menu.module.css';
import type { Align } from './position-box.ts';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly glyph?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  /** Why it cannot be chosen now; the item stays readable. */
  readonly unless?: string | undefined;
};
export type MenuSection = { readonly title?: string; readonly items: readonly MenuItem[] };

type Props = {
  readonly label: string;
  readonly sections: readonly MenuSection[];
  /** Gives the button its looks; spread the props on a `Button` or `IconButton`. */
  readonly button: (props: MenuButtonProps) => ReactNode;
  readonly align?: Align;
};
export type MenuButtonProps = {
  readonly ref: (element: HTMLElement | null) => void;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onPointerDown: () => void;
  readonly onClick: (event: MouseEvent) => void;
};

export function Menu({ label, sections, button, align = 'start' }: Props) {
  const anchor = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  // A press on the button closes an open menu before the click arrives, which must not open it again.
  const wasOpen = useRef(false);
  return (
    <>
      {button({
        ref: element => {
          anchor.current = element;
        },
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onPointerDown: () => {
          wasOpen.current = open;
        },
        onClick: event => setOpen(!(event.detail === 0 ? open : wasOpen.current)),
      })}
      {open && (
        <Floating align={align} anchor={anchor} label={label} onClose={() => setOpen(false)} role="menu">
          <MenuItems close={() => setOpen(false)} sections={sections} />
        </Floating>
      )}
    </>
  );
}

/** The items alone, for a menu that opens elsewhere (a right click, a card). */
export function MenuItems({ sections, close }: { sections: readonly MenuSection[]; close: () => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of its items, heard in one place
    <div className={styles.items} onKeyDown={moveFocus} role="presentation">
      {sections.map((section, index) => (
        <Fragment key={section.title ?? section.items[0]?.id ?? index}>
          {index > 0 && <hr className={styles.rule} />}
          {section.title && (
            <p className={styles.title} role="presentation">
              {section.title}
            </p>
          )}
          {section.items.map(item => (
            <button
              aria-disabled={item.unless !== undefined}
              className={styles.item}
              data-danger={item.danger}
              key={item.id}
              onClick={() => {
                if (item.unless !== undefined) return;
                close();
                item.run();
              }}
              onPointerMove={event => event.currentTarget.focus({ preventScroll: true })}
              role="menuitem"
              tabIndex={-1}
              type="button"
            >
              <span className={styles.glyph}>{item.glyph}</span>
              <span className={styles.text}>
                {item.label}
                {item.unless && <span className={styles.unless}>{item.unless}</span>}
              </span>
              {item.keys && <Kbd keys={item.keys} />}
            </button>
          ))}
        </Fragment>
      ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const now = items.indexOf(document.activeElement as HTMLElement);
  const target = nextItem(event.key, now, items);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function nextItem(key: string, now: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(now + 1) % items.length];
  if (key === 'ArrowUp') return items[(now - 1 + items.length) % items.length];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const fromNow = [...items.slice(now + 1), ...items.slice(0, now + 1)];
  return fromNow.find(item => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}
