// The keys that lead through the agenda: arrows, the keys of a presenter's remote, digits. What a field or a list uses is its own.
import { useEffect, useRef } from 'react';
import { textFieldOf } from '../../../parts/actions/typing.ts';
import { isPanelOpen } from '../../../parts/screen/SidePanel.tsx';
import { type Section, type SectionId, sectionByKey } from '../agenda.ts';

type Options = {
  readonly sections: readonly Section[];
  readonly here: SectionId;
  readonly onGo: (section: SectionId) => void;
  /** Where the keyboard rests when Escape takes it out of a field. */
  readonly body: { readonly current: HTMLElement | null };
};

export function useSectionKeys(options: Options) {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { sections, here, onGo, body } = latest.current;
      if (event.key === 'Escape' && !event.defaultPrevented && leavesField(event, body.current)) return;
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

/** Out of a field of the section and into the section itself, so that the next key leads on. */
function leavesField(event: KeyboardEvent, body: HTMLElement | null): boolean {
  const field = textFieldOf(event.target);
  if (field === null || !body?.contains(field)) return false;
  event.preventDefault();
  body.focus({ preventScroll: true });
  return true;
}

/** Whether a key press is nobody else's: no field, no choice by arrows, nothing open that must be answered first. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open], [popover="auto"]:popover-open') !== null) return false;
  const { target, key } = event;
  if (!(target instanceof HTMLElement)) return false;
  // A presenter's remote leads on wherever the keyboard happens to be; what was typed is kept.
  if (textFieldOf(target) !== null) return key === 'PageUp' || key === 'PageDown';
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return true;
  if (target instanceof HTMLInputElement && target.type === 'radio') return !key.startsWith('Arrow');
  if (target.closest('input, select, [role="slider"], [role="listbox"], [role="menu"]')) return false;
  // A panel that lies over the review is walked by its own keys.
  if (isPanelOpen() && target.closest('aside') !== null && key !== 'Escape') return false;
  // A table wider than the screen scrolls by the same arrows.
  const box = target.closest<HTMLElement>('[tabindex="0"]');
  return !(key.startsWith('Arrow') && box !== null && box.scrollWidth > box.clientWidth);
}
