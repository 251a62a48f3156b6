// The meeting about a week without a window: minutes, decisions that come back, both sides' promise, closing for good.

import { describe, expect, it } from 'vitest';
import { dayMs } from '../../shared/dates.ts';
import { aFilledWorkspace } from '../support/examples.ts';
import { aWorkspace, monday } from '../support/workspace.ts';

const weekMs = 7 * dayMs;
const week1 = '2026-05-25';

describe('closing a review', () => {
  it('keeps figures and minutes for good, whatever is edited later', async () => {
    const { call, ids, clock } = await aFilledWorkspace();
    const date = '2026-06-24';
    await call('meeting.note', { date, there: { names: ['Mara', 'A guest'], on: true }, notes: 'Short.' });
    await call('meeting.close', { date });
    const closed = await call('meeting.get', { date });
    expect(closed.closedAt).toBe(clock.now);
    expect(closed.minutes).toMatchObject({ attendees: ['Mara', 'A guest'], notes: 'Short.' });
    expect(closed.minutes?.items).toMatchObject([{ text: 'Book a speaker', member: 'Mara' }]);
    await call('leads.remove', { ids: [ids.mql, ids.opportunity, ids.customer] });
    await call('members.save', { id: ids.member, name: 'Somebody else', side: 'sales', archived: false });
    await call('meeting.tickItem', { id: ids.item, done: true });
    clock.now += weekMs;
    const later = await call('meeting.get', { date });
    expect(later.figures).toEqual(closed.figures);
    expect(later.minutes).toEqual(closed.minutes);
    expect(later.items[0]?.doneAt).not.toBeNull();
  });

  it('is refused twice, and refuses every later word; undo opens it again', async () => {
    const { call, appError, ids } = await aFilledWorkspace();
    const date = '2026-06-24';
    await call('meeting.close', { date });
    const closed = 'This review is closed and can no longer be changed.';
    expect(await appError('meeting.close', { date })).toBe(closed);
    expect(await appError('meeting.note', { date, notes: 'Later' })).toBe(closed);
    expect(await appError('meeting.saveDecision', { date, id: null, text: 'Later' })).toBe(closed);
    expect(await appError('meeting.saveDecision', { date, id: ids.draft, text: 'Later' })).toBe(closed);
    expect(await appError('meeting.removeDecision', { id: ids.draft })).toBe(closed);
    expect(await appError('meeting.saveItem', { date, id: ids.item, text: 'Later', memberId: null, dueOn: null })).toBe(
      closed,
    );
    expect(await appError('meeting.removeItem', { id: ids.item })).toBe(closed);
    expect((await call('journal.undo', {})).label).toBe('close review');
    expect((await call('meeting.get', { date })).closedAt).toBeNull();
    await call('meeting.removeDecision', { id: ids.draft });
  });

  it('makes the figures of that moment, which are those the screen showed', async () => {
    const { call } = await aFilledWorkspace();
    const date = '2026-06-10';
    const { figures } = await call('review.get', { kind: 'week', date });
    await call('meeting.close', { date });
    expect((await call('meeting.get', { date })).figures).toEqual(figures);
  });
});

describe('a decision', () => {
  it('comes back four weeks later with what happened, and goes once it is answered', async () => {
    const { call, clock } = aWorkspace();
    const mqlsIn = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const { id } = await call('leads.create', { attributes: { firstName: `Lead ${i}` } });
        await call('leads.move', { ids: [id], move: { to: 'mql' } });
        if (i > 0) await call('leads.move', { ids: [id], move: { to: 'sql' } });
      }
    };
    clock.now = monday - weekMs;
    await mqlsIn(2);
    clock.now = monday;
    const expected = { mqlsAWeek: 3, acceptance: 0.6 };
    const { id } = await call('meeting.saveDecision', { date: week1, id: null, text: 'Call the same day', expected });
    await call('meeting.close', { date: week1 });
    await mqlsIn(3);
    const reviewed = async (week: number) => {
      clock.now = monday + week * weekMs;
      return call('meeting.get', { date: new Date(monday + (week - 1) * weekMs).toISOString().slice(0, 10) });
    };
    expect((await reviewed(3)).cameBack).toEqual([]);
    const meeting = await reviewed(4);
    expect(meeting.weekStart).toBe('2026-06-22');
    expect(meeting.cameBack).toMatchObject([
      {
        id,
        expected,
        before: { weeks: 4, from: '2026-05-04', to: '2026-06-01', mqls: 2, mqlsAWeek: 0.5, accepted: 1, answered: 1 },
        since: { weeks: 4, from: '2026-06-01', to: '2026-06-29', mqls: 3, mqlsAWeek: 0.75, accepted: 2, answered: 2 },
      },
    ]);
    const date = meeting.weekStart;
    await call('meeting.answerDecision', { date, id, verdict: 'keep', outcome: 'It works.' });
    await call('meeting.close', { date });
    expect((await call('meeting.get', { date })).minutes?.cameBack).toMatchObject([
      { verdict: 'keep', outcome: 'It works.' },
    ]);
    expect((await reviewed(5)).cameBack).toEqual([]);
  });

  it('stays away when it is not to come back', async () => {
    const { call, clock } = aWorkspace();
    await call('meeting.saveDecision', { date: week1, id: null, text: 'Cake on Fridays', comesBack: false });
    await call('meeting.close', { date: week1 });
    clock.now += 9 * weekMs;
    expect((await call('meeting.get', { date: '2026-07-27' })).cameBack).toEqual([]);
  });
});

