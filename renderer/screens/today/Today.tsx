// Today: lists of work, each row with its actions.
import { useRef } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../parts/actions/actions.ts';
import { go } from '../../parts/navigation/use-route.ts';
import { useSaveScreen } from '../../parts/print/use-save-pdf.ts';
import { CalendarStrip } from '../../parts/reminders/CalendarStrip.tsx';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { FirstSteps } from '../../parts/welcome/FirstSteps.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { Answered, Cooling, Promoted } from './news.tsx';
import { Due, Nurtured, Quiet, Touches, Unanswered, Undated, Waiting } from './sections.tsx';
import styles from './today.module.css';
import { useRowKeys } from './use-row-keys.ts';
import { useTodayActions } from './use-today-actions.tsx';
import { useWhose } from './use-whose.tsx';

export function Today(_props: ScreenProps) {
  const whose = useWhose();
  const today = useRead('today.get', { memberId: whose.memberId });
  const format = useFormat();
  useSaveScreen('Call list', () => ({ screen: 'today', memberId: whose.memberId }));
  return (
    <Screen aside={format.longDate(format.today)} title="Today" tools={whose.switch}>
      <CalendarStrip />
      <QueryBoundary of={today}>
        {found => (
          <>
            {isDone(found) && <FirstSteps />}
            {isEmpty(found) ? <Done /> : <Lists found={found} />}
            {!isDone(found) && <FirstSteps />}
          </>
        )}
      </QueryBoundary>
    </Screen>
  );
}

function Lists({ found }: { readonly found: Output<'today.get'> }) {
  const list = useRef<HTMLDivElement>(null);
  const actions = useTodayActions(list, found.notes);
  const onKeyDown = useRowKeys(list);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of its rows, heard in one place
    <div className={styles.lists} onKeyDown={onKeyDown} ref={list}>
      <Unanswered actions={actions} found={found} />
      <Waiting actions={actions} found={found} />
      <Due actions={actions} found={found} />
      <Undated actions={actions} found={found} />
      <Touches actions={actions} found={found} />
      <Nurtured actions={actions} found={found} />
      <Quiet actions={actions} found={found} />
      {isDone(found) && <AllDone />}
      <Answered actions={actions} found={found} />
      <Promoted actions={actions} found={found} />
      <Cooling actions={actions} found={found} />
      {actions.questions}
    </div>
  );
}

/** Nothing waits to be done; there may still be news. */
const isDone = ({ counts }: Output<'today.get'>): boolean =>
  counts.answer + counts.waiting + counts.due + counts.undated + counts.touches + counts.nurture + counts.quiet === 0;

const isEmpty = ({ counts }: Output<'today.get'>): boolean => Object.values(counts).every(count => count === 0);

/** In a workspace without anybody the first steps say what to do; nothing is done for today that has not begun. */
function Done() {
  const { leadCount, settings } = useWorkspace();
  if (leadCount === 0 && !settings.stepsHidden) return null;
  return leadCount === 0 ? <Nobody /> : <AllDone />;
}

const Nobody = () => (
  <EmptyState
    actions={
      <>
        <Button icon="import" onClick={() => act('import')}>
          Import file
        </Button>
        <Button icon="plus" onClick={() => act('new-lead')}>
          Add lead
        </Button>
      </>
    }
    title="No leads yet"
  >
    Import a spreadsheet, or add leads one by one. Leads that are waiting, due or inactive then appear here.
  </EmptyState>
);

const AllDone = () => (
  <EmptyState
    actions={
      <>
        <Button icon="board" onClick={() => go('board')}>
          Open board
        </Button>
        <Button icon="import" onClick={() => go('import')}>
          Import leads
        </Button>
      </>
    }
    glyph="customer"
    title="All done"
  >
    No calls to answer, no leads waiting for sales, no next steps due, no inactive leads.
  </EmptyState>
);
