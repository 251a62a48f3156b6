// The words of a next step and the day they name: "send quote thu" is Thursday, until a day is chosen by hand.
import { useEffect, useRef, useState } from 'react';
import type { PlainDate } from '../../../shared/dates.ts';
import type { ReadStep } from '../../../shared/log-line.ts';
import { call } from '../../api/call.ts';
import { useRead } from '../../api/use-read.ts';

type Day = { readonly on: PlainDate | ''; readonly time: string };
type Text = {
  readonly what: string;
  readonly was: string;
  /** Whether it had a day before: one that its words named then as well moves nothing. */
  readonly dated: boolean;
  /** Where the words name no day. */
  readonly usual: Day;
};
type Planned = { readonly what: string | null; readonly on: string; readonly time: string };

const most = 500;

/** Whether the words name another day than they did before they were typed on; as long as that is not known they do not. */
const isNews = (read: ReadStep, old: ReadStep | undefined, before: string): boolean =>
  before === '' || (old !== undefined && JSON.stringify(read.days) !== JSON.stringify(old.days));

export function useStepText({ what, was, dated, usual }: Text): {
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
  const before = dated ? was.trim().slice(0, most) : '';
  const wasRead = useRead('nextSteps.parse', { text: before }, { when: before !== '' }).data;
  const dayOf = (read: ReadStep | undefined, old = wasRead): Day => {
    const [first] = read === undefined || !isTyped || !isNews(read, old, before) ? [] : read.days;
    return { on: first?.date ?? usual.on, time: first?.time ?? usual.time, ...chosen };
  };
  return {
    day: dayOf(data),
    choose: change => setChosen({ ...chosen, ...change }),
    planned: async () => {
      if (!isTyped) return { what: text || null, ...dayOf(undefined) };
      const isFresh = data !== undefined && !isPlaceholderData;
      const [answer, old] = await Promise.all([
        isFresh ? { ok: true as const, value: data } : call('nextSteps.parse', { text }),
        before === '' || wasRead !== undefined
          ? { ok: true as const, value: wasRead }
          : call('nextSteps.parse', { text: before }),
      ]);
      if (present.current !== text) return null;
      if (!answer.ok) return answer.error.message;
      if (!old.ok) return old.error.message;
      const read = answer.value;
      if (!isNews(read, old.value, before)) return { what: text, ...dayOf(undefined) };
      if (read.why !== null && chosen.on === undefined) return read.why;
      // A day chosen by hand takes the place of the one in the words only where it is the same.
      const isSame = read.days.some(({ date }) => date === dayOf(read, old.value).on);
      return { what: isSame ? read.what : text, ...dayOf(read, old.value) };
    },
  };
}
