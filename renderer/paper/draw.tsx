// The page that is printed: reads a review, draws it, and says by its title that it is drawn. Nobody sees its window.
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { type PeriodKind, periodKinds } from '../../shared/figures.ts';
import { failedTitle } from '../../shared/paper.ts';
import { ask } from '../api/call.ts';
import { type DocumentSources, documentOf, type ReviewDocument } from '../screens/review/paper/document.ts';
import { minutesSubject } from '../screens/review/paper/minutes-text.ts';
import { Paper } from '../screens/review/paper/Paper.tsx';
import { FormatProvider, useFormat } from '../ui/format.tsx';
import './page.css';

/** Draws the review that `address` names, as "week.2026-02-23". */
export async function drawPaper(element: HTMLElement, address: string): Promise<void> {
  try {
    const [kindText = '', date = ''] = address.split('.');
    const kind = periodKinds.find(name => name === kindText);
    if (kind === undefined) throw new Error('There is no such page.');
    const [sources] = await Promise.all([readSources(kind, date), fontsReady()]);
    createRoot(element, { onUncaughtError: fail }).render(<Page sources={sources} />);
  } catch {
    fail();
  }
}

const fail = () => {
  document.title = failedTitle;
};

type Sources = DocumentSources & { readonly today: string };

async function readSources(kind: PeriodKind, date: string): Promise<Sources> {
  const [workspace, review, handoff, meeting] = await Promise.all([
    ask('workspace.get', {}),
    ask('review.get', { kind, date }),
    ask('review.handoff', { kind, date }),
    kind === 'week' ? ask('meeting.get', { date }) : null,
  ]);
  return { workspace, review, handoff, meeting, today: workspace.today };
}

/** Letters drawn on a canvas do not wait for their font: every weight that charts use is asked for first. */
const fontsReady = (): Promise<unknown> =>
  Promise.all(['430', '500', '640'].map(weight => document.fonts.load(`${weight} 12px "Inter Variable"`)));

function Page({ sources }: { readonly sources: Sources }) {
  const { timeZone, currency } = sources.workspace.settings;
  return (
    <FormatProvider settings={{ timeZone, currency, today: sources.today }}>
      <Sheet review={documentOf(sources)} />
    </FormatProvider>
  );
}

function Sheet({ review }: { readonly review: ReviewDocument }) {
  const title = minutesSubject(useFormat(), review);
  useEffect(() => {
    const pictures = [...document.images].map(image => image.decode());
    Promise.all([document.fonts.ready, ...pictures]).then(() => {
      document.title = title;
    }, fail);
  }, [title]);
  return <Paper document={review} />;
}
