// Saves the log entry: for few, for many in slices, or with new leads.
import { fewAtOnce } from '../../../shared/contract/parts.ts';
import type { Output, Parsed } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { doneWords } from './log-words.ts';
import { asGuests, hasNew, type Person } from './people.ts';

type Said = Pick<Parsed<'activities.log'>, 'typeId' | 'when' | 'note'>;
type Sent = Result<Output<'activities.log'> | Output<'guests.log'> | Output<'bulk.run'>>;

export function useSend() {
  const few = useCommand('activities.log');
  const many = useCommand('bulk.run');
  const withNew = useCommand('guests.log');

  /** `label`: what it is called in the toast. */
  async function run(people: readonly Person[], label: string, said: Said): Promise<Sent> {
    if (hasNew(people)) {
      const done = ({ logged, added }: Output<'guests.log'>) =>
        logged === 1
          ? `${doneWords(label, people)} New lead added.`
          : `Logged: ${label}, ${logged} people, ${added} of them new.`;
      return withNew.run({ people: asGuests(people), ...said }, { done, quiet: true });
    }
    const ids = people.flatMap(person => person.id ?? []);
    if (ids.length > fewAtOnce) {
      const who = { by: 'ids', ids } as const;
      const deed = { do: 'log', ...said } as const;
      return many.run({ jobId: crypto.randomUUID(), who, deed }, { done: doneWords(label, people), quiet: true });
    }
    // PromotionWatch reports promotions from any source.
    const done = ({ promoted }: Output<'activities.log'>) => (promoted.length > 0 ? null : doneWords(label, people));
    return few.run({ leadIds: ids, ...said }, { done, quiet: true });
  }

  return { run, busy: few.busy || many.busy || withNew.busy };
}
