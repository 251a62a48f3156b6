// Tells one part's whole story: where they come from, what they do, and what sales makes of it, up to now and no further.
import { dayMs } from '../../shared/dates.ts';
import type { LeadAttributes } from '../../shared/lead.ts';
import { moveError } from '../domain/funnel.ts';
import { hourMs, minuteMs, yearDays } from './calendar.ts';
import type { CompanyKind, Knowledge } from './contacts.ts';
import { comeback, drawInterest } from './interest.ts';
import type { Life, LifeStep } from './life.ts';
import { startLife, versionAt } from './life.ts';
import type { Origin } from './origin.ts';
import { drawOrigin } from './origin.ts';
import type { Ending, StoryPart } from './parts.ts';
import type { Random } from './random.ts';
import { answer } from './sales.ts';
import { instantOf, schedule } from './schedule.ts';
import { stageOfFirst, suspicious, turnSteps } from './turning-points.ts';
import type { World } from './world.ts';

/** Lives through the steps in order of time, up to `until`; whenever the score promotes, sales takes over with `ending`. */
function liveOn(life: Life, given: readonly LifeStep[], until: number, ending: (at: number) => LifeStep[]): void {
  const steps = [...given].sort((a, b) => a.at - b.at);
  let proofs = life.receipts.length;
  for (let step = steps.shift(); step && step.at <= until; step = steps.shift()) {
    life.take(step);
    if (life.receipts.length === proofs) continue;
    proofs = life.receipts.length;
    steps.push(...ending(life.lead().stageSince));
    steps.sort((a, b) => a.at - b.at);
  }
}

function attributesOf(
  world: World,
  random: Random,
  kind: CompanyKind,
  knows: Knowledge,
  origin: Origin,
): LeadAttributes {
  const { channel, effort } = origin;
  const unknownChannel = knows !== 'well' && effort === null && random.chance(0.1);
  const list = channel === 'cold-outreach' ? { externalId: `N-${random.whole(1000, 9999)}` } : {};
  return {
    ...world.contact(random, kind, knows),
    ...list,
    channelId: unknownChannel ? null : channel,
    campaignId: effort?.id ?? null,
  };
}

/** Somebody who becomes MQL by what they do. */
function buildMql(world: World, random: Random, part: StoryPart & { readonly is: 'mql' }): Life {
  const { calendar } = world;
  const { kind, taste, ending, again } = part;
  const at = instantOf(calendar, random, part.ago);
  const daysAgo = calendar.daysAgo(at);
  const origin = drawOrigin(random, world.efforts, kind, taste, {
    newest: daysAgo + 4,
    oldest: Math.min(yearDays, daysAgo + 90),
  });
  const attributes = attributesOf(world, random, kind, taste === 'prize' ? 'some' : 'well', origin);
  const more = moreSessions(random, ending);
  const wish = { channel: origin.channel, taste, attributes, criteria: versionAt(world.versions, at).criteria };
  const { doings, decisive } = drawInterest(random, { ...wish, goal: { reach: 'mql', more } });
  const first = origin.day === null ? null : calendar.at(origin.day, random.whole(10 * 60, 16 * 60));
  const steps = schedule(calendar, random, doings, { position: decisive, at, first });
  const life = begin(world, attributes, steps, origin);
  const sales = (by: Ending) => (from: number) => answer({ ...world, random, attributes }, by, from);
  const back = again && instantOf(calendar, random, again.ago);
  liveOn(life, withEffort(steps, origin), back ? back - 3 * dayMs : calendar.now, sales(ending));
  if (!again || !back) return life;
  const home = { at: back - 2 * dayMs, by: world.team.marketer.id, move: { to: 'lead' } } as const;
  const returning = moveError(life.lead(), home.move) === null ? [home] : [];
  const visit = comeback.map((did, i): LifeStep => ({ at: back - (comeback.length - 1 - i) * 4 * minuteMs, did }));
  liveOn(life, [...returning, ...visit], calendar.now, sales(again.ending));
  return life;
}

/** People go on looking while sales talks to them; those handed back or gone quiet do not. */
function moreSessions(random: Random, ending: Ending): number {
  if (ending.fate === 'customer' || ending.fate === 'lost') return random.whole(1, 4);
  if ((ending.fate === 'sql' || ending.fate === 'opportunity') && ending.mood !== 'quiet') return random.whole(0, 2);
  return 0;
}

function begin(world: World, attributes: LeadAttributes, steps: readonly LifeStep[], origin: Origin): Life {
  const first = steps[0];
  if (!first) throw new Error('Every story of the sample begins with something.');
  if (origin.channel === 'cold-outreach') {
    // They answer to a letter, and were strangers on a list until then.
    const { calendar, team } = world;
    const sent = calendar.at(calendar.daysAgo(first.at) + 9, 11 * 60);
    const life = startLife(world, attributes, sent, 'stranger', team.marketer.id);
    life.take({ at: sent, by: team.marketer.id, did: 'email-sent' });
    return life;
  }
  const by = origin.channel === 'trade-show' ? world.team.boss.id : null;
  return startLife(world, attributes, first.at, stageOfFirst(first), by);
}

