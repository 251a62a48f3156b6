// Saves the log entry: for few, for many in slices, or with new leads.
import { fewAtOnce } from '../../../shared/contract/parts.ts';
import type { Output, Parsed } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { hasNew, type LogLead, toLogEntries } from './log-leads.ts';
import { doneText } from './log-text.ts';

type Said = Pick<Parsed<'activities.log'>, 'typeId' | 'when' | 'note' | 'campaignId' | 'content'>;
type Sent = Result<Output<'activities.log'> | Output<'bulkLog.save'> | Output<'bulk.run'>>;

export function useSend() {
  const few = useCommand('activities.log');
  const many = useCommand('bulk.run');
  const withNew = useCommand('bulkLog.save');

  /** `label`: what it is called in the toast. */
  async function run(leads: readonly LogLead[], label: string, said: Said): Promise<Sent> {
    if (hasNew(leads)) {
      const done = ({ logged, added }: Output<'bulkLog.save'>) =>
        logged === 1
          ? `${doneText(label, leads)} New lead added.`
          : `Logged: ${label}, ${logged} people, ${added} of them new.`;
      return withNew.run({ leads: toLogEntries(leads), ...said }, { done, quiet: true });
    }
    const ids = leads.flatMap(listedLead => listedLead.id ?? []);
    if (ids.length > fewAtOnce) {
      const who = { by: 'ids', ids } as const;
      const action = { do: 'log', ...said } as const;
      return many.run({ jobId: crypto.randomUUID(), who, action }, { done: doneText(label, leads), quiet: true });
    }
    // PromotionWatch reports promotions from any source.
    const done = ({ promoted }: Output<'activities.log'>) => (promoted.length > 0 ? null : doneText(label, leads));
    return few.run({ leadIds: ids, ...said }, { done, quiet: true });
  }

  return { run, busy: few.busy || many.busy || withNew.busy };
}
