// Finds every control of a screen by its role, changes it, and looks at it in the same frame and after the answer.
import type { Page } from 'playwright-core';

export type Changed = {
  /** "checkbox Sat", as it is found again. */
  readonly key: string;
  readonly before: string;
  /** What was chosen or typed; it has to be seen in the frame of the event. */
  readonly wanted: string;
  readonly shown: string;
};

/** What happens in the page; installed once, kept on `window`. */
function install(): void {
  const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const kind = (input: HTMLElement): string => {
    if (input.getAttribute('aria-haspopup') === 'listbox' || input.getAttribute('role') === 'combobox') return 'select';
    if (input instanceof HTMLTextAreaElement) return 'text';
    const { type } = input as HTMLInputElement;
    if (type === 'checkbox' && input.getAttribute('role') === 'switch') return 'switch';
    return ['checkbox', 'radio', 'range', 'date'].includes(type) ? type : 'text';
  };
  const label = (input: HTMLElement): string => {
    const customValues =
      tidy(input.getAttribute('aria-label')) || tidy((input as HTMLInputElement).labels?.[0]?.textContent);
    const frame = input.closest('fieldset');
    const around = frame
      ? tidy(frame.getAttribute('aria-label')) || tidy(frame.querySelector('legend')?.textContent)
      : '';
    const name = around && kind(input) !== 'text' ? `${around}: ${customValues}` : customValues;
    // “Name of Mara”: a field that is named after what stands in it would be another with each change.
    const value = tidy((input as HTMLInputElement).value);
    return kind(input) === 'text' && value.length > 1 ? name.replace(value, '…') : name;
  };
  const all = () => {
    const counts = new Map<string, number>();
    return [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
      .filter(input => visible(input.closest('label') ?? input) && !input.disabled && !input.readOnly)
      .filter(input => input.type !== 'file')
      .map(input => {
        const name = `${kind(input)} ${label(input)}`;
        const nth = (counts.get(name) ?? 0) + 1;
        counts.set(name, nth);
        return { key: nth === 1 ? name : `${name} (${nth})`, input };
      });
  };
  const stateOf = (input: HTMLInputElement) =>
    input.type === 'checkbox' || input.type === 'radio' ? String(input.checked) : input.value;
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const write = (input: HTMLInputElement, text: string) => {
    const base = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(base.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const typed = (input: HTMLInputElement): string => {
    if (input.type === 'email') return 'new@example.org';
    if (input.type === 'tel') return '+43 1 234567';
    if (input.type === 'url') return 'https://example.org';
    if (input.type === 'date') return '2026-03-12';
    if (input.type === 'time') return '09:10';
    return input.inputMode === 'decimal' || input.inputMode === 'numeric' ? '17' : `${input.value} new`.trim();
  };

  const change = async (key: string) => {
    const input = all().find(control => control.key === key)?.input;
    if (!input) return null;
    const before = stateOf(input);
    const what = key.split(' ')[0];
    input.focus({ preventScroll: true });
    let wanted = before;
    if (what === 'checkbox' || what === 'switch' || what === 'radio') {
      wanted = what === 'radio' ? 'true' : String(before !== 'true');
      input.click();
    } else if (what === 'range') {
      wanted = String(Math.min(Number(input.max), Number(before) + 3));
      write(input, wanted);
    } else if (what === 'select') {
      input.click();
      await frame();
      await frame();
      const options = [...document.querySelectorAll<HTMLElement>('[role=option]')].filter(visible);
      const other = options.find(option => tidy(option.textContent) !== before && tidy(option.textContent) !== 'None');
      if (!other) {
        input.blur();
        return null;
      }
      wanted = tidy(other.textContent);
      other.click();
    } else {
      wanted = typed(input);
      write(input, wanted);
      input.blur();
    }
    await frame();
    const now = all().find(control => control.key === key)?.input ?? input;
    // What a field adds to a list stands beside it, and the field is free again.
    const around = now.closest('fieldset, form, table, section')?.textContent ?? '';
    const adds = what === 'text' || what === 'select';
    const isAdded = adds && stateOf(now) === '' && around.includes(wanted);
    const shown = isAdded ? wanted : what === 'select' ? tidy(stateOf(now)) : stateOf(now);
    if (what === 'range') input.blur();
    return { key, before, wanted, shown };
  };
  const look = (key: string) => {
    const input = all().find(control => control.key === key)?.input;
    if (!input) return null;
    const said = input.closest('fieldset')?.querySelector('[role=alert]') ?? null;
    return { state: stateOf(input), refused: input.getAttribute('aria-invalid') === 'true' || said !== null };
  };
  /** Changes each control that has not been seen yet, one right after the other. */
  const changeAll = async (before: readonly string[]) => {
    const seen = new Set(before);
    const changes: Changed[] = [];
    for (;;) {
      const left = all().filter(({ key }) => !seen.has(key));
      // Radio buttons last: some of them show another part of the screen.
      const key = (left.find(one => !one.key.startsWith('radio')) ?? left[0])?.key;
      if (key === undefined || seen.size > 1000) return { changes, seen: [...seen] };
      seen.add(key);
      const changed = await change(key);
      if (changed) changes.push(changed);
    }
  };
  Object.assign(window, { controls: { changeAll, look: (keys: readonly string[]) => keys.map(look) } });
}

type InPage = {
  readonly controls: {
    readonly changeAll: (
      seen: readonly string[],
    ) => Promise<{ readonly changes: readonly Changed[]; readonly seen: readonly string[] }>;
    readonly look: (keys: readonly string[]) => readonly Look[];
  };
};
type Look = { readonly state: string; readonly refused: boolean } | null;
declare const window: InPage;

export const prepareControls = (page: Page): Promise<void> => page.evaluate(install);
/** Changes all that are not in `seen`, and adds them there. */
export async function changeControls(page: Page, seen: Set<string>): Promise<readonly Changed[]> {
  const walked = await page.evaluate(before => window.controls.changeAll(before), [...seen]);
  for (const key of walked.seen) seen.add(key);
  return walked.changes;
}
/** How controls stand now; null: it is gone. */
export const lookAtControls = (page: Page, keys: readonly string[]): Promise<readonly Look[]> =>
  page.evaluate(names => window.controls.look(names), keys);
