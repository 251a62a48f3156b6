// The words of a next step and the day they name: "send quote thu" is Thursday, until a day is chosen by hand.
import { useEffect, useRef, useState } from 'react';
import type { PlainDate } from '../../../shared/dates.ts';
import type { ReadStep } from '../../../shared/log-line.ts';
import { call } from '../../api/call.ts';
import { useRead } from '../../api/use-read.ts';

type Day = { readonly on: PlainDate | ''; readonly time: string };
type Text = {
  readonly what: string;
  /** As it was before it was typed: its words name no day. */
  readonly was: string;
  /** Where the words name no day. */
  readonly usual: Day;
};
type Planned = { readonly what: string | null; readonly on: string; readonly time: string };

const most = 500;

export function useStepText({ what, was, usual }: Text): {
  readonly day: Day;
  readonly choose: (change: Partial<Day>) => void;
  /** What is to be saved; a sentence where it is not clear which day is meant; null where it was typed on or canceled meanwhile. */
  readonly planned: () => Promise<Planned | string | null>;
} {
  const [chosen, setChosen] = useState<Partial<Day>>({});
  const text = what.trim().slice(0, most);
  /** What stands in the field now; null once the dialog is gone. */
  const present = useRef<string | null>(text);
  present.current = text;
  useEffect(
    () => () => {
      present.current = null;
    },
    [],
  );
  const isTyped = text !== '' && text !== was.trim();
  const { data, isPlaceholderData } = useRead('nextSteps.parse', { text }, { when: isTyped, keep: true });
  const dayOf = (read: ReadStep | undefined): Day => {
    const [first] = isTyped ? (read?.days ?? []) : [];
    return { on: first?.date ?? usual.on, time: first?.time ?? usual.time, ...chosen };
  };
  return {
    day: dayOf(data),
    choose: change => setChosen({ ...chosen, ...change }),
    planned: async () => {
      if (!isTyped) return { what: text || null, ...dayOf(undefined) };
      const isFresh = data !== undefined && !isPlaceholderData;
      const answer = isFresh ? ({ ok: true, value: data } as const) : await call('nextSteps.parse', { text });
      if (present.current !== text) return null;
      if (!answer.ok) return answer.error.message;
      const read = answer.value;
      if (read.why !== null && chosen.on === undefined) return read.why;
      // A day chosen by hand takes the place of the one in the words only where it is the same.
      const isSame = read.days.some(({ date }) => date === dayOf(read).on);
      return { what: isSame ? read.what : text, ...dayOf(read) };
    },
  };
}
