// One timeline: activities, stage moves, edits and the import, latest first, each with when and who.
import { useMemo } from 'react';
import type { Activity } from '../../../shared/activity.ts';
import type { LeadEdit } from '../../../shared/contract/lead-history.ts';
import type { OverruledValue } from '../../../shared/contract/overruled.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { changeText } from '../../parts/lead/change-text.ts';
import styles from '../../parts/lead/lead.module.css';
import type { LeadDetail } from '../../parts/lead/lead-detail.ts';
import { OverruledEntry } from '../../parts/sharing/OverruledEntry.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { EditActivity } from './EditActivity.tsx';
import { EditEntry } from './EditEntry.tsx';

/** Who did it; nothing when nobody in particular did. */
function By({ id }: { readonly id: string | null }) {
  const { members } = useWorkspace();
  const name = byId(members, id)?.name;
  return name ? <span className={styles.by}>{name}</span> : null;
}

/** The campaign an activity belongs to. */
function InCampaign({ id }: { readonly id: string | null }) {
  const { campaigns } = useWorkspace();
  const label = byId(campaigns, id)?.label;
  return label ? <span className={styles.by}>{label}</span> : null;
}

type Entry =
  | { readonly kind: 'activity'; readonly at: number; readonly activity: Activity }
  | { readonly kind: 'stage'; readonly at: number; readonly change: LeadDetail['stageChanges'][number] }
  | { readonly kind: 'edit'; readonly at: number; readonly edit: LeadEdit }
  | { readonly kind: 'overruled'; readonly at: number; readonly entry: OverruledValue }
  | { readonly kind: 'file'; readonly at: number; readonly file: string; readonly memberId: string | null };

export function Timeline({ detail }: { readonly detail: LeadDetail }) {
  const types = useRead('activityTypes.list', {}).data ?? [];
  const remove = useCommand('activities.remove');
  const history = useRead('leadHistory.get', { id: detail.lead.id }).data;
  const overruled = useRead('overruled.list', { leadId: detail.lead.id }).data?.values;
  const entries = useMemo<readonly Entry[]>(
    () =>
      [
        ...detail.activities.map(activity => ({ kind: 'activity' as const, at: activity.at, activity })),
        ...detail.stageChanges.map(change => ({ kind: 'stage' as const, at: change.at, change })),
        ...(history?.edits ?? []).map(edit => ({ kind: 'edit' as const, at: edit.at, edit })),
        ...(overruled ?? []).map(entry => ({
          kind: 'overruled' as const,
          at: entry.at ?? detail.lead.createdAt,
          entry,
        })),
        ...(history?.cameWith ? [{ kind: 'file' as const, ...history.cameWith }] : []),
      ].sort((a, b) => b.at - a.at),
    [detail, history, overruled],
  );
  const labelOf = (typeId: string) => types.find(type => type.id === typeId)?.label ?? 'Activity';
  const hidden = detail.activityCount - detail.activities.length;
  return (
    <section aria-label="History" className={styles.section}>
      <ol className={styles.timeline}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry without a row of its own has no other name
          <li data-stage={entry.kind === 'stage'} key={index}>
            <span className={styles.when}>
              <DateText as="logged" at={entry.at} />
            </span>
            {entry.kind === 'activity' && (
              <>
                <span className={styles.entry}>
                  {[labelOf(entry.activity.typeId), entry.activity.content].filter(Boolean).join(': ')}
                  <InCampaign id={entry.activity.campaignId} />
                  {entry.activity.note && <span className={styles.entryNote}>{entry.activity.note}</span>}
                  <By id={entry.activity.memberId} />
                </span>
                <EditActivity activity={entry.activity} label={labelOf(entry.activity.typeId)} />
                <IconButton
                  icon="trash"
                  label={`Delete ${labelOf(entry.activity.typeId)}`}
                  onClick={() =>
                    remove.run({ ids: [entry.activity.id] }, { done: `${labelOf(entry.activity.typeId)} deleted.` })
                  }
                  size="small"
                />
              </>
            )}
            {entry.kind === 'stage' && (
              <span className={styles.entry}>
                <span className={styles.moved}>
                  <StageGlyph stage={entry.change.to} /> {changeText(entry.change)}
                </span>
                {entry.change.note && <span className={styles.entryNote}>{entry.change.note}</span>}
                <By id={entry.change.memberId} />
              </span>
            )}
            {entry.kind === 'edit' && <EditEntry edit={entry.edit} />}
            {entry.kind === 'overruled' && <OverruledEntry entry={entry.entry} />}
            {entry.kind === 'file' && (
              <span className={styles.entry}>
                Imported from {entry.file}
                <By id={entry.memberId} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <p className={styles.lineNote}>{hidden} earlier activities are not listed; they all count toward the score.</p>
      )}
    </section>
  );
}
