// Sharing in words: how it stands, who was seen when, what came in.

import type { SharedState } from '../../../shared/contract/sharing.ts';
import type { Format } from '../../ui/format.tsx';

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "10:05", or the day where it is another one. */
const since = (at: number, format: Format): string =>
  format.plainDate(at) === format.today ? format.time(at) : format.date(format.plainDate(at));

/** `short`: for a narrow sidebar. `alert`: it wants something of the person. */
export type StateText = { readonly short: string; readonly long: string; readonly alert: boolean };

/** How sharing stands, in one quiet word. */
export function stateText(shared: SharedState, format: Format): StateText {
  const { toSend, notReachedSince, problems, passphraseChanged } = shared;
  const isHidden = passphraseChanged && (shared.state === 'upToDate' || shared.state === 'toSend');
  const state = isHidden ? 'needsPassphrase' : shared.state;
  const troubles = counted(problems.length, 'problem', 'problems');
  const troubled: StateText | null =
    problems.length === 0 ? null : { short: troubles, long: `Shared, ${troubles}`, alert: true };
  switch (state) {
    case 'upToDate':
      return troubled ?? { short: 'Up to date', long: 'Shared, up to date', alert: false };
    case 'toSend': {
      const waiting = `${format.whole(toSend)} ${toSend === 1 ? 'change' : 'changes'} to send`;
      return troubled
        ? { ...troubled, long: `${troubled.long}; ${waiting}` }
        : { short: `${format.whole(toSend)} to send`, long: waiting, alert: false };
    }
    case 'notReached': {
      const from = notReachedSince === null ? '' : ` since ${since(notReachedSince, format)}`;
      return { short: 'Not reached', long: `Not reached${from}; your work is safe here`, alert: true };
    }
    case 'needsPassphrase':
      return { short: 'Passphrase', long: 'Enter the passphrase to resume sharing', alert: true };
    case 'needsPlace':
      return { short: 'Where?', long: 'Choose where to meet to resume sharing', alert: true };
    case 'meeting':
      return { short: 'Checking', long: 'Looking for changes', alert: false };
    default:
      return state satisfies never;
  }
}

/** "just now", "2 minutes ago", "3 hours ago", "12 Nov". */
export function agoText(at: number, now: number, format: Format): string {
  const relative = new Intl.RelativeTimeFormat(format.locale, { numeric: 'always' });
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 24 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
  return format.dateTime(at);
}