/** What was done at a campaign belongs to it. */
const withEffort = (steps: readonly LifeStep[], { effort, channel }: Origin): LifeStep[] =>
  steps.map((step, i) =>
    i < 2 && effort && channel !== 'search' && 'did' in step ? { ...step, campaignId: effort.id } : step,
  );

function buildLead(world: World, random: Random, part: StoryPart & { readonly is: 'lead' }): Life {
  const { calendar } = world;
  const { kind, taste, knows, turn } = part;
  const drawn = instantOf(calendar, random, part.ago);
  const daysAgo = calendar.daysAgo(drawn);
  const origin = drawOrigin(random, world.efforts, kind, taste, {
    newest: Math.max(1, daysAgo - 10),
    oldest: daysAgo + 10,
  });
  const at = origin.day === null ? drawn : calendar.at(origin.day, random.whole(10 * 60, 17 * 60));
  const known = attributesOf(world, random, kind, knows, origin);
  const attributes = turn?.is === 'disqualified' ? { ...known, ...suspicious(random, turn.reason, known) } : known;
  const wish = { channel: origin.channel, taste, attributes, criteria: versionAt(world.versions, 0).criteria };
  const sessions = turn?.is === 'warm' ? 12 : turn ? random.whole(1, 3) : Math.round(random.between(1, 6, 1.5));
  const { doings, decisive } = drawInterest(random, { ...wish, goal: { reach: 'never', sessions } });
  const steps = schedule(calendar, random, doings, { position: decisive, at, first: null });
  const life = begin(world, attributes, steps, origin);
  const turned = turn ? turnSteps(world, random, turn, life, steps) : [];
  liveOn(life, [...withEffort(steps, origin), ...turned], calendar.now, from =>
    answer({ ...world, random, attributes }, { fate: 'handed-back' }, from),
  );
  return life;
}

function buildEarly(world: World, random: Random, part: StoryPart & { readonly is: 'stranger' | 'visitor' }): Life {
  const { calendar, team } = world;
  const at = instantOf(calendar, random, part.ago);
  const list = world.efforts.find(({ key }) => key === 'coldList');
  const known = world.contact(random, 'market', 'some');
  if (part.is === 'stranger') {
    const attributes = {
      ...known,
      channelId: 'cold-outreach',
      campaignId: list?.id ?? null,
      consent: 'unknown',
      notes: null,
    } as const;
    const life = startLife(world, attributes, calendar.office(at, random), 'stranger', team.marketer.id);
    const sent = calendar.office(at + dayMs, random);
    liveOn(
      life,
      random.chance(0.5) ? [{ at: sent, by: team.marketer.id, did: 'email-sent' }] : [],
      calendar.now,
      () => [],
    );
    return life;
  }
  const company = { company: known.company, website: known.website, country: known.country, city: known.city };
  const nobody = { firstName: null, lastName: null, email: null, phone: null, jobTitle: null, linkedinUrl: null };
  const attributes = {
    ...known,
    ...nobody,
    ...company,
    consent: 'unknown',
    notes: null,
    channelId: 'website',
  } as const;
  const visits = random.whole(1, 3);
  const steps = Array.from({ length: visits }, (_, i): LifeStep[] => {
    const visit = calendar.awake(at + i * random.between(1, 6) * dayMs, random);
    const priced: LifeStep[] = i === 1 ? [{ at: visit + 2 * minuteMs, did: 'pricing-page-visit' }] : [];
    return [{ at: visit, did: 'website-visit' }, ...priced];
  }).flat();
  const life = startLife(world, attributes, steps[0]?.at ?? at, 'visitor', null);
  liveOn(life, steps, calendar.now, () => []);
  return life;
}

/** Somebody who rings and is in the middle of it at once: sales takes them without the score. */
function buildWalkIn(world: World, random: Random, part: StoryPart & { readonly is: 'walk-in' }): Life {
  const at = world.calendar.office(instantOf(world.calendar, random, part.ago), random);
  const attributes = { ...world.contact(random, 'market', 'well'), channelId: 'referral' };
  const life = startLife(world, attributes, at, 'lead', world.team.boss.id);
  const call: LifeStep = { at, did: 'inbound-call', note: 'Called us on a tip from their saw dealer.' };
  const steps = [call, ...answer({ ...world, random, attributes }, part.ending, at + hourMs)];
  liveOn(life, steps, world.calendar.now, () => []);
  return life;
}

export function buildLife(world: World, random: Random, part: StoryPart): Life {
  switch (part.is) {
    case 'stranger':
    case 'visitor':
      return buildEarly(world, random, { ...part, is: part.is });
    case 'lead':
      return buildLead(world, random, part);
    case 'mql':
      return buildMql(world, random, part);
    case 'walk-in':
      return buildWalkIn(world, random, part);
    default:
      return part satisfies never;
  }
}