describe('an answer to a decision', () => {
  it('can be changed and taken back while its meeting is open, and stays once that is closed', async () => {
    const { call, appError, ids } = await aFilledWorkspace();
    const date = '2026-06-24';
    const answered = async () => (await call('meeting.get', { date })).cameBack[0];
    const answer = { date, id: ids.decision };
    await call('meeting.answerDecision', { ...answer, verdict: 'keep', outcome: 'It works.' });
    await call('meeting.answerDecision', { ...answer, verdict: 'revert', outcome: 'It does not.' });
    expect(await answered()).toMatchObject({ verdict: 'revert', outcome: 'It does not.', answeredIn: '2026-06-22' });
    await call('meeting.answerDecision', { ...answer, verdict: null, outcome: null });
    expect(await answered()).toMatchObject({ verdict: null, outcome: null, answeredIn: null });
    await call('meeting.answerDecision', { ...answer, verdict: 'keep', outcome: 'It works.' });
    await call('meeting.close', { date });
    const later = { date: '2026-06-29', id: ids.decision, verdict: 'revert', outcome: null } as const;
    expect(await appError('meeting.answerDecision', later)).toBe('This review is closed and can no longer be changed.');
    // The review that decided it shows the answer beside its own words, which stay as they were.
    const decided = await call('meeting.get', { date: '2026-05-26' });
    expect(decided.decisions).toMatchObject([{ id: ids.decision, verdict: 'keep', outcome: 'It works.' }]);
    expect(decided.minutes?.decisions).toMatchObject([{ id: ids.decision, verdict: null, outcome: null }]);
  });
});

describe('a decision about criteria', () => {
  it('names the draft it is about, and the version that draft becomes', async () => {
    const { call, clock } = aWorkspace();
    const { version } = await call('criteria.current', {});
    await call('criteria.changeDraft', { changes: [{ part: 'limits', limits: { threshold: 120 } }] });
    const draft = (await call('criteria.draft', {})).draft;
    const { id } = await call('meeting.saveDecision', {
      date: week1,
      id: null,
      text: 'Threshold 120',
      criteriaId: draft?.id ?? null,
      expected: { mqlsAWeek: 2.5, acceptance: 0.8 },
    });
    await call('criteria.publish', { jobId: 'publish', reason: 'Too many were sent back' });
    await call('meeting.close', { date: week1 });
    clock.now += 4 * weekMs;
    const { cameBack } = await call('meeting.get', { date: '2026-06-22' });
    expect(cameBack).toMatchObject([
      { id, criteria: { id: draft?.id, number: version.number + 1 }, expected: { mqlsAWeek: 2.5, acceptance: 0.8 } },
    ]);
    expect((await call('criteria.current', {})).version.id).toBe(draft?.id);
  });
});

describe('undo', () => {
  it('takes back everything that was said in a meeting, one word at a time, closing first', async () => {
    const { call, ids } = await aFilledWorkspace();
    const date = '2026-06-24';
    const seen = [await call('meeting.get', { date })];
    const then = async (said: Promise<unknown>) => {
      await said;
      seen.push(await call('meeting.get', { date }));
    };
    await then(call('meeting.answerDecision', { date, id: ids.decision, verdict: 'change', outcome: 'Too early.' }));
    await then(call('meeting.tickItem', { id: ids.item, done: true }));
    await then(call('meeting.saveDecision', { date, id: null, text: 'Two calls, then a letter' }));
    await then(call('meeting.saveDecision', { date, id: ids.draft, text: 'Three webinars a month' }));
    await then(call('meeting.removeDecision', { id: ids.draft }));
    await then(call('meeting.saveItem', { date, id: null, text: 'Write the letter', memberId: null, dueOn: null }));
    await then(call('meeting.removeItem', { id: ids.item }));
    await then(call('meeting.saveSla', { date, sla: { mqlsAWeek: 2, acceptedPercent: null, answerHours: 8 } }));
    await then(call('meeting.note', { date, there: { names: ['Mara'], on: true }, notes: 'Long.' }));
    await then(call('meeting.close', { date }));
    for (const before of seen.slice(0, -1).toReversed()) {
      expect((await call('journal.undo', {})).label).not.toBeNull();
      expect(await call('meeting.get', { date })).toEqual(before);
    }
    for (const after of seen.slice(1)) {
      await call('journal.redo', {});
      expect(await call('meeting.get', { date })).toEqual(after);
    }
  });
});

