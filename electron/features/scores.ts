// Holds the computed scores of the open workspace: loads them at start, keeps them in step with every change.
import type { Activity } from '../../shared/activity.ts';
import type { CriteriaVersion } from '../../shared/criteria.ts';
import type { Lead } from '../../shared/lead.ts';
import type { ScoreDetail } from '../../shared/score.ts';
import type { Writer } from '../db/handle.ts';
import type { StepResult } from '../db/journal.ts';
import { clearScores, createScoreMirror, mirrorScore, unmirrorScore } from '../db/lead-scores.ts';
import { findLead, leadsAfter } from '../db/leads.ts';
import { currentCriteria } from '../db/workspace.ts';
import { explainScore, strongestReasons } from '../domain/scoring/score.ts';
import { createPause } from '../jobs/pause.ts';
import { ruleNames, subjectOf } from './subjects.ts';

export type Scores = {
  /** Resolves when every lead has its score; rejects when loading failed. */
  readonly ready: () => Promise<void>;
  /** The version of the criteria in force. */
  readonly criteria: () => CriteriaVersion;
  /** Brings the scores in step with what a committed step has touched. */
  readonly refresh: (step: StepResult) => Promise<void>;
  readonly explain: (lead: Lead, activities: readonly Activity[], at: number) => ScoreDetail;
  readonly blockedBy: (leadId: string) => string | null;
  /** What weighs most in a lead's score; null when nothing gave points. */
  readonly strongest: (leadId: string) => string | null;
};

/** Leads read at once while loading. */
const chunk = 500;
/** From so many changed leads on, everything is loaded anew. */
const many = 5000;

/** Starts loading at once, in slices; `ready` tells when it is done. */
export function createScores(db: Writer, now: () => number): Scores {
  createScoreMirror(db);
  let version = currentCriteria(db);
  let loading = load();

  function score(lead: Lead): void {
    const detail = explainScore(version.criteria, subjectOf(db, lead), now(), ruleNames(db));
    mirrorScore(db, lead.id, lead.stage, detail);
  }

  async function load(): Promise<void> {
    const pause = createPause();
    clearScores(db);
    let after = '';
    for (;;) {
      const leads = leadsAfter(db, after, chunk);
      if (leads.length === 0) return;
      for (const lead of leads) {
        score(lead);
        await pause();
      }
      after = leads.at(-1)?.id ?? '';
    }
  }

  const detailOf = (leadId: string): ScoreDetail | undefined => {
    const lead = findLead(db, leadId);
    return lead && explainScore(version.criteria, subjectOf(db, lead), now(), ruleNames(db));
  };

  return {
    ready: () => loading,
    criteria: () => version,
    refresh: async ({ tables, leadIds }) => {
      const all = tables.includes('criteria') || leadIds.length > many || tables.includes('import_batch');
      if (all) {
        version = currentCriteria(db);
        loading = load();
        await loading;
        return;
      }
      for (const id of leadIds) {
        const lead = findLead(db, id);
        if (lead) score(lead);
        else unmirrorScore(db, id);
      }
    },
    explain: (lead, _activities, at) => explainScore(version.criteria, subjectOf(db, lead), at, ruleNames(db)),
    blockedBy: leadId => detailOf(leadId)?.blockedBy ?? null,
    strongest: leadId => strongestReasons(detailOf(leadId)?.lines ?? [], 1)[0]?.what ?? null,
  };
}
