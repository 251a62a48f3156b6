// A field takes so many characters and drops the rest of what is pasted: that is said.
import { type ClipboardEvent, useState } from 'react';

type Box = HTMLInputElement | HTMLTextAreaElement;

/** The sentence about a text of which only the beginning fits; null: all of it does. */
export const cutText = (length: number, most: number): string | null =>
  length <= most
    ? null
    : `Only the first ${most.toLocaleString('en')} characters fit here. The last ${(length - most).toLocaleString('en')} did not fit.`;

/** Hears what is pasted into a field of `most` characters; `cut` says what was left out, for as long as the field is full. */
export function useCut(value: string, most: number | undefined) {
  const [cut, setCut] = useState<string | null>(null);
  return {
    cut: most !== undefined && value.length >= most ? cut : null,
    onPaste: ({ currentTarget, clipboardData }: ClipboardEvent<Box>): void => {
      if (most === undefined) return;
      const { selectionStart, selectionEnd, value: before } = currentTarget;
      const selected = (selectionEnd ?? 0) - (selectionStart ?? 0);
      setCut(cutText(before.length - selected + clipboardData.getData('text/plain').length, most));
    },
  };
}
