// What sales does with somebody who became MQL, step by step with plausible delays, until the story ends or today comes.

import type { Move } from '../../shared/contract/leads.ts';
import { dayMs } from '../../shared/dates.ts';
import type { LeadAttributes } from '../../shared/lead.ts';
import type { SampleCalendar } from './calendar.ts';
import { hourMs } from './calendar.ts';
import { cents } from './company.ts';
import type { LifeStep } from './life.ts';
import type { Ending } from './parts.ts';
import type { Random } from './random.ts';
import type { Team } from './team.ts';
import * as words from './texts.ts';

export type SalesContext = {
  readonly calendar: SampleCalendar;
  readonly random: Random;
  readonly team: Team;
  readonly attributes: LeadAttributes;
};

type Touch = 'call-made' | 'email-sent' | 'meeting-held' | 'proposal-sent';

const notesByTouch: Readonly<Record<Touch, readonly string[]>> = {
  'call-made': words.laterCallNotes,
  'email-sent': words.mailNotes,
  'meeting-held': words.meetingNotes,
  'proposal-sent': words.proposalNotes,
};

/** They do not want our mail any more, and it is noted. */
export const unsubscribe = (at: number): LifeStep[] => [
  { at, did: 'unsubscribed' },
  { at, learn: { consent: 'no' } },
];

