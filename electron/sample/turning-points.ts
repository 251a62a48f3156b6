// What else happens to leads that never become MQL: they are put aside, leave, or are marked.
import { dayMs } from '../../shared/dates.ts';
import type { LeadAttributes } from '../../shared/lead.ts';
import type { DisqualifyReason, Stage } from '../../shared/stages.ts';
import { hourMs } from './calendar.ts';
import { rivalDomain } from './company.ts';
import type { Life, LifeStep } from './life.ts';
import type { LeadTurn } from './parts.ts';
import type { Random } from './random.ts';
import { unsubscribe } from './sales.ts';
import * as words from './texts.ts';
import type { World } from './world.ts';

const visits: readonly string[] = ['website-visit', 'pricing-page-visit', 'product-comparison-visit'];

/** The stage somebody has when first noted down: a visit makes a Visitor, everything else comes with a name. */
export const stageOfFirst = (step: LifeStep): Stage =>
  'did' in step && visits.includes(step.did) ? 'visitor' : 'lead';

const nonsense = ['asdf', 'Test', 'xxx', 'Mickey', 'qwertz'] as const;
const sellers = ['Best Ranking Service', 'Cheap Lead Lists', 'Parcel Winner Team'] as const;

/** What the facts look like of somebody who is thrown out at first sight. */
export function suspicious(random: Random, reason: DisqualifyReason, known: LeadAttributes): Partial<LeadAttributes> {
  const number = random.whole(10, 999);
  switch (reason) {
    case 'bad-data':
      return { firstName: random.pick(nonsense), lastName: null, email: `a${number}@nowhere.example`, company: null };
    case 'spam':
      return { company: random.pick(sellers), email: `offer${number}@bulk.example`, notes: null };
    case 'duplicate':
      return {
        email: known.email?.replace(/@.*/, `${number}@post.example`) ?? null,
        notes: 'Wrote before, from the address at work.',
      };
    case 'competitor':
    case 'wrong-market':
    case 'do-not-contact':
      return {};
    default:
      return reason satisfies never;
  }
}

/** Steps beside what they do themselves. */
export function turnSteps(
  world: World,
  random: Random,
  turn: LeadTurn,
  life: Life,
  doings: readonly LifeStep[],
): LifeStep[] {
  const { calendar, team } = world;
  const marketer = team.marketer.id;
  const lead = life.lead();
  const begun = doings[0]?.at ?? lead.createdAt;
  const ended = doings.at(-1)?.at ?? begun;
  const office = (at: number) => calendar.office(at, random);
  switch (turn.is) {
    case 'warm': {
      const on = calendar.date(random.whole(-9, 1));
      return [{ at: Math.min(ended, calendar.now), by: marketer, next: random.pick(words.warmNextSteps), on }];
    }
    case 'hand-points': {
      const [points, reason] = random.pick(words.handReasons);
      return [{ at: office(begun + dayMs), by: team.boss.id, hand: points, reason }];
    }
    case 'nurtured': {
      const at = office(ended + 2 * dayMs);
      const until = calendar.date(random.whole(-110, 6));
      const note = random.pick(words.nurtureNotes);
      return [{ at, by: marketer, move: { to: 'nurture', until, reason: null, note } }];
    }
    case 'unsubscribed':
      return unsubscribe(ended + 3 * dayMs);
    case 'bounced':
      return [{ at: ended + dayMs, did: 'email-bounced' }];
    case 'rival': {
      const email = `${lead.firstName ?? 'someone'}@${rivalDomain}`.toLowerCase().replace(/[^a-z.@]/g, '');
      const spying = random.shuffle([...visits, ...visits, 'demo-requested']);
      return [
        { at: begun, learn: { email, company: 'Dovetailwise', website: `https://${rivalDomain}` } },
        ...spying.map((did, i): LifeStep => ({ at: ended + (i + 1) * 7 * hourMs, did })),
      ];
    }
    case 'never-mql':
      return [
        { at: begun, by: team.boss.id, never: 'Prints our brochures and keeps an eye on the website' },
        ...visits.map((did, i): LifeStep => ({ at: ended + (i + 1) * 5 * dayMs, did })),
      ];
    case 'disqualified':
      return [
        {
          at: office(begun + random.between(2, 60) * hourMs),
          by: marketer,
          move: { to: 'disqualified', reason: turn.reason },
        },
      ];
    default:
      return turn satisfies never;
  }
}
