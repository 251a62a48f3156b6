// Enter sends a form from a field of several lines; Shift and Enter begin a new line.
import type { KeyboardEvent } from 'react';

export function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
