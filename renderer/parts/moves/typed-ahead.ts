// Keys pressed before a question can hear them: kept, and given to it in their order as soon as it is drawn.
import type { KeyboardEvent } from 'react';

type Press = { readonly key: string; readonly shiftKey: boolean };

/** Answers what hears the keys meanwhile, and what plays them into the box that holds the question. */
export function keepKeys() {
  const pressed: Press[] = [];
  return {
    hear: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape') return;
      if (event.key.length > 1 && event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Backspace') return;
      event.preventDefault();
      event.stopPropagation();
      pressed.push({ key: event.key, shiftKey: event.shiftKey });
    },
    play: (box: HTMLElement) => {
      for (const press of pressed.splice(0)) give(box, press);
    },
  };
}

const reachable = 'input:not(:disabled), textarea, select, button:not(:disabled)';

function give(box: HTMLElement, { key, shiftKey }: Press): void {
  const focused = document.activeElement;
  if (key === 'Tab') {
    const stops = [...box.querySelectorAll<HTMLElement>(reachable)];
    stops[stops.indexOf(focused as HTMLElement) + (shiftKey ? -1 : 1)]?.focus();
  } else if (key === 'Enter') {
    if (focused instanceof HTMLButtonElement) focused.click();
    else box.querySelector('form')?.requestSubmit();
  } else if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) {
    if (focused.type === 'radio' || focused.type === 'checkbox') {
      const note = key === ' ' ? null : box.querySelector<HTMLInputElement>('input[data-note]');
      if (key === ' ') focused.click();
      if (key.length > 1 || !note) return;
      // Letters on a reason are a note.
      note.focus();
      write(note, key);
      return;
    }
    write(focused, key);
  }
}

function write(focused: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const start = focused.selectionStart ?? focused.value.length;
  const end = focused.selectionEnd ?? start;
  const from = key === 'Backspace' && start === end ? Math.max(0, start - 1) : start;
  focused.setRangeText(key === 'Backspace' ? '' : key, from, end, 'end');
  focused.dispatchEvent(new Event('input', { bubbles: true }));
}
