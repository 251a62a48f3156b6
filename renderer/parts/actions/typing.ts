// Detects typing: text fields, and which of them changed since they got the focus.

const textTypes = new Set(['text', 'search', 'email', 'tel', 'url', 'number', 'password', 'date', 'time', '']);
let typedIn: EventTarget | null = null;
/** A field that was only filled in for the person holds nothing of theirs. */
const everTypedIn = new WeakSet<EventTarget>();

/** The field that takes what is typed; null for a button, a radio, a list. */
export function textFieldOf(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && textTypes.has(target.type) ? target : null;
}

/** True when the field was typed in since it got the keyboard: then Undo is the field's. */
export const wasTypedIn = (field: Element): boolean => typedIn === field;

/** Starts to watch; answers the function that stops it. */
export function watchTyping(): () => void {
  const onInput = (event: Event) => {
    typedIn = textFieldOf(event.target);
    if (typedIn) everTypedIn.add(typedIn);
  };
  const onFocusOut = () => {
    typedIn = null;
  };
  addEventListener('input', onInput, { capture: true });
  addEventListener('focusout', onFocusOut, { capture: true });
  return () => {
    removeEventListener('input', onInput, { capture: true });
    removeEventListener('focusout', onFocusOut, { capture: true });
  };
}

/** What stands in the text fields of an open dialog or question, which nothing saves by itself; `data-passing` is left out. */
export function typedInDialogs(): { readonly label: string; readonly text: string }[] {
  return [...document.querySelectorAll('dialog[open], [popover]:popover-open')].flatMap(box =>
    [...box.querySelectorAll('input, textarea')].flatMap(element => {
      const field = textFieldOf(element);
      if (!field || !everTypedIn.has(field) || field.value.trim() === '' || field.dataset.passing) return [];
      return [{ label: nameOf(field), text: field.value }];
    }),
  );
}

const nameOf = (field: HTMLInputElement | HTMLTextAreaElement): string =>
  field.labels?.[0]?.textContent || field.ariaLabel || labelledBy(field) || 'A field';

const labelledBy = (field: Element): string =>
  document.getElementById(field.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
