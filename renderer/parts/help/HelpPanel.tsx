// Help: beside the screen, so that one reads while one works; as a dialog where a dialog is open already.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchInput } from '../../ui/fields/SearchInput.tsx';
import type { Route } from '../navigation/route.ts';
import { SidePanel } from '../screen/SidePanel.tsx';
import { ContentsView, FoundView, GlossaryView, PageView } from './HelpViews.tsx';
import styles from './help.module.css';
import type { HelpRequest } from './open-help.ts';
import { helpPage, pageOf } from './pages/pages.ts';

type Props = {
  readonly request: HelpRequest;
  /** What one looks at; null: no workspace is open. */
  readonly route: Route | null;
  readonly onClose: () => void;
};

type Shown = { readonly page: string; readonly term: string | null };

export function HelpPanel({ request, route, onClose }: Props) {
  const [trail, setTrail] = useState<readonly Shown[]>([]);
  const [typed, setTyped] = useState('');
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew by each press of F1, not by each way through the screens
  useEffect(() => {
    const here = route ? pageOf(route)?.id : undefined;
    setTrail([{ page: request.page === 'here' ? (here ?? 'contents') : request.page, term: request.term }]);
    setTyped('');
  }, [request]);
  const shown = trail.at(-1);
  const show = (next: readonly Shown[]) => {
    setTyped('');
    setTrail(next);
  };
  useEffect(() => {
    if (!shown || shown.term !== null) return;
    body.current?.scrollTo({ top: 0 });
    // What was pressed has gone with the page before.
    if (trail.length > 1) body.current?.querySelector<HTMLElement>('#help-title')?.focus({ preventScroll: true });
  }, [shown, trail.length]);

  const open = (page: string, term: string | null = null) => show([...trail, { page, term }]);
  const page = shown && helpPage(shown.page);
  const inside = (
    <>
      <div className={styles.tools}>
        {trail.length > 1 && typed === '' && (
          <IconButton icon="left" label="Back to the page before" onClick={() => show(trail.slice(0, -1))} />
        )}
        <SearchInput label="Search help" onChange={setTyped} placeholder="Search help" value={typed} />
        <button
          className={styles.all}
          disabled={shown?.page === 'contents' && typed === ''}
          onClick={() => show([...trail, { page: 'contents', term: null }])}
          type="button"
        >
          All pages
        </button>
      </div>
      <div className={styles.body} ref={body}>
        {typed.trim() !== '' ? (
          <FoundView onOpen={open} typed={typed} />
        ) : page ? (
          <PageView canGo={route !== null && request.over === 'screen'} onOpen={open} page={page} />
        ) : shown?.page === 'glossary' ? (
          <GlossaryView term={shown.term} />
        ) : (
          <ContentsView onOpen={open} />
        )}
      </div>
    </>
  );
  return (
    <Frame onClose={onClose} over={request.over}>
      {inside}
    </Frame>
  );
}

type FrameProps = {
  readonly over: HelpRequest['over'];
  readonly onClose: () => void;
  readonly children: ReactNode;
};

const Frame = ({ over, onClose, children }: FrameProps) =>
  over === 'dialog' ? (
    <Dialog onClose={onClose} title="Help">
      {children}
    </Dialog>
  ) : (
    <SidePanel label="Help" onClose={onClose}>
      <div className={styles.panel}>
        <header className={styles.head}>
          <p className={styles.title}>Help</p>
          <IconButton icon="close" keys="Escape" label="Close" onClick={onClose} />
        </header>
        {children}
      </div>
    </SidePanel>
  );
