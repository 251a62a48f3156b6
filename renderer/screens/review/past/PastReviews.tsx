// Past reviews: search, read, compare.
import { useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import type { PlainDate } from '../../../../shared/dates.ts';
import { useRead } from '../../../api/use-read.ts';
import { useAction } from '../../../parts/actions/actions.ts';
import { pathTo } from '../../../parts/navigation/route.ts';
import { go } from '../../../parts/navigation/use-route.ts';
import { Screen } from '../../../parts/screen/Screen.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { SearchInput } from '../../../ui/fields/SearchInput.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { formatReviewRoute, writeComparison } from '../review-route.ts';
import styles from './past.module.css';

type Listed = Output<'meeting.list'>[number];

export function PastReviews() {
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<readonly PlainDate[]>([]);
  const list = useRead('meeting.list', { search }, { keep: true });
  useAction('search', () => document.querySelector<HTMLInputElement>('[aria-label="Search past reviews"]')?.focus());
  const pick = (week: PlainDate) =>
    setPicked(picked.includes(week) ? picked.filter(other => other !== week) : [...picked.slice(-1), week]);
  const [one, two] = picked.toSorted();
  return (
    <Screen
      aside={list.data && search === '' && list.data.length > 0 && `${list.data.length} closed`}
      filters={
        <Button icon="left" look="plain" onClick={() => go('review')}>
          This week’s review
        </Button>
      }
      title="Past reviews"
      tools={
        <>
          <SearchInput
            label="Search past reviews"
            onChange={setSearch}
            placeholder="Search the minutes"
            value={search}
          />
          <Button
            disabled={one === undefined || two === undefined}
            onClick={() => one && two && go('review', writeComparison(one, two))}
            title="Select two reviews to compare"
          >
            Compare
          </Button>
        </>
      }
    >
      <QueryBoundary of={list}>
        {reviews => (
          <>
            {reviews.length === 0 && <None search={search} />}
            <ul aria-label="Past reviews" className={styles.list}>
              {reviews.map(review => (
                <Row
                  key={review.weekStart}
                  onPick={() => pick(review.weekStart)}
                  picked={picked.includes(review.weekStart)}
                  review={review}
                  search={search}
                />
              ))}
            </ul>
          </>
        )}
      </QueryBoundary>
    </Screen>
  );
}

const None = ({ search }: { readonly search: string }) =>
  search === '' ? (
    <EmptyState glyph="lead" title="No closed reviews yet">
      A closed review keeps its figures and minutes for good. You will find it here.
    </EmptyState>
  ) : (
    <EmptyState title={`No results for “${search}”`}>
      The search covers decisions, action items, notes and names.
    </EmptyState>
  );

type RowProps = {
  readonly review: Listed;
  readonly search: string;
  readonly picked: boolean;
  readonly onPick: () => void;
};

function Row({ review, search, picked, onPick }: RowProps) {
  const format = useFormat();
  const { weekStart, label, closedAt, attendees, decisions, items, notes, mqls, customers, accepted } = review;
  const open = pathTo('review', formatReviewRoute({ kind: 'week', date: weekStart, section: null, meeting: false }));
  const figures = [
    mqls === null ? null : `${format.whole(mqls)} ${mqls === 1 ? 'MQL' : 'MQLs'}`,
    accepted === null || accepted.n === 0 ? null : `${accepted.numerator} of ${accepted.n} accepted`,
    customers === null ? null : `${format.whole(customers)} ${customers === 1 ? 'customer' : 'customers'}`,
  ].filter(part => part !== null);
  return (
    <li className={styles.row}>
      <label className={styles.pick}>
        <input aria-label={`Compare ${label}`} checked={picked} onChange={onPick} type="checkbox" />
      </label>
      <div className={styles.head}>
        <a className={styles.label} href={`#${open}`}>
          {label}
        </a>
        <span className={styles.aside}>closed {format.date(format.plainDate(closedAt))}</span>
      </div>
      <span className={styles.figures}>{figures.join(' · ')}</span>
      <div className={styles.text}>
        {decisions.map(text => (
          <p key={text}>
            <Found search={search} text={text} />
          </p>
        ))}
        {items.length > 0 && (
          <p className={styles.small}>
            Action items: <Found search={search} text={items.join(' · ')} />
          </p>
        )}
        {notes && (
          <p className={styles.small}>
            <Found search={search} text={notes} />
          </p>
        )}
        <p className={styles.aside}>
          <Found search={search} text={attendees.join(', ')} />
        </p>
      </div>
    </li>
  );
}

/** The text with what was searched for marked; accents do not matter. */
function Found({ text, search }: { readonly text: string; readonly search: string }) {
  const wanted = plain(search.trim());
  const at = wanted === '' ? -1 : plain(text).indexOf(wanted);
  // Letters that fall apart into several would shift the mark; then there is none.
  if (at < 0 || plain(text).length !== text.length) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles.found}>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