describe('the promise of both sides', () => {
  it('holds from the week after it was made, kept or broken, with names', async () => {
    const { call, clock } = aWorkspace();
    const { id: tom } = await call('members.save', { id: null, name: 'Tom', side: 'sales', archived: false });
    const sla = { mqlsAWeek: 2, acceptedPercent: 50, answerHours: 24 };
    await call('meeting.saveSla', { date: week1, sla });
    expect((await call('meeting.get', { date: week1 })).inForce).toBeNull();
    const add = async (firstName: string) => {
      const { id } = await call('leads.create', { attributes: { firstName, memberId: tom } });
      await call('leads.move', { ids: [id], move: { to: 'mql' } });
      return id;
    };
    const ada = await add('Ada');
    const bo = await add('Bo');
    clock.now += 3_600_000;
    await call('leads.move', { ids: [ada], move: { to: 'sql' } });
    const states = async () =>
      (await call('meeting.get', { date: '2026-06-01' })).kept.map(({ what, state, leads }) => [
        what,
        state,
        leads.map(({ name }) => name),
      ]);
    expect(await states()).toEqual([
      ['mqls', 'kept', []],
      ['acceptance', 'open', []],
      ['answer', 'open', []],
    ]);
    clock.now += 30 * 3_600_000;
    await call('leads.move', { ids: [bo], move: { to: 'nurture', until: '2026-07-01', reason: 'no-need' } });
    clock.now = monday + weekMs;
    const { kept, inForce } = await call('meeting.get', { date: '2026-06-01' });
    expect(inForce).toEqual(sla);
    expect(kept).toMatchObject([
      { what: 'mqls', state: 'kept', happened: '2 became MQL' },
      { what: 'acceptance', state: 'kept', happened: '1 of 2 accepted, 50 %' },
      {
        what: 'answer',
        state: 'broken',
        happened: '1 of 2 answered in time',
        leads: [{ name: 'Bo', member: 'Tom', hours: 31 }],
      },
    ]);
  });
});

describe('what earlier meetings left', () => {
  it('is every action item still open, and those done since', async () => {
    const { call, clock } = aWorkspace();
    const item = async (text: string) =>
      (await call('meeting.saveItem', { date: week1, id: null, text, memberId: null, dueOn: '2026-06-05' })).id;
    const early = await item('Done before the meeting ended');
    await item('Still open');
    const late = await item('Done since');
    await call('meeting.tickItem', { id: early, done: true });
    clock.now += 1000;
    await call('meeting.close', { date: week1 });
    clock.now += 1000;
    await call('meeting.tickItem', { id: late, done: true });
    const { earlierItems, lastTime } = await call('meeting.get', { date: '2026-06-01' });
    expect(earlierItems.map(({ text }) => text)).toEqual(['Still open', 'Done since']);
    expect(lastTime).toMatchObject({ weekStart: week1 });
  });
});

describe('past reviews', () => {
  it('are found by the words that were written down', async () => {
    const { call } = await aFilledWorkspace();
    const found = async (search: string) => (await call('meeting.list', { search })).map(({ weekStart }) => weekStart);
    expect(await found('')).toEqual([week1]);
    expect(await found('SAME DAY')).toEqual([week1]);
    expect(await found('webinar')).toEqual([]);
  });

  it('stand the latest first, with some figures as they were', async () => {
    const { call, ids } = await aFilledWorkspace();
    await call('meeting.note', {
      date: '2026-06-10',
      there: { names: ['Zoë'], on: true },
      notes: 'Über den Messestand.',
    });
    await call('meeting.close', { date: '2026-06-10' });
    const before = await call('meeting.list', { search: '' });
    expect(before.map(({ weekStart }) => weekStart)).toEqual(['2026-06-08', week1]);
    expect(before[0]?.mqls).toBe((await call('review.get', { kind: 'week', date: '2026-06-10' })).figures.mqls.length);
    await call('leads.remove', { ids: [ids.mql, ids.opportunity, ids.customer] });
    expect(await call('meeting.list', { search: '' })).toEqual(before);
    expect((await call('meeting.list', { search: 'uber den' })).length).toBe(1);
    expect((await call('meeting.list', { search: 'zoe' })).length).toBe(1);
  });
});

describe('the handoff of a period', () => {
  it('traces rejections to the rules that gave the points, and names who waited too long', async () => {
    const { call, ids } = await aFilledWorkspace();
    await call('leads.move', { ids: [ids.mql], move: { to: 'nurture', until: '2026-08-01', reason: 'no-budget' } });
    const { reasons, late } = await call('review.handoff', { kind: 'month', date: '2026-06-15' });
    expect(reasons).toMatchObject([{ reason: 'no-budget', label: 'No budget', leads: [{ name: 'Ada' }], manual: 0 }]);
    expect(reasons[0]?.rules.every(({ points, leads }) => points > 0 && leads === 1)).toBe(true);
    expect(reasons[0]?.rules.length).toBeGreaterThan(1);
    expect(late).toMatchObject([{ row: { name: 'Ada' }, answered: true, state: 'too-late' }]);
  });
});
