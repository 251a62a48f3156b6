// The minutes as a letter: everything that was said, each number with its n, of a closed week as closing kept it.
import { describe, expect, it } from 'vitest';
import { safeLink } from '../../../electron/desktop/links.ts';
import { documentOf } from '../../../renderer/screens/review/print/document.ts';
import { minutesMail, minutesSubject, minutesText } from '../../../renderer/screens/review/print/minutes-text.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import { aFilledWorkspace, type Filled } from '../../support/examples.ts';

const format = makeFormat({ locale: 'en-GB', timeZone: 'Europe/Berlin', currency: 'EUR', today: '2026-06-29' });

async function documentFrom({ call }: Pick<Filled, 'call'>, kind: 'week' | 'month', date: string) {
  return documentOf({
    workspace: await call('workspace.get', {}),
    review: await call('review.get', { kind, date }),
    mqls: await call('review.mqls', { kind, date }),
    handoff: await call('review.handoff', { kind, date }),
    overview: kind === 'week' ? await call('review.overview', {}) : null,
    meeting: kind === 'week' ? await call('meeting.get', { date }) : null,
  });
}

describe('The minutes as text', () => {
  it('hold what was decided and promised, who does what by when, and the figures with their n', async () => {
    const filled = await aFilledWorkspace();
    const { call, ids } = filled;
    await call('meeting.note', {
      date: '2026-06-24',
      there: { names: ['Mara', 'A guest'], on: true },
      notes: 'Short.\nGood.',
    });
    await call('meeting.saveSla', {
      date: '2026-06-24',
      sla: { mqlsAWeek: 3, acceptedPercent: null, answerHours: 24 },
    });
    await call('meeting.saveItem', {
      date: '2026-06-24',
      id: ids.item,
      text: 'Book a speaker',
      memberId: ids.member,
      dueOn: '2026-07-01',
    });
    const text = minutesText(format, await documentFrom(filled, 'week', '2026-06-24'));
    expect(text).toMatch(/^Mill & Sons: review of Week 26 of 2026, 22 Jun to 28 Jun\nNot closed yet\. As of 29 Jun/);
    expect(text).toContain('Attendees: Mara, A guest');
    expect(text).toContain('DECISIONS\n- Two webinars a month (returns on 20 Jul)\n');
    expect(text).toContain('ACTION ITEMS\n- Book a speaker (Mara, by 1 Jul)\n');
    expect(text).toContain('DECISIONS REVIEWED\n- Call the same day. MQLs a week');
    expect(text).toContain('COMMITMENTS FOR THE COMING WEEKS\n- 3 MQLs a week; an answer within 24 hours');
    expect(text).toContain('NOTES\nShort.\nGood.\n');
    // Every figure stands on something.
    const figures = text
      .slice(text.indexOf('FIGURES'), text.indexOf('\n\n', text.indexOf('FIGURES')))
      .split('\n')
      .slice(1);
    expect(figures.length).toBeGreaterThan(5);
    for (const line of figures.filter(line => !/^- (MQL volume|New customers)/.test(line))) {
      // A number has its n; where there is no number there is a reason.
      expect(line).toMatch(/\(n [1-9]|\(no .+|\d of [1-9]|: no .+|: sales answered no|: the team has/);
    }
  });

  it('say what a decision expects, with the plan it carries, and what brought the outcomes', async () => {
    const filled = await aFilledWorkspace();
    const { call, ids } = filled;
    const goal = { what: 'customers', amount: 4, by: '2026-09-30' } as const;
    const plan = { goal, from: '2026-06-29', low: 2, high: 6, chance: 0.61, leads: 5, mqls: 2, sqls: 1 };
    await call('meeting.saveDecision', {
      date: '2026-06-24',
      id: null,
      text: 'Go for four.',
      expected: { mqlsAWeek: 2, acceptance: null, plan },
    });
    await call('activities.log', {
      leadIds: [ids.mql],
      typeId: 'content-downloaded',
      content: 'Stair guide',
      when: { date: '2026-06-02', time: null },
    });
    const week = await documentFrom(filled, 'week', '2026-06-24');
    const decision =
      /Go for four\. \(expects .*4 new customers by 30 Sept?, chance 61\s%, needs 2 MQLs and 1 SQL a week; returns on/;
    expect(minutesText(format, week)).toMatch(decision);
    const month = minutesText(format, await documentFrom(filled, 'month', '2026-06-15'));
    const part = month.slice(month.indexOf('WHAT BROUGHT THEM')).split('\n\n')[0] ?? '';
    expect(part).toContain('- Credit is shared evenly among all touches before it.');
    expect(part).toMatch(/- Channels, Fair in Graz: MQLs \d[\d.]* \(of \d+, .*%\)/);
    expect(part).toMatch(/- Content, Stair guide: MQLs/);
  });

  it('of a closed week say what closing kept, whatever happened since', async () => {
    const filled = await aFilledWorkspace();
    const { call, ids } = filled;
    await call('meeting.close', { date: '2026-06-24' });
    const before = minutesText(format, await documentFrom(filled, 'week', '2026-06-24'));
    expect(before).toContain('Closed on 29 Jun');
    await call('leads.remove', { ids: [ids.lead] });
    await call('leads.move', { ids: [ids.mql], move: { to: 'disqualified', reason: 'spam' } });
    expect(minutesText(format, await documentFrom(filled, 'week', '2026-06-24'))).toBe(before);
  });

  it('of a month are its figures: nobody met about it', async () => {
    const filled = await aFilledWorkspace();
    const text = minutesText(format, await documentFrom(filled, 'month', '2026-06-15'));
    expect(text).toContain('review of June 2026, 1 Jun to 30 Jun');
    expect(text).not.toContain('DECISIONS');
    expect(text).toContain('MQLS\n');
  });
});

describe('The mail with the minutes', () => {
  it('is one that the links layer opens, whole when it is short and named when it is long', async () => {
    const filled = await aFilledWorkspace();
    const document = await documentFrom(filled, 'week', '2026-06-24');
    const subject = minutesSubject(format, document);
    const short = minutesMail(subject, 'Decided: & = ? # ä "quotes"\nTwo lines.\n');
    expect(short.whole).toBe(true);
    const link = safeLink(short.url);
    expect(link).not.toBeNull();
    const params = new URL(link ?? '').searchParams;
    expect(params.get('subject')).toBe(subject);
    expect(params.get('body')).toBe('Decided: & = ? # ä "quotes"\r\nTwo lines.\r\n');
    const long = minutesMail(subject, 'x'.repeat(5000));
    expect(long.whole).toBe(false);
    expect(safeLink(long.url)).not.toBeNull();
    expect(new URL(long.url).searchParams.get('body')).toContain('Paste them here');
  });
});
