// The meeting: who was there, notes, decisions, action items, the promise.
import { addDays } from '../../../shared/dates.ts';
import { comesBackAfterWeeks, nothingPromised } from '../../../shared/meeting.ts';
import { withOne } from '../../../shared/settings-change.ts';
import type { Effects } from '../layers.ts';
import { cachedAnswers } from './cached.ts';
import type { EffectTable } from './effect-table.ts';
import { changed, saved, without } from './rows.ts';

type Meeting = Parameters<NonNullable<Effects['meeting.get']>>[0];

/** Of the meeting about one week; `date` is its first day. */
const about = (date: string, change: (meeting: Meeting) => Meeting): Effects => ({
  'meeting.get': answer => (answer.weekStart === date ? change(answer) : answer),
});

const versionNumber = (id: string): number | null => {
  const drafts = cachedAnswers('criteria.draft').flatMap(({ draft }) => draft ?? []);
  return [...cachedAnswers('criteria.versions').flat(), ...drafts].find(one => one.id === id)?.number ?? null;
};

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
  'meeting.tickItem': ({ id, done }) => {
    const doneAt = done ? Date.now() : null;
    return {
      'meeting.get': answer => ({
        ...answer,
        items: changed(answer.items, id, { doneAt }),
        earlierItems: changed(answer.earlierItems, id, { doneAt }),
      }),
    };
  },
  'meeting.saveItem': ({ date, ...item }, id) =>
    about(date, meeting => ({ ...meeting, items: saved(meeting.items, item, id, { weekStart: date, doneAt: null }) })),
  'meeting.removeItem': ({ id }) => ({
    'meeting.get': answer => ({ ...answer, items: without(answer.items, [id]) }),
  }),
  'meeting.saveDecision': ({ date, criteriaId, comesBack, ...decision }, id) => {
    const number = criteriaId ? versionNumber(criteriaId) : null;
    const row = {
      ...decision,
      // Its number is known where the version was chosen; else it comes with the answer.
      criteria: criteriaId && number !== null ? { id: criteriaId, number } : null,
      expected: decision.expected ?? null,
    };
    return about(date, meeting => {
      const back = (comesBack ?? true) ? addDays(meeting.weekStart, 7 * comesBackAfterWeeks) : null;
      const fresh = { weekStart: meeting.weekStart, verdict: null, outcome: null, answeredIn: null };
      return { ...meeting, decisions: saved(meeting.decisions, { ...row, comesBack: back }, id, fresh) };
    });
  },
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
