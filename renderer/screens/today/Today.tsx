// Today: lists of work, each row with its actions.
import { useRef } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { Answer } from '../../api/Answer.tsx';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../app/actions.ts';
import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';
import { go } from '../../app/use-place.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../ui/format.tsx';
import { FirstSteps } from '../welcome/FirstSteps.tsx';
import { Answered, Cooling, Promoted } from './news.tsx';
import { Due, Nurtured, Quiet, Touches, Waiting } from './sections.tsx';
import styles from './today.module.css';
import { useDeeds } from './use-deeds.tsx';
import { useRowKeys } from './use-row-keys.ts';

export function Today(_props: ScreenProps) {
  const today = useRead('today.get', {});
  const format = useFormat();
  return (
    <Screen aside={format.longDate(format.today)} title="Today">
      <Answer of={today}>
        {found => (
          <>
            {isDone(found) && <FirstSteps />}
            {isEmpty(found) ? <Done /> : <Lists found={found} />}
            {!isDone(found) && <FirstSteps />}
          </>
        )}
      </Answer>
    </Screen>
  );
}

function Lists({ found }: { readonly found: Output<'today.get'> }) {
  const list = useRef<HTMLDivElement>(null);
  const deeds = useDeeds(list);
  const onKeyDown = useRowKeys(list);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of its rows, heard in one place
    <div className={styles.lists} onKeyDown={onKeyDown} ref={list}>
      <Waiting deeds={deeds} found={found} />
      <Due deeds={deeds} found={found} />
      <Touches deeds={deeds} found={found} />
      <Nurtured deeds={deeds} found={found} />
      <Quiet deeds={deeds} found={found} />
      {isDone(found) && <AllDone />}
      <Answered deeds={deeds} found={found} />
      <Promoted deeds={deeds} found={found} />
      <Cooling deeds={deeds} found={found} />
      {deeds.questions}
    </div>
  );
}

/** Nothing waits for a deed; there may still be news. */
const isDone = ({ counts }: Output<'today.get'>): boolean =>
  counts.waiting + counts.due + counts.touches + counts.nurture + counts.quiet === 0;

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
    No leads waiting for sales, no next steps due, no inactive leads.
  </EmptyState>
);
