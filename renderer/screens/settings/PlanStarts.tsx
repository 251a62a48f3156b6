// When a nurture plan starts by itself: on a download, and for reasons for which sales rejects.
import type { Output } from '../../../shared/contract.ts';
import type { PlanStarts as Starts } from '../../../shared/nurture.ts';
import { startsWithinDays } from '../../../shared/nurture.ts';
import { type RejectReason, rejectReasons } from '../../../shared/stages.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { ManyChips } from '../../ui/fields/ManyChips.tsx';
import styles from './settings.module.css';

type Plan = Output<'nurture.plans'>[number];
type Download = NonNullable<Starts['download']>;

/** "starts by itself on a download, on 2 reasons of rejection"; null: a person starts it. */
export function startsText({ download, rejected }: Starts): string | null {
  if (download === null && rejected.length === 0) return null;
  const on = [
    ...(download ? [download.content === null ? 'a download' : `a download of “${download.content}”`] : []),
    ...(rejected.length > 0 ? ['a rejection by sales'] : []),
  ];
  return `starts by itself on ${on.join(' or ')}`;
}

export function PlanStarts({ plan }: { readonly plan: Plan }) {
  const { run } = useCommand('nurture.savePlan');
  const { starts } = plan;
  const save = (change: Partial<Starts>) => run({ id: plan.id, starts: { ...starts, ...change } }, { quiet: true });
  const turn = (reason: RejectReason, on: boolean) =>
    void save({ rejected: on ? [...starts.rejected, reason] : starts.rejected.filter(one => one !== reason) });
  return (
    <fieldset className={styles.touch}>
      <legend className={styles.legend}>Starts by itself</legend>
      <label className={styles.check}>
        <input
          checked={starts.download !== null}
          onChange={event => void save({ download: event.target.checked ? { content: null, campaignId: null } : null })}
          type="checkbox"
        />
        When a download is logged
      </label>
      {starts.download && <Which download={starts.download} onSave={download => save({ download })} />}
      <ManyChips
        label="When sales rejects for"
        onTurn={turn}
        options={Object.entries(rejectReasons).map(([value, label]) => ({ value: value as RejectReason, label }))}
        titled
        value={starts.rejected}
      />
      <p className={styles.note}>
        The plan starts on the day it is logged. You get a notification, and one undo takes it back. It never starts for
        people who opted out or are restricted, a second time for the same lead, for leads on another plan, or for
        downloads older than {startsWithinDays} days. An import asks first. It ends when sales accepts the lead or they
        opt out.
      </p>
    </fieldset>
  );
}

type WhichProps = {
  readonly download: Download;
  readonly onSave: (download: Download) => ReturnType<ReturnType<typeof useCommand<'nurture.savePlan'>>['run']>;
};

/** Any download, or one of this content or campaign. */
function Which({ download, onSave }: WhichProps) {
  const { campaigns } = useWorkspace();
  const contents = useRead('activities.contents', {}).data;
  const { content, campaignId } = download;
  const isNew =
    content !== null && contents !== undefined && !contents.some(one => one.toLowerCase() === content.toLowerCase());
  const isGone = campaignId !== null && !campaigns.some(({ id }) => id === campaignId);
  return (
    <>
      <InlineText
        label="Content"
        onSave={async typed => errorMessage(await onSave({ ...download, content: typed }))}
        placeholder="Any content"
        value={content}
      />
      {isNew && <p className={styles.note}>No download of “{content}” is known yet. Check how it is spelled.</p>}
      {(campaigns.length > 0 || isGone) && (
        <Field label="Campaign" layout="row">
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Campaign"
              onChange={chosen => void onSave({ ...download, campaignId: chosen })}
              options={[
                ...campaigns
                  .filter(one => !one.archived || one.id === campaignId)
                  .map(one => ({ value: one.id, label: one.label })),
                ...(isGone ? [{ value: campaignId, label: 'A campaign that no longer exists' }] : []),
              ]}
              placeholder="Any campaign"
              value={campaignId}
            />
          )}
        </Field>
      )}
    </>
  );
}
