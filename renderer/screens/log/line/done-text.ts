// The sentence of the toast: all that was written down.
import type { Output } from '../../../../shared/contract.ts';
import { stepText } from '../../../../shared/next-step.ts';
import type { Format } from '../../../ui/format.tsx';
import { namesOf } from '../log-text.ts';
import type { Shown } from './shown.ts';

export function doneText({ type, deal, step }: Shown, { leads }: Output<'activities.logLine'>, format: Format): string {
  const added = leads.filter(one => one.added).length;
  const who = namesOf(leads);
  const label = type === null ? null : 'newType' in type ? type.newType.label : type.label;
  const day = step?.on ? `, ${format.date(step.on)}${step.time ? ` ${step.time}` : ''}` : '';
  return [
    label === null ? `Saved for ${who}.` : `Logged: ${label}, ${who}.`,
    added === 0 ? null : added === 1 ? 'New lead added.' : `${added} new leads added.`,
    deal && `Deal: ${format.money(deal.amount)}.`,
    step && `Next step: ${stepText(step)}${day}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
