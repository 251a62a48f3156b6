// One timeline: activities and stage moves, latest first, each with when and who.
import { useMemo } from 'react';
import type { Activity } from '../../../shared/activity.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { changeWords } from './change-words.ts';
import type { LeadDetail } from './LeadBody.tsx';
import styles from './lead.module.css';

type Entry =
  | { readonly kind: 'activity'; readonly at: number; readonly activity: Activity }
  | { readonly kind: 'stage'; readonly at: number; readonly change: LeadDetail['stageChanges'][number] };

export function Timeline({ detail }: { readonly detail: LeadDetail }) {
  const { members } = useWorkspace();
  const types = useRead('activityTypes.list', {}).data ?? [];
  const remove = useCommand('activities.remove');
  const entries = useMemo<readonly Entry[]>(
    () =>
      [
        ...detail.activities.map(activity => ({ kind: 'activity' as const, at: activity.at, activity })),
        ...detail.stageChanges.map(change => ({ kind: 'stage' as const, at: change.at, change })),
      ].sort((a, b) => b.at - a.at),
    [detail],
  );
  const labelOf = (typeId: string) => types.find(type => type.id === typeId)?.label ?? 'Activity';
  const hidden = detail.activityCount - detail.activities.length;
  return (
    <section aria-label="Timeline" className={styles.section}>
      <ol className={styles.timeline}>
        {entries.map(entry =>
          entry.kind === 'activity' ? (
            <li key={entry.activity.id}>
              <span className={styles.when}>
                <DateText at={entry.at} as="both" />
              </span>
              <span className={styles.entry}>
                {labelOf(entry.activity.typeId)}
                {entry.activity.note && <span className={styles.entryNote}>{entry.activity.note}</span>}
                {entry.activity.memberId && (
                  <span className={styles.by}>{byId(members, entry.activity.memberId)?.name}</span>
                )}
              </span>
              <IconButton
                icon="trash"
                label={`Delete: ${labelOf(entry.activity.typeId)}`}
                onClick={() =>
                  remove.run({ ids: [entry.activity.id] }, { done: `Deleted: ${labelOf(entry.activity.typeId)}.` })
                }
                size="small"
              />
            </li>
          ) : (
            <li data-stage="true" key={entry.change.id}>
              <span className={styles.when}>
                <DateText at={entry.at} as="both" />
              </span>
              <span className={styles.entry}>
                <span className={styles.moved}>
                  <StageGlyph stage={entry.change.to} /> {changeWords(entry.change)}
                </span>
                {entry.change.note && <span className={styles.entryNote}>{entry.change.note}</span>}
                {entry.change.memberId && (
                  <span className={styles.by}>{byId(members, entry.change.memberId)?.name}</span>
                )}
              </span>
            </li>
          ),
        )}
      </ol>
      {hidden > 0 && (
        <p className={styles.lineNote}>{hidden} earlier activities are not listed here; all of them count.</p>
      )}
    </section>
  );
}
