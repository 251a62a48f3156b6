// What the help panel shows: one page, the list of pages, what a search found, or the glossary.
import { useEffect, useRef } from 'react';
import { glossary, type Term } from '../../../shared/glossary.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { go } from '../navigation/use-route.ts';
import { HelpText } from './HelpText.tsx';
import styles from './help.module.css';
import type { HelpPage } from './help-page.ts';
import { helpGroups, helpPage } from './pages/pages.ts';
import { findPages, findTerms, termIds } from './search.ts';

type Open = (page: string, term?: string) => void;

export function PageView({
  page,
  onOpen,
  canGo,
}: {
  readonly page: HelpPage;
  readonly onOpen: Open;
  readonly canGo: boolean;
}) {
  const { place } = page;
  return (
    <article aria-labelledby="help-title" className={styles.page}>
      <h2 id="help-title" tabIndex={-1}>
        {page.title}
      </h2>
      <p className={styles.about}>
        <HelpText text={page.about} />
      </p>
      {page.parts.map(({ title, text, steps, points }) => (
        <section key={title}>
          <h3>{title}</h3>
          {text && (
            <p>
              <HelpText text={text} />
            </p>
          )}
          {steps && (
            <ol className={styles.steps}>
              {steps.map(step => (
                <li key={step}>
                  <HelpText text={step} />
                </li>
              ))}
            </ol>
          )}
          {points && (
            <ul className={styles.points}>
              {points.map(point => (
                <li key={point}>
                  <HelpText text={point} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {canGo && place && place.screen !== 'lead' && (
        <Button icon="arrow" onClick={() => go(place.screen, place.rest ?? null)}>
          {`Show ${page.title}`}
        </Button>
      )}
      <nav aria-label="Read next" className={styles.next}>
        <h3>Read next</h3>
        <PageList onOpen={onOpen} pages={page.next.flatMap(id => helpPage(id) ?? [])} />
      </nav>
    </article>
  );
}

export const ContentsView = ({ onOpen }: { readonly onOpen: Open }) => (
  <div className={styles.page}>
    {helpGroups.map(({ title, pages }) => (
      <section aria-label={title} key={title}>
        <h3>{title}</h3>
        <PageList onOpen={onOpen} pages={pages}>
          {title === helpGroups.at(-1)?.title && <PageLink label="Glossary" onClick={() => onOpen('glossary')} />}
        </PageList>
      </section>
    ))}
  </div>
);

const PageList = ({ pages, onOpen, children }: PageListProps) => (
  <ul className={styles.list}>
    {pages.map(({ id, title }) => (
      <PageLink key={id} label={title} onClick={() => onOpen(id)} />
    ))}
    {children}
  </ul>
);
type PageListProps = {
  readonly pages: readonly HelpPage[];
  readonly onOpen: Open;
  readonly children?: React.ReactNode;
};

const PageLink = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <li>
    <button className={styles.link} onClick={onClick} type="button">
      <span>{label}</span>
      <Icon name="right" size={14} />
    </button>
  </li>
);

export function FoundView({ typed, onOpen }: { readonly typed: string; readonly onOpen: Open }) {
  const pages = findPages(typed);
  const terms = findTerms(typed);
  return (
    <div className={styles.page}>
      <p className={styles.count} role="status">
        {pages.length + terms.length === 0
          ? `Nothing found for “${typed}”. Try one word, such as “import”.`
          : `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}, ${terms.length} ${terms.length === 1 ? 'term' : 'terms'}`}
      </p>
      {pages.length > 0 && (
        <section aria-label="Pages">
          <h3>Pages</h3>
          <PageList onOpen={onOpen} pages={pages} />
        </section>
      )}
      {terms.length > 0 && (
        <section aria-label="Terms">
          <h3>Terms</h3>
          <Terms ids={terms} />
        </section>
      )}
    </div>
  );
}

export function GlossaryView({ term }: { readonly term: string | null }) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const named = term === null ? null : list.current?.querySelector<HTMLElement>(`[data-term="${CSS.escape(term)}"]`);
    named?.scrollIntoView({ block: 'start' });
    named?.focus({ preventScroll: true });
  }, [term]);
  return (
    <article aria-labelledby="help-title" className={styles.page} ref={list}>
      <h2 id="help-title" tabIndex={-1}>
        Glossary
      </h2>
      <p className={styles.about}>What the words on the screen mean.</p>
      <Terms here={term} ids={termIds} />
    </article>
  );
}

const Terms = ({ ids, here = null }: { readonly ids: readonly Term[]; readonly here?: string | null }) => (
  <dl className={styles.terms}>
    {ids.map(id => (
      <div data-here={id === here || undefined} data-term={id} key={id} tabIndex={-1}>
        <dt>{glossary[id].term}</dt>
        <dd>{glossary[id].meaning}</dd>
      </div>
    ))}
  </dl>
);
