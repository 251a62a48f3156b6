// Leads: everybody in one table; search as you type, sort, narrow by stage, open with a click or Enter.
import { useDeferredValue, useRef, useState } from 'react';
import { type Stage, stages, stageWords } from '../../../shared/stages.ts';
import { usePages } from '../../api/use-pages.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useAction } from '../../app/actions.ts';
import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';
import { go, usePlace } from '../../app/use-place.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { SearchInput } from '../../ui/fields/SearchInput.tsx';
import { useFormat } from '../../ui/format.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { DataTable, type Sort } from '../../ui/table/DataTable.tsx';
import { AddLead } from './AddLead.tsx';
import { columnsFor, type SortBy } from './columns.tsx';
import styles from './leads.module.css';

const stageOptions = stages.map(stage => ({
  value: stage,
  label: stageWords[stage].label,
  glyph: <StageGlyph stage={stage} />,
}));

export function Leads(_: ScreenProps) {
  const { members, leadCount } = useWorkspace();
  const { place, openLead } = usePlace();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [stage, setStage] = useState<Stage | null>(null);
  const [sort, setSort] = useState<Sort & { readonly by: SortBy }>({ by: 'score', descending: true });
  const [at, setAt] = useState(0);
  const [adding, setAdding] = useState(false);
  const search = useDeferredValue(typed);
  const searchBox = useRef<HTMLSpanElement>(null);
  const leads = usePages('leads.list', {
    search,
    stages: stage === null ? null : [stage],
    sort: sort.by,
    descending: sort.descending,
  });
  useAction('search', () => searchBox.current?.querySelector('input')?.focus());
  useAction('new-lead', () => setAdding(true));

  const narrowed = typed.trim() !== '' || stage !== null;
  return (
    <Screen
      aside={leads.total === undefined ? '' : format.whole(leads.total)}
      filters={
        <span className={styles.stage}>
          <Choice
            clearable
            label="Stage"
            onChange={value => {
              setStage(value as Stage | null);
              setAt(0);
            }}
            options={stageOptions}
            placeholder="Every stage"
            value={stage}
          />
        </span>
      }
      layout="full"
      title="Leads"
      tools={
        <>
          <span ref={searchBox}>
            <SearchInput
              label="Search leads"
              onChange={text => {
                setTyped(text);
                setAt(0);
              }}
              placeholder="Name, company, e-mail, notes"
              value={typed}
            />
          </span>
          <Button icon="person" onClick={() => setAdding(true)}>
            Add lead
          </Button>
        </>
      }
    >
      {leads.error && <Notice tone="problem">{leads.error.message}</Notice>}
      {leads.total === 0 ? (
        narrowed ? (
          <EmptyState
            actions={
              <Button
                onClick={() => {
                  setTyped('');
                  setStage(null);
                }}
              >
                Show everybody
              </Button>
            }
            title="Nobody fits"
          >
            No lead has {typed.trim() === '' ? 'this stage' : `“${typed.trim()}” in name, company, e-mail or notes`}.
          </EmptyState>
        ) : (
          <EmptyState
            actions={
              <>
                <Button look="primary" onClick={() => setAdding(true)}>
                  Add a lead
                </Button>
                <Button onClick={() => go('import')}>Import a spreadsheet</Button>
              </>
            }
            glyph="lead"
            title="No leads yet"
          >
            Add the first one by hand, or bring the list you already have.
          </EmptyState>
        )
      ) : (
        <DataTable
          at={at}
          columns={columnsFor(members)}
          count={leads.total ?? Math.min(leadCount, 20)}
          keyOf={row => row.id}
          label="Leads"
          onAt={setAt}
          onOpen={row => openLead(row.id)}
          onRange={leads.want}
          onSort={by => {
            setSort(now => ({ by: by as SortBy, descending: now.by === by ? !now.descending : by === 'score' }));
            setAt(0);
          }}
          openKey={place.lead}
          rowAt={leads.at}
          sort={sort}
        />
      )}
      {adding && (
        <AddLead
          onAdded={id => {
            setAdding(false);
            openLead(id);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Screen>
  );
}
