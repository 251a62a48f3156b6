// Handoff figures: accepted and rejected MQLs, reasons, and response times.
import { disqualifyReasons, rejectReasons } from '../../../shared/stages.ts';
import { accepted, rejected, rejectedByReason, waitsOf } from './answers.ts';
import { counted, type Figure, type LeadSet, rated, timed } from './figure.ts';
import { pick, type Scope } from './scope.ts';
import { waitingMqls } from './waiting-mqls.ts';

/** Every reason sales may give, in words; 'none' is no reason. */
export const reasonLabels: Readonly<Record<string, string>> = {
  ...disqualifyReasons,
  ...rejectReasons,
  none: 'No reason given',
};

export const acceptedMqls: Figure = {
  id: 'accepted-mqls',
  placement: { section: 'handoff', group: 'Answers', order: 5 },
  label: 'Accepted MQLs',
  group: 'handoff',
  unit: 'leads',
  meaning: 'How many MQLs sales accepted in the period.',
  formula: 'Leads whose last answer in the period was a move from MQL to SQL or beyond.',
  nLabel: 'people accepted by sales in the period',
  over: 'sum',
  series: false,
  compute: scope => counted({ label: 'Accepted', leads: accepted(scope) }),
};

export const acceptance: Figure = {
  id: 'acceptance',
  placement: { section: 'handoff', group: 'Answers', order: 1, minutes: true },
  label: 'Acceptance',
  group: 'handoff',
  unit: 'share',
  meaning:
    'Of the MQLs that sales answered in the period, the share it accepted. Only the last answer counts for someone rejected and then accepted.',
  formula:
    'Accepted / (accepted + rejected). Accepted: moved from MQL to SQL or beyond. Rejected: moved from MQL to Nurture or Disqualified. The interval is the 95 % Wilson interval.',
  nLabel: 'people answered by sales in the period',
  over: 'pooled',
  series: true,
  compute: scope => {
    const yes = accepted(scope);
    const no = rejected(scope);
    const answer = rated(
      { label: 'Accepted', leads: yes },
      { label: 'Answered', leads: [...Array.from(yes), ...Array.from(no)] },
      'Sales answered no MQL in the period',
    );
    return { ...answer, sets: { ...answer.sets, rejected: { label: 'Rejected', leads: no } } };
  },
};

export const rejections: Figure = {
  id: 'rejections',
  placement: { section: 'handoff', group: 'Answers', order: 6 },
  label: 'Rejected MQLs',
  group: 'handoff',
  unit: 'leads',
  meaning: 'How many MQLs sales rejected in the period, by reason.',
  formula: 'Leads whose last answer in the period was a move from MQL to Nurture or Disqualified.',
  nLabel: 'people rejected by sales in the period',
  over: 'sum',
  series: false,
  compute: scope => {
    const reasons = [...rejectedByReason(scope)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    const sets: Record<string, LeadSet> = {};
    for (const [reason, leads] of reasons) sets[`because-${reason}`] = { label: reasonLabels[reason] ?? reason, leads };
    const answer = counted({ label: 'Rejected', leads: rejected(scope) });
    return { ...answer, sets: { ...answer.sets, ...sets } };
  },
};

export const timeToFirstTouch: Figure = {
  id: 'time-to-first-touch',
  placement: { section: 'handoff', group: 'Answers', order: 2, minutes: true },
  label: 'Time to first sales touch',
  group: 'handoff',
  unit: 'hours',
  meaning:
    'For the people who became MQL in the period: hours until your team called, wrote to or met them, or sales accepted or rejected them.',
  formula:
    'Median hours from the first entry to MQL to the first activity by your team or answer by sales. People still waiting are excluded and listed; so are those who skipped MQL.',
  nLabel: 'people who became MQL in the period and were answered',
  over: 'pooled',
  series: true,
  compute: scope => {
    const wait = waitsOf(scope.index, scope.settings.clock);
    const leads = waitingMqls(scope);
    const answered = pick(leads, lead => wait(lead)?.answered === true);
    const waiting = pick(leads, lead => wait(lead)?.answered === false);
    const answer = timed(
      { label: 'Answered', leads: answered },
      lead => wait(lead)?.hours ?? 0,
      'No MQL of the period has been answered',
    );
    const notes = waiting.length > 0 ? [`${waiting.length} of ${leads.length} are still waiting.`] : [];
    return { ...answer, sets: { ...answer.sets, waiting: { label: 'Still waiting', leads: waiting } }, notes };
  },
};

const answeredWithin = (id: string, order: number, label: string, hoursOf: (scope: Scope) => number): Figure => ({
  id,
  placement: { section: 'handoff', group: 'Answers', order },
  label,
  group: 'handoff',
  unit: 'share',
  meaning:
    'Of the people who became MQL in the period, the share answered in time. People who are waiting and still have time are not counted yet.',
  formula:
    'Answered within the limit / (answered, or waiting for longer than the limit). The interval is the 95 % Wilson interval.',
  nLabel: 'people who became MQL in the period and were answered or overdue',
  over: 'pooled',
  series: false,
  compute: scope => {
    const limit = hoursOf(scope);
    const wait = waitsOf(scope.index, scope.settings.clock);
    const isLate = (lead: number) => (wait(lead)?.hours ?? 0) > limit;
    const decided = pick(waitingMqls(scope), lead => wait(lead)?.answered === true || isLate(lead));
    const inTime = pick(decided, lead => !isLate(lead));
    const late = pick(decided, isLate);
    const answer = rated(
      { label: `Within ${limit} hours`, leads: inTime },
      { label: 'Answered or overdue', leads: decided },
      'No MQL of the period is answered or overdue yet',
    );
    return { ...answer, sets: { ...answer.sets, late: { label: `Over ${limit} hours`, leads: late } } };
  },
});

export const answeredInTime = answeredWithin(
  'answered-in-time',
  3,
  'Answered in time',
  scope => scope.settings.clock.goalHours,
);
export const answeredAtMost = answeredWithin(
  'answered-at-most',
  4,
  'Answered within max. time',
  scope => scope.settings.clock.maxHours,
);

export const handoffFigures: readonly Figure[] = [
  acceptance,
  acceptedMqls,
  rejections,
  timeToFirstTouch,
  answeredInTime,
  answeredAtMost,
];
