// The keys that lead through the agenda: arrows, the keys of a presenter's remote, digits. What a field or a list uses is its own.
import { useEffect, useRef } from 'react';
import { textFieldOf } from '../../../app/typing.ts';
import { type Section, type SectionId, sectionByKey } from '../agenda.ts';

type Options = {
  readonly sections: readonly Section[];
  readonly here: SectionId;
  readonly onGo: (section: SectionId) => void;
};

export function useSectionKeys(options: Options) {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { sections, here, onGo } = latest.current;
      if (!isFree(event)) return;
      const to = sectionByKey(sections, here, event.key);
      if (to === null) return;
      event.preventDefault();
      if (to !== here) onGo(to);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether a key press is nobody else's: no field, no choice by arrows, nothing open that must be answered first. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open], [popover="auto"]:popover-open') !== null) return false;
  const { target, key } = event;
  if (textFieldOf(target) !== null || !(target instanceof HTMLElement)) return false;
  if (target.closest('input, select, [role="slider"], [role="listbox"], [role="menu"], [contenteditable]')) {
    return !(target instanceof HTMLInputElement && target.type === 'checkbox') ? false : !key.startsWith('Arrow');
  }
  // A table wider than the screen scrolls by the same arrows.
  const box = target.closest<HTMLElement>('[tabindex="0"]');
  return !(key.startsWith('Arrow') && box !== null && box.scrollWidth > box.clientWidth);
}
