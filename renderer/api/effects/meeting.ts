// The meeting: who was there, notes, decisions, action items, the promise.
import { nothingPromised } from '../../../shared/meeting.ts';
import { withOne } from '../../../shared/settings-change.ts';
import type { Effects } from '../layers.ts';
import type { EffectTable } from './effect-table.ts';
import { changed, saved, without } from './rows.ts';

type Meeting = Parameters<NonNullable<Effects['meeting.get']>>[0];

/** Of the meeting about one week; `date` is its first day. */
const about = (date: string, change: (meeting: Meeting) => Meeting): Effects => ({
  'meeting.get': answer => (answer.weekStart === date ? change(answer) : answer),
});

export const meetingEffects: EffectTable = {
  'meeting.note': ({ date, there, notes }) =>
    about(date, meeting => ({
      ...meeting,
      ...(notes === undefined ? {} : { notes }),
      ...(there
        ? {
            attendees: there.names.reduce<string[]>(
              (names, name) => (names.includes(name) === there.on ? names : withOne(names, name, there.on)),
              meeting.attendees,
            ),
          }
        : {}),
    })),
  'meeting.tickItem': ({ id, done }) => ({
    'meeting.get': answer => {
      const doneAt = done ? Date.now() : null;
      return {
        ...answer,
        items: changed(answer.items, id, { doneAt }),
        earlierItems: changed(answer.earlierItems, id, { doneAt }),
      };
    },
  }),
  'meeting.saveItem': ({ date, ...item }, id) =>
    about(date, meeting => ({ ...meeting, items: saved(meeting.items, item, id, { weekStart: date, doneAt: null }) })),
  'meeting.removeItem': ({ id }) => ({
    'meeting.get': answer => ({ ...answer, items: without(answer.items, [id]) }),
  }),
  'meeting.removeDecision': ({ id }) => ({
    'meeting.get': answer => ({ ...answer, decisions: without(answer.decisions, [id]) }),
  }),
  'meeting.answerDecision': ({ date, id, verdict, outcome }) =>
    about(date, meeting => ({
      ...meeting,
      cameBack: changed(meeting.cameBack, id, { verdict, outcome, answeredIn: verdict === null ? null : date }),
    })),
  'meeting.saveSla': ({ date, sla }) =>
    about(date, meeting => {
      if (sla === null) return { ...meeting, sla: null };
      const next = { ...(meeting.sla ?? meeting.inForce ?? nothingPromised), ...sla };
      return { ...meeting, sla: Object.values(next).every(part => part === null) ? null : next };
    }),
};