/** What comes after `from`, the moment a lead became MQL. Steps may lie after today; the story stops there. */
export function answer(context: SalesContext, ending: Ending, from: number): LifeStep[] {
  const { calendar, random, team, attributes } = context;
  const steps: LifeStep[] = [];
  const seller = random.pick(team.sellers).id;
  let at = from;
  const wait = (least: number, most: number, lean = 1.6) => {
    at = calendar.office(at + random.between(least, most, lean) * hourMs, random);
  };
  const take = () => steps.push({ at, by: seller, learn: { memberId: seller } });
  const touch = (did: Touch, notes = notesByTouch[did]) =>
    steps.push({ at, by: seller, did, ...(random.chance(0.6) ? { note: random.pick(notes) } : {}) });
  const first = () => {
    if (random.chance(0.75)) touch('call-made', words.firstCallNotes);
    else touch('email-sent');
  };
  const move = (to: Move, by: string = seller) => steps.push({ at, by, move: to });
  const theirs = (did: string, note?: string) => steps.push({ at, did, ...(note ? { note } : {}) });
  const plan = (text: string, inDays: number) => steps.push({ at, by: seller, next: text, on: calendar.date(-inDays) });

  /** The size of the sale follows from the size of the firm. */
  const amount = () => {
    const seats = Math.min(40, Math.max(3, (attributes.companySize ?? 20) / 3));
    return cents(Math.round(((900 + seats * 310) * random.between(0.85, 1.15)) / 50) * 50);
  };

  function accept(keen: boolean): void {
    wait(1, 30, 2);
    first();
    if (random.chance(0.4)) {
      wait(2, 30);
      theirs(random.chance(0.7) ? 'replied' : 'inbound-call', random.pick(words.replyNotes));
    }
    wait(1, 50);
    touch('call-made', words.talkNotes);
    const budget = keen && random.chance(0.5) ? cents(Math.round(random.between(30, 180, 2)) * 100) : null;
    const learned: Partial<LeadAttributes> = keen
      ? {
          need: random.chance(0.9) ? 'yes' : 'unknown',
          authority: random.chance(0.65) ? 'yes' : 'unknown',
          timeline: random.chance(0.55) ? 'yes' : 'unknown',
          ...(budget === null ? {} : { budget }),
        }
      : {};
    const note = random.chance(0.5) ? random.pick(words.acceptNotes) : undefined;
    move({ to: 'sql', attributes: { ...learned, memberId: seller }, ...(note ? { note } : {}) });
  }

  function offer(): number {
    wait(30, 150);
    touch('meeting-held');
    wait(20, 90);
    touch('proposal-sent');
    const sum = amount();
    const closes = calendar.dateAt(at + random.between(21, 70) * dayMs);
    move({
      to: 'opportunity',
      amount: sum,
      dealName: `Planning for ${attributes.company ?? 'the workshop'}`,
      expectedClose: closes,
    });
    return sum;
  }

  function haggle(longest: number): void {
    const touches = random.whole(1, 3);
    for (let i = 0; i < touches; i++) {
      wait(48, (longest * 24) / touches);
      touch(random.pick(['call-made', 'email-sent', 'meeting-held'] as const));
      if (random.chance(0.45)) {
        const looked = calendar.awake(at + random.between(1, 20) * hourMs, random);
        steps.push({ at: looked, did: 'pricing-page-visit' });
      }
    }
  }

  /** How an open story stands today. */
  function stand(mood: 'planned' | 'due' | 'quiet' | 'cooling'): void {
    if (mood === 'quiet') return;
    if (mood === 'cooling') {
      wait(24, 60);
      steps.push(...unsubscribe(at), { at: at + hourMs, by: seller, hand: -60, reason: 'Has gone silent' });
    }
    const inDays = mood === 'due' ? -random.whole(0, 3) : random.whole(1, 12);
    plan(random.pick(words.nextSteps), mood === 'due' && random.chance(0.5) ? 0 : inDays);
  }

  switch (ending.fate) {
    case 'waiting': {
      if (ending.tried) {
        wait(20, 40);
        touch('call-made', words.noAnswerNotes);
        take();
      }
      if (ending.cooling) steps.push(...unsubscribe(from + 30 * hourMs));
      return steps;
    }
    case 'sql':
      accept(ending.mood !== 'cooling');
      stand(ending.mood);
      return steps;
    case 'opportunity':
      accept(ending.mood !== 'cooling');
      offer();
      stand(ending.mood);
      return steps;
    case 'customer': {
      accept(true);
      const sum = offer();
      haggle(40);
      wait(20, 200);
      move({ to: 'customer', amount: Math.round((sum * random.pick([1, 1, 0.95, 0.9])) / 100) * 100 });
      if (ending.second) {
        wait(60 * 24, 100 * 24);
        const won = ending.second === 'won';
        steps.push({
          at,
          deal: { name: won ? 'More seats' : 'Stock module', amount: cents(random.whole(12, 40) * 100), won },
        });
      }
      return steps;
    }
    case 'lost': {
      accept(true);
      if (ending.from === 'opportunity') offer();
      haggle(25);
      wait(40, 240);
      const note = random.pick(words.lostNotes);
      move({ to: 'lost', reason: ending.reason, ...(note ? { note } : {}) });
      return steps;
    }
    case 'rejected': {
      wait(3, 70);
      touch('call-made', ending.reason === 'could-not-reach' ? words.noAnswerNotes : words.firstCallNotes);
      take();
      wait(1, 80);
      if (ending.reason === 'no-need') steps.push({ at, learn: { need: 'no' } });
      if (ending.reason === 'no-authority') steps.push({ at, learn: { authority: 'no' } });
      const later = Math.round(random.between(60, 230));
      const past = calendar.daysAgo(at) - random.whole(1, 5);
      const days = ending.until === 'today' ? calendar.daysAgo(at) : ending.until === 'past' ? past : later;
      const until = calendar.date(calendar.daysAgo(at) - days);
      const note = random.pick(ending.reason === 'too-small' ? words.smallNotes : words.rejectNotes);
      move({ to: 'nurture', until, reason: ending.reason, ...(note ? { note } : {}) });
      // A date long past has been seen to: marketing took them back among the leads.
      if (ending.until === 'later') {
        at = calendar.office(at + days * dayMs, random);
        if (at < calendar.now) move({ to: 'lead' }, team.marketer.id);
      }
      return steps;
    }
    case 'turned-away':
      wait(2, 60);
      if (random.chance(0.7)) touch('call-made', words.firstCallNotes);
      wait(0.2, 20);
      move({ to: 'disqualified', reason: ending.reason });
      return steps;
    case 'handed-back': {
      const tried = random.chance(0.6);
      wait(tried ? 40 : 15 * 24, 22 * 24, 1);
      if (tried) {
        if (random.chance(0.7)) touch('call-made', words.noAnswerNotes);
        else touch('email-sent');
        wait(24, 8 * 24);
      }
      const note = random.pick(tried ? words.triedNotes : words.untouchedNotes);
      move({ to: 'lead', ...(note ? { note } : {}) }, team.marketer.id);
      return steps;
    }
    default:
      return ending satisfies never;
  }
}
