// Actions of a nurture e-mail: write, log, snooze, skip.
import { addDays } from '../../../shared/dates.ts';
import { openableLink } from '../../../shared/mail.ts';
import { call } from '../../api/call.ts';
import { leadButton } from '../../api/lead-button.ts';
import { showToast } from '../../api/toast-store.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFormat } from '../../ui/format.tsx';

type Touch = { readonly id: string; readonly name: string; readonly label: string };

const spans = [
  [1, 'Tomorrow'],
  [7, 'In a week'],
  [28, 'In 4 weeks'],
] as const;

export function useTouch({ id, name, label }: Touch) {
  const { today, date } = useFormat();
  const sent = useCommand('nurture.sent');
  const skip = useCommand('nurture.skip');
  const snooze = useCommand('nurture.snooze');
  const open = useCommand('links.open');

  /** Opens the mail program with the e-mail filled in; true when it did. */
  async function write(): Promise<boolean> {
    const email = await call('nurture.email', { id });
    if (!email.ok) {
      showToast(email.error.message, { tone: 'problem', action: leadButton(email.error.lead) });
      return false;
    }
    const { to, subject, body, missing, unknown } = email.value;
    if (to === null) {
      showToast(`${name} has no e-mail address yet.`, { tone: 'problem' });
      return false;
    }
    const { url, bodyFits } = openableLink({ to, subject, body });
    if (!bodyFits) await navigator.clipboard.writeText(body).catch(() => undefined);
    const result = await open.run({ url });
    if (!result.ok) return false;
    const said = [
      bodyFits ? null : 'The text is too long for the mail program. It has been copied; paste it into the e-mail.',
      missing.length > 0 ? `Missing for ${name}: ${missing.join(', ')}. Check the text.` : null,
      unknown.length > 0 ? `Unknown field: ${unknown.map(field => `{{${field}}}`).join(', ')}.` : null,
    ].filter(Boolean);
    showToast(said.length > 0 ? said.join(' ') : `“${label}” for ${name} opened in your mail program.`);
    return true;
  }

  return {
    write,
    sent: () => void sent.run({ id }, { done: `Logged: E-mail sent, ${name}.` }),
    skip: () => void skip.run({ id }, { done: `Skipped: ${label}, ${name}.` }),
    later: spans.map(([days, text]) => ({
      days,
      text,
      run: () => {
        const until = addDays(today, days);
        void snooze.run({ id, until }, { done: `${label} for ${name} snoozed until ${date(until)}.` });
      },
    })),
  };
}
