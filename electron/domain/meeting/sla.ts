// Commitments of marketing and sales compared with a week, with names.
import { mqlsAWeekText } from '../../../shared/count-text.ts';
import type { Sla, SlaResult } from '../../../shared/meeting.ts';
import { mqlVolume } from '../figures/conversion.ts';
import { acceptance } from '../figures/handoff.ts';
import type { HistoryIndex } from '../figures/index-history.ts';
import type { Period } from '../figures/period.ts';
import { type FigureSettings, scopeOf } from '../figures/scope.ts';
import { waitingMqlsIn } from '../figures/waiting-mqls.ts';

export type SlaCounts = Omit<SlaResult, 'leads'> & {
  readonly leads: readonly { readonly leadId: string; readonly hours: number }[];
};

const percent = (share: number) => Math.round(share * 100);

/** Each part of the promise. Before the week is over, a number that is not reached yet is open. */
export function slaResults(
  index: HistoryIndex,
  settings: FigureSettings,
  week: Period,
  sla: Sla,
): readonly SlaCounts[] {
  const scope = scopeOf(index, settings, week);
  const over = index.zone.startOfDay(week.toDay) <= index.asOf;
  const kept: SlaCounts[] = [];
  const { mqlsAWeek, acceptedPercent, answerHours } = sla;
  if (mqlsAWeek !== null) {
    const { n } = mqlVolume.compute(scope).measure;
    kept.push({
      side: 'marketing',
      what: 'mqls',
      text: mqlsAWeekText(String(mqlsAWeek)),
      state: n >= mqlsAWeek ? 'kept' : over ? 'broken' : 'open',
      happened: `${n} became MQL`,
      leads: [],
    });
  }
  if (acceptedPercent !== null) {
    const { numerator, n, value } = acceptance.compute(scope).measure;
    kept.push({
      side: 'marketing',
      what: 'acceptance',
      text: `${acceptedPercent} % of answered MQLs accepted`,
      // No answer: neither kept nor broken.
      state: value === null || !over ? 'open' : value * 100 >= acceptedPercent ? 'kept' : 'broken',
      happened: value === null ? 'no MQLs answered' : `${numerator} of ${n} accepted, ${percent(value)} %`,
      leads: [],
    });
  }
  if (answerHours !== null) {
    const clock = { ...settings.clock, goalHours: answerHours };
    const waits = waitingMqlsIn(scopeOf(index, { ...settings, clock }, week));
    const late = waits.filter(({ hours }) => hours > answerHours);
    const waiting =
      waits.length - late.length - waits.filter(wait => wait.answered && wait.hours <= answerHours).length;
    const decided = waits.length - waiting;
    kept.push({
      side: 'sales',
      what: 'answer',
      text: `An answer within ${answerHours} ${answerHours === 1 ? 'hour' : 'hours'}`,
      state: late.length > 0 ? 'broken' : decided > 0 && waiting === 0 && over ? 'kept' : 'open',
      happened:
        waits.length === 0
          ? 'no MQLs waiting for sales'
          : `${decided - late.length} of ${waits.length} answered in time${waiting > 0 ? `, ${waiting} still ${waiting === 1 ? 'has' : 'have'} time` : ''}`,
      leads: late
        .sort((a, b) => b.hours - a.hours)
        .map(({ lead, hours }) => ({ leadId: index.history.leads.ids[lead] ?? '', hours })),
    });
  }
  return kept;
}
