// What a person sees of the window and does in it: by names, roles and texts, never by markup. Everything waits for its state.
import { queryAllByLabelText, queryAllByRole } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

type Name = string | RegExp;

export type Sight = {
  /** Presses the one button, link, tab, menu item, option or box of that name. */
  readonly press: (name: Name) => Promise<void>;
  /** Replaces what stands in a field, and leaves it. */
  readonly fill: (label: Name, text: string) => Promise<void>;
  /** Replaces what stands in a field, and stays in it. */
  readonly type: (label: Name, text: string) => Promise<void>;
  /** Opens a list and takes an option of it. */
  readonly choose: (label: Name, option: Name) => Promise<void>;
  /** Keys as user-event writes them: `{Enter}`, `{Control>}l{/Control}`. */
  readonly keys: (keys: string) => Promise<void>;
  readonly sees: (...texts: readonly Name[]) => Promise<void>;
  readonly misses: (...texts: readonly Name[]) => Promise<void>;
  /** The value of a field, once it is there. */
  readonly value: (label: Name) => Promise<string>;
  /** Waits until a field or box has that value; a box: `on` or `off`. */
  readonly has: (label: Name, value: string) => Promise<void>;
  /** The dialog, panel, region, row, list or group of that name, and nothing else. */
  readonly at: (name: Name) => Sight;
  /** Its text, spaces evened. */
  readonly text: () => string;
  /** Names of what can be pressed, for a test that finds out what is there. */
  readonly offers: () => readonly string[];
  readonly element: () => Promise<HTMLElement>;
  readonly field: (label: Name) => Promise<HTMLInputElement>;
  readonly user: UserEvent;
};

const pressable = ['button', 'link', 'tab', 'menuitem', 'option', 'checkbox', 'radio', 'switch', 'columnheader'];
const areas = [
  'dialog',
  'region',
  'complementary',
  'menu',
  'group',
  'row',
  'article',
  'list',
  'listitem',
  'navigation',
  'listbox',
  'table',
  'grid',
  'form',
  'figure',
  'status',
];

const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '');
const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Whether a person could see it: not hidden, not in a popover that is closed. */
function inSight(element: Element): boolean {
  return element.closest('[hidden], [popover]:not([data-test-popover-open])') === null;
}

/** What a dialog covers is out of reach; notifications lie above everything. */
function reachable(element: Element): boolean {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  return !dialog || dialog.contains(element) || element.closest('[aria-label=Notifications]') !== null;
}

function seenText(root: Node): string {
  let text = '';
  for (const child of root.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof HTMLElement || child instanceof Element) {
      if (child.hasAttribute('hidden') || child.tagName === 'STYLE') continue;
      if (child.hasAttribute('popover') && !child.hasAttribute('data-test-popover-open')) continue;
      text += ` ${seenText(child)} `;
    }
  }
  return text;
}

const fits = (text: string, wanted: Name): boolean =>
  typeof wanted === 'string' ? squeezed(text).includes(squeezed(wanted)) : wanted.test(tidy(text));

const byRole = (root: HTMLElement, roles: readonly string[], name: Name): HTMLElement[] =>
  roles
    .flatMap(role => queryAllByRole(root, role, { name, hidden: true }))
    .filter((element, index, all) => all.indexOf(element) === index && inSight(element));

/** Those that lie in no other of them: a dialog and not the list in it that is called the same. */
const outermost = (found: readonly HTMLElement[]): readonly HTMLElement[] =>
  found.filter(one => !found.some(other => other !== one && other.contains(one)));

/** The one of several that `what` describes; undefined: there is none, or there are several. */
function only<T>(found: readonly T[], what: string): T {
  if (found.length !== 1)
    throw new Error(found.length === 0 ? `${what} is not there.` : `${what} is there ${found.length} times.`);
  return found[0] as T;
}

/** Timers that are due and answers that are there come before what a person does next. */
const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

