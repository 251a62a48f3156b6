// The calendar file of this workspace, which is written by itself: looked up again now and then.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from '../../../shared/contract.ts';
import type { CalendarChoice } from '../../../shared/reminders.ts';
import { ask, call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { createChanges } from './shown-at-once.ts';

type Answer = Output<'calendar.get'>;

const queryKey = ['calendar.get'];
const lookEveryMs = 5000;
const changed = createChanges<Answer>(queryKey);

export function useCalendarFile() {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey, queryFn: () => ask('calendar.get', {}), refetchInterval: lookEveryMs });
  const readAgain = () => client.invalidateQueries({ queryKey });
  const choose = useOnce(async () => {
    const result = await call('calendar.choose', {});
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
    await readAgain();
  });
  async function save(choice: Partial<CalendarChoice>): Promise<string | null> {
    const result = await changed(
      client,
      now => (now.file ? { ...now, file: { ...now.file, ...choice } } : now),
      () => call('calendar.save', choice),
    );
    return result.ok ? null : result.error.message;
  }
  async function stop() {
    const result = await changed(
      client,
      now => ({ ...now, file: null, trouble: null }),
      () => call('calendar.stop', {}),
    );
    if (result.ok) showToast('The calendar file is no longer updated. It stays where it is.');
    else showToast(result.error.message, { tone: 'problem' });
  }
  async function removeLeft() {
    const result = await call('calendar.removeLeft', {});
    await readAgain();
    if (result.ok) showToast('Deleted.');
    else showToast(result.error.message, { tone: 'problem' });
  }
  return { data, choose, save, stop, removeLeft };
}
