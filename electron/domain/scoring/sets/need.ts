// Check whether scoring is worthwhile: enough leads, enough activities, lead quality.
import type { NeedCheck, ScoringNeed } from '../../../../shared/scoring-need.ts';

/** What there is in the workspace. */
export type NeedInput = {
  readonly leads: number;
  /** Came in during the last 90 days. */
  readonly newIn90Days: number;
  /** Leads with at least one recorded activity of their own. */
  readonly withActivity: number;
  /** Activities of their own, all together. */
  readonly activities: number;
  /** Leads sales has answered, and those of them it accepted. */
  readonly answered: number;
  readonly accepted: number;
};

/** Below this a person can keep all leads in mind, and a list does what a score would. */
const leadsNeeded = 30;
const newNeeded = 15;
/** A score of leads nobody recorded anything about only says who was recorded. */
const recordedShare = 0.5;
const perLead = 3;
/** Below so many answers nothing can be said about quality. */
const answersNeeded = 10;
/** Where sales accepts fewer than this, sorting does not help: there is too little to sort out. */
const acceptedShare = 0.1;

const { format: whole } = new Intl.NumberFormat('en');
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const check = (id: NeedCheck['id'], state: NeedCheck['state'], found: string, todo: string): NeedCheck => ({
  id,
  state,
  found,
  todo: state === 'not' ? todo : null,
});

const wellIf = (ok: boolean) => (ok ? 'well' : 'not');

/** Each check with what was found and, where it fails, what to do first. Nothing is forbidden: it is advice. */
export function needScoring(attributes: NeedInput): ScoringNeed {
  const { leads, newIn90Days, withActivity, activities, answered, accepted } = attributes;
  const recorded = leads === 0 ? 0 : withActivity / leads;
  const each = withActivity === 0 ? 0 : activities / withActivity;
  const checks = [
    check(
      'leads',
      wellIf(leads >= leadsNeeded && newIn90Days >= newNeeded),
      `${whole(leads)} leads, ${whole(newIn90Days)} of them new in the last 90 days.`,
      'Get more leads first; with this few, you can call each one. Focus on one good campaign.',
    ),
    check(
      'recorded',
      wellIf(recorded >= recordedShare && each >= perLead),
      `${percent(recorded)} of them have activities, ${each.toFixed(1)} each on average.`,
      'Record more activities: log calls and visits as they happen, and import your newsletter and event lists.',
    ),
    check(
      'quality',
      answered < answersNeeded ? 'unsure' : wellIf(accepted / answered >= acceptedShare),
      answered < answersNeeded
        ? `Sales has answered ${answered} MQLs so far, which is too few to judge.`
        : `Sales accepted ${whole(accepted)} of ${whole(answered)}.`,
      'Sales accepts very few MQLs. Find better leads first, through other channels or a clearer offer. A score only ranks the leads you have.',
    ),
  ];
  return { needed: checks.every(({ state }) => state !== 'not'), checks };
}