export function createSight(user: UserEvent, root: () => HTMLElement = () => document.body): Sight {
  /** The answer of `find` as soon as it has one. */
  async function wait<T>(find: () => T): Promise<T> {
    let found: { readonly value: T } | undefined;
    await expect
      .poll(
        () => {
          try {
            found = { value: find() };
            return 'there';
          } catch (error) {
            return `${(error as Error).message}\n${tidy(safeText()).slice(0, 1500)}`;
          }
        },
        { interval: 25 },
      )
      .toBe('there');
    return (found as unknown as { readonly value: T }).value;
  }
  /** What is found, after what its appearance brings with it: a form that has just come takes the keyboard. */
  async function settled<T extends Element>(find: () => T): Promise<T> {
    const found = await wait(find);
    await nextTask();
    return found.isConnected ? found : await wait(find);
  }
  const safeText = (): string => {
    try {
      return seenText(root());
    } catch {
      return seenText(document.body);
    }
  };

  const findField = (label: Name): HTMLInputElement =>
    only(
      [
        ...new Set([
          ...queryAllByLabelText(root(), label),
          ...queryAllByRole(root(), 'combobox', { name: label, hidden: true }),
          ...queryAllByRole(root(), 'textbox', { name: label, hidden: true }),
        ]),
      ].filter(element => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && inSight(element) && reachable(element)),
      `The field ${label}`,
    ) as HTMLInputElement;

  const press = async (name: Name) => {
    const element = await settled(() => {
      const found = only(byRole(root(), pressable, name).filter(reachable), `What is called ${name}`);
      if ((found as HTMLButtonElement).disabled) throw new Error(`${name} cannot be pressed.`);
      return found;
    });
    await user.click(element);
    await nextTask();
  };
  const type = async (label: Name, text: string) => {
    const field = await settled(() => findField(label));
    await user.clear(field);
    if (text !== '') await user.type(field, text.replaceAll(/[{[]/g, '$&$&'));
    await nextTask();
  };
  const shown = (field: HTMLInputElement): string =>
    field.type === 'checkbox' || field.type === 'radio' ? (field.checked ? 'on' : 'off') : field.value;

  return {
    press,
    type,
    fill: async (label, text) => {
      await type(label, text);
      await user.tab();
      await nextTask();
    },
    choose: async (label, option) => {
      const field = await settled(() => findField(label));
      await user.click(field);
      const chosen = await settled(() => {
        const list = document.getElementById(field.getAttribute('aria-controls') ?? '') ?? document.body;
        return only(byRole(list as HTMLElement, ['option'], option), `The option ${option}`);
      });
      await user.click(chosen);
      await nextTask();
    },
    keys: async keys => {
      await user.keyboard(keys);
      await nextTask();
    },
    sees: async (...texts) => {
      for (const text of texts)
        await wait(() => {
          if (!fits(seenText(root()), text)) throw new Error(`“${text}” is not in sight.`);
        });
    },
    misses: async (...texts) => {
      for (const text of texts)
        await wait(() => {
          if (fits(safeText(), text)) throw new Error(`“${text}” is in sight.`);
        });
    },
    value: async label => shown(await wait(() => findField(label))),
    has: async (label, value) => {
      await wait(() => {
        const now = shown(findField(label));
        if (now !== value) throw new Error(`${label} is “${now}”, not “${value}”.`);
      });
    },
    at: name =>
      createSight(user, () => only(outermost(byRole(root(), areas, name).filter(reachable)), `The part ${name}`)),
    text: () => tidy(seenText(root())),
    offers: () =>
      pressable.flatMap(role =>
        queryAllByRole(root(), role, { hidden: true })
          .filter(element => inSight(element) && reachable(element))
          .map(element => `${role} ${element.getAttribute('aria-label') ?? tidy(element.textContent ?? '')}`),
      ),
    element: () => wait(root),
    field: label => wait(() => findField(label)),
    user,
  };
}
