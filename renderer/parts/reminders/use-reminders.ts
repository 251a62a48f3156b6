// Reminders of this computer: read now and then, since one may be snoozed in a notification; a change shows in the same frame.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from '../../../shared/contract.ts';
import { isReminderOf, type ReminderOf, type ReminderSettings, type Snooze } from '../../../shared/reminders.ts';
import { ask, call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useFormat } from '../../ui/format.tsx';
import { createChanges } from './shown-at-once.ts';

type Answer = Output<'reminders.get'>;

const queryKey = ['reminders.get'];
const lookEveryMs = 30_000;
const changed = createChanges<Answer>(queryKey);

export function useReminders() {
  const client = useQueryClient();
  const format = useFormat();
  const { data } = useQuery({ queryKey, queryFn: () => ask('reminders.get', {}), refetchInterval: lookEveryMs });

  /** Answers what a field wants: the sentence that says why not, or null. */
  async function save(change: Partial<ReminderSettings>): Promise<string | null> {
    const result = await changed(
      client,
      now => ({ ...now, settings: { ...now.settings, ...change } }),
      () => call('reminders.save', change),
    );
    return result.ok ? null : result.error.message;
  }

  async function snooze(of: ReminderOf, how: Snooze | null): Promise<void> {
    const result = await changed(
      client,
      now => (how === null ? { ...now, snoozed: now.snoozed.filter(one => !isReminderOf(of)(one)) } : now),
      () => call('reminders.snooze', { leadId: of.leadId, on: of.on, time: of.time, how }),
    );
    if (!result.ok) return showToast(result.error.message, { tone: 'problem' });
    const { until } = result.value;
    if (until === null) return showToast('Reminder removed.');
    showToast(`Ripen reminds you again: ${format.dateTime(until)}.`, {
      action: { label: 'Undo', run: () => void snooze(of, null) },
    });
  }

  return {
    data,
    isOn: data?.settings.on === true && data.canNotify,
    save,
    snooze,
    /** When a reminder comes again (UTC ms); null: it was not snoozed. */
    againAt: (of: ReminderOf): number | null => data?.snoozed.find(isReminderOf(of))?.until ?? null,
  };
}
