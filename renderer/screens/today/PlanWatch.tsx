// Notifies of nurture plans that started by themselves.
import { useEffect, useRef } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { showNews } from '../../api/toast-store.ts';
import { undoButton } from '../../api/undo.ts';
import { useRead } from '../../api/use-read.ts';

type Started = Output<'nurture.started'>[number];

/** Draws nothing. Stands once inside the open workspace. */
export function PlanWatch() {
  const started = useRead('nurture.started', {}).data;
  const seen = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!started) return;
    const known = seen.current;
    seen.current = new Set([...(known ?? []), ...started.map(({ id }) => id)]);
    // What was there when the workspace opened is no news, and what a redo brings back neither.
    const news = known === null ? [] : started.filter(({ id }) => !known.has(id));
    if (news.length === 0) return;
    const [step] = news.map(one => one.step);
    showNews(startedText(news), step && news.every(one => one.step === step) ? undoButton(step) : null);
  }, [started]);
  return null;
}

const because = { download: 'a download', rejected: 'the rejection by sales' } as const;

/** "“Warm” started by itself for Ida Berg, after a download.", "Nurture plans started by themselves for Ida Berg and 3 others." */
export function startedText(news: readonly Pick<Started, 'name' | 'plan' | 'by'>[]): string {
  const [first] = news;
  if (!first) return '';
  const { name, plan, by } = first;
  if (news.length === 1) return `“${plan}” started by itself for ${name}, after ${because[by]}.`;
  const others = `${name} and ${news.length - 1} ${news.length === 2 ? 'other' : 'others'}`;
  return news.every(one => one.plan === plan)
    ? `“${plan}” started by itself for ${others}.`
    : `Nurture plans started by themselves for ${others}.`;
}
