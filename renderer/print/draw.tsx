// The printed page: reads a review, a list or a record, renders it, and signals in its title when it is done.
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Sections } from '../../shared/contract/privacy.ts';
import { periodKinds } from '../../shared/figures.ts';
import { failedTitle } from '../../shared/print.ts';
import { ask } from '../api/call.ts';
import { PaperSections } from '../parts/privacy/PaperSections.tsx';
import { type DocumentSources, documentOf, type ReviewDocument } from '../screens/review/print/document.ts';
import { minutesSubject } from '../screens/review/print/minutes-text.ts';
import { ReviewPrint } from '../screens/review/print/ReviewPrint.tsx';
import { readDocument } from '../screens/review/print/read-document.ts';
import { FormatProvider, useFormat } from '../ui/format.tsx';
import { ListPage } from './lists/ListPage.tsx';
import type { PrintedList } from './lists/printed-list.ts';
import { readList } from './lists/read-list.ts';
import './page.css';

const screenPrefix = 'screen.';

/** Draws what `address` names: a review as "week.2026-02-23", a list as "screen." and its request. */
export async function renderPrint(element: HTMLElement, address: string): Promise<void> {
  try {
    if (address.startsWith(screenPrefix)) {
      const list = await readList(JSON.parse(decodeURIComponent(address.slice(screenPrefix.length))));
      await fontsReady();
      createRoot(element, { onUncaughtError: fail }).render(<ListSheet list={list} />);
      return;
    }
    const [kindText = '', date = ''] = address.split('.');
    if (kindText === 'person' || kindText === 'processing') {
      const sections = await (kindText === 'person' ? ask('privacy.person', { id: date }) : ask('privacy.record', {}));
      await fontsReady();
      createRoot(element, { onUncaughtError: fail }).render(<SectionsPage sections={sections} />);
      return;
    }
    const kind = periodKinds.find(name => name === kindText);
    if (kind === undefined) throw new Error('This page does not exist.');
    const [sources] = await Promise.all([readDocument(kind, date), fontsReady()]);
    createRoot(element, { onUncaughtError: fail }).render(<Page sources={sources} />);
  } catch {
    fail();
  }
}

const fail = () => {
  document.title = failedTitle;
};

/** Letters drawn on a canvas do not wait for their font: every weight that charts use is asked for first. */
const fontsReady = (): Promise<unknown> =>
  Promise.all(['430', '500', '640'].map(weight => document.fonts.load(`${weight} 12px "Inter Variable"`)));

function Page({ sources }: { readonly sources: DocumentSources }) {
  const { settings, today } = sources.workspace;
  return (
    <FormatProvider settings={{ timeZone: settings.timeZone, currency: settings.currency, today }}>
      <Sheet review={documentOf(sources)} />
    </FormatProvider>
  );
}

function SectionsPage({ sections }: { readonly sections: Sections }) {
  useEffect(() => {
    document.fonts.ready.then(() => {
      document.title = sections.title;
    }, fail);
  }, [sections.title]);
  return <PaperSections sections={sections} />;
}

function ListSheet({ list }: { readonly list: PrintedList }) {
  useEffect(() => {
    document.fonts.ready.then(() => {
      document.title = list.title;
    }, fail);
  }, [list.title]);
  return <ListPage list={list} />;
}

function Sheet({ review }: { readonly review: ReviewDocument }) {
  const title = minutesSubject(useFormat(), review);
  useEffect(() => {
    const pictures = [...document.images].map(image => image.decode());
    Promise.all([document.fonts.ready, ...pictures]).then(() => {
      document.title = title;
    }, fail);
  }, [title]);
  return <ReviewPrint document={review} />;
}
