// Notifies of leads that became MQL by score.
import { useEffect, useRef } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { showNews } from '../../api/toast-store.ts';
import { undoButton } from '../../api/undo.ts';
import { useRead } from '../../api/use-read.ts';
import { showLanding } from '../../parts/moves/landing.ts';

type Promotion = Output<'today.glance'>['promoted'][number];

const keyOf = ({ id, at }: Promotion): string => `${id} ${at}`;

/** Draws nothing. Stands once inside the open workspace. */
export function PromotionWatch() {
  const promoted = useRead('today.glance', {}).data?.promoted;
  const seen = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!promoted) return;
    const known = seen.current;
    seen.current = new Set([...(known ?? []), ...promoted.map(keyOf)]);
    // What was there when the workspace opened is no news.
    const news = known === null ? [] : promoted.filter(one => !known.has(keyOf(one)) && one.stage === 'mql');
    if (news.length === 0) return;
    const [step] = news.map(one => one.step);
    const together = step && news.every(one => one.step === step);
    showNews(promotedText(news), together ? undoButton(step) : null);
    showLanding(news.map(({ id }) => id));
  }, [promoted]);
  return null;
}

/** "Dana Weber became MQL: 105 points.", "Dana Weber and 3 others became MQL." */
export function promotedText(news: readonly Pick<Promotion, 'name' | 'total'>[]): string {
  const [first] = news;
  if (!first) return '';
  const { name, total } = first;
  if (news.length === 1) return `${name} became MQL: ${total} points.`;
  return `${name} and ${news.length - 1} ${news.length === 2 ? 'other' : 'others'} became MQL.`;
}
