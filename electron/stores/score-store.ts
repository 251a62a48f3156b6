// The computed scores of the open workspace: the engine, loaded at start in slices and kept in step with every change.

import type { TableName } from '../../shared/contract/entry.ts';
import { nameTables } from '../../shared/contract/parts.ts';
import type { CriteriaVersion } from '../../shared/criteria.ts';
import type { RuleNames } from '../../shared/criteria-text.ts';
import type { FitField } from '../../shared/custom-field.ts';
import { dayMs } from '../../shared/dates.ts';
import type { Lead } from '../../shared/lead.ts';
import type { ScoreDetail } from '../../shared/score.ts';
import type { Writer } from '../db/file/handle.ts';
import type { StepResult } from '../db/journal/journal.ts';
import { maxNamed } from '../db/journal/journal.ts';
import { listActivityTypes, scoredActivities } from '../db/tables/activities.ts';
import { currentCriteria, currentCriteriaId } from '../db/tables/criteria.ts';
import {
  type CachedScore,
  type CachedState,
  cachedRow,
  cacheScore,
  clearScores,
  createScoreCache,
  fillScoreCache,
  remirrorScore,
  unmirrorScore,
} from '../db/tables/lead-scores.ts';
import type { LeadState } from '../db/tables/leads.ts';
import { findLead, leadState, leadStatesAfter } from '../db/tables/leads.ts';
import { doNotScoreOf } from '../db/tables/privacy.ts';
import { listScoreAdjustments } from '../db/tables/score-adjustments.ts';
import { quietSince } from '../domain/follow-up.ts';
import { phoneDigits } from '../domain/phone-search.ts';
import { ages } from '../domain/scoring/decay.ts';
import { normalize } from '../domain/scoring/normalize.ts';
import { explainScore, strongestReasons } from '../domain/scoring/score.ts';
import type { Engine } from '../engine/engine.ts';
import { createEngine, sliceSize } from '../engine/engine.ts';
import { SearchText } from '../engine/search-text.ts';
import { createBackgroundYield, createYield } from '../jobs/yield-to-event-loop.ts';
import { attributesOf, ruleNames, subjectOf } from '../services/subjects.ts';
import { fillEngine, fillFields } from './fill-engine.ts';

export type Scores = {
  /** Resolves when every lead has its score as of today; rejects when loading failed. */
  readonly ready: () => Promise<void>;
  /** The version of the criteria in force. */
  readonly criteria: () => CriteriaVersion;
  /** Brings the scores in step with what a committed step has touched. */
  readonly refresh: (step: StepResult) => Promise<void>;
  /** The score with every line, straight from the file. */
  readonly explain: (lead: Lead, at: number) => ScoreDetail;
  readonly blockedBy: (leadId: string) => string | null;
  /** What weighs most in a lead's score; null when nothing gave points. */
  readonly strongest: (leadId: string) => string | null;
  readonly engine: Engine;
  /** Names, company, e-mail and notes of every lead, folded, by row number. */
  readonly searchText: SearchText;
  /** Digits of every lead's phone numbers, by row number; see phoneDigits. */
  readonly phones: SearchText;
  /** Ready scores, and an engine that holds these facts too: for drafts and questions that look at more than the criteria in force. */
  readonly ensureFields: (fields: readonly FitField[]) => Promise<void>;
  /** Changes with everything that changes in the engine: an answer computed in slices under another one is void. */
  readonly revision: () => number;
};

const leadChunk = 500;
/** So many changed leads are always followed one by one; that takes four times as long for each as reading everybody anew. */
const few = 1000;
/** Reasons kept: some screens full of cards. */
const mostReasons = 5000;
/** Tables that scores and their cache are made from. */
const scored: ReadonlySet<TableName> = new Set<TableName>([
  'lead',
  'activity',
  'activity_type',
  'score_adjustment',
  'custom_field',
  'custom_value',
  'criteria',
  'import_batch',
]);

/** Starts loading at once, in slices; `ready` tells when it is done. */
export function createScores(db: Writer, now: () => number): Scores {
  createScoreCache(db);
  const engine = createEngine();
  const searchText = new SearchText();
  const phones = new SearchText();
  let version = currentCriteria(db);
  /** Asked for every card of a board, and seldom changed. */
  let names: RuleNames | null = null;
  /** Strongest reasons by lead, as of a day: a search asks for the same cards again with every letter. */
  const reasons = new Map<string, string | null>();
  let reasonsOn = 0;
  const readOurs = (): ReadonlySet<string> =>
    new Set(listActivityTypes(db).flatMap(type => (type.ourSide ? [type.id] : [])));
  /** Types of what our side does. */
  let ours = readOurs();
  let scoredOn = 0;
  /** Facts held beside those the criteria look at. */
  const request = new Set<FitField>();
  let revision = 0;
  let loading = load();
  // The caller that awaits it gets the error; until then it is not unhandled.
  loading.catch(() => undefined);

  const writeOne = (score: CachedScore, at: CachedState): void => void cacheScore(db, score, at);
  const scoreCache = (lead: LeadState, write: typeof writeOne = writeOne): void => {
    const score = engine.scoreOf(lead.id);
    if (!score) return;
    const { any: lastAt, ours: touchAt } = engine.latestOf(lead.id, ours);
    write(score, { ...lead, lastAt, touchAt, quietSince: quietSince(lead, lastAt) });
    searchText.set(lead.seq, normalize(lead.searchText));
    phones.set(lead.seq, phoneDigits(lead, lead.searchText));
  };

  async function load(): Promise<void> {
    revision++;
    reasons.clear();
    await fillEngine(engine, db, version, request);
    await scoreEverybody();
    await cacheAllScores();
  }

  /** `then` is called for every slice of positions that has its scores. */
  async function scoreEverybody(then?: (from: number, to: number) => Promise<void>): Promise<void> {
    revision++;
    const yieldToEventLoop = createYield();
    const at = now();
    scoredOn = Math.floor(at / dayMs);
    // At least once: an engine that has scored nobody yet must still know the criteria.
    for (let from = 0; from === 0 || from < engine.size; from += sliceSize) {
      engine.scoreAll(version.criteria, at, { from, to: from + sliceSize });
      await yieldToEventLoop();
      await then?.(from, Math.min(from + sliceSize, engine.size));
    }
  }

  /** New scores for all leads whose activities and stage are as they were: a row is written only where it says something else. */
  async function scoreAnew(): Promise<void> {
    const yieldToEventLoop = createYield();
    await scoreEverybody(async (from, to) => {
      for (let position = from; position < to; position++) {
        const id = engine.leadIdAt(position);
        const score = id === null ? null : engine.scoreOf(id);
        if (id !== null && score) remirrorScore(db, id, score);
        await yieldToEventLoop();
      }
    });
  }

  async function cacheAllScores(): Promise<void> {
    const yieldToEventLoop = createBackgroundYield();
    searchText.clear();
    phones.clear();
    for (const _ of clearScores(db)) await yieldToEventLoop();
    await yieldToEventLoop();
    const cache = fillScoreCache(db);
    for (let after = ''; ; ) {
      const rows = leadStatesAfter(db, after, leadChunk);
      for (const lead of rows) {
        scoreCache(lead, (score, at) => cache.add(cachedRow(score, at)));
        await yieldToEventLoop();
      }
      after = rows.at(-1)?.id ?? after;
      if (rows.length < leadChunk) break;
      searchText.settle();
      phones.settle();
    }
    cache.flush();
    searchText.settle();
    phones.settle();
  }

  /** `activitiesToo`: activities may be others; else only facts, stage and what was said by hand are. `everybodyFollows`: all are scored next. */
  function refreshLead(id: string, activitiesToo: boolean, everybodyFollows: boolean): void {
    revision++;
    reasons.delete(id);
    const lead = findLead(db, id);
    if (!lead) {
      engine.removeLead(id);
      const row = unmirrorScore(db, id);
      if (row !== undefined) {
        searchText.set(row, '');
        phones.set(row, '');
      }
      return;
    }
    if (activitiesToo || engine.positionOf(id) === undefined)
      engine.replaceLead(id, attributesOf(db, lead), scoredActivities(db, id));
    else engine.setAttributes(id, attributesOf(db, lead));
    const doNotScore = doNotScoreOf(db, id);
    engine.setAdjustments(id, {
      hand: listScoreAdjustments(db, id),
      mqlExclusion: lead.mqlExclusion ?? doNotScore,
      doNotScore,
    });
    if (!everybodyFollows) engine.scoreLead(id, version.criteria, now());
    const state = leadState(db, id);
    if (state) scoreCache(state);
  }

  const follow = (work: Promise<void>): Promise<void> => {
    loading = work;
    loading.catch(() => undefined);
    return loading;
  };

  async function ready(): Promise<void> {
    await loading;
    // Points with a half-life are worth less every day.
    const fades = version.criteria.behavior.some(ages);
    if (fades && Math.floor(now() / dayMs) !== scoredOn) await follow(scoreAnew());
  }

  return {
    engine,
    searchText,
    phones,
    ready,
    ensureFields: async fields => {
      for (const field of fields) request.add(field);
      await ready();
      // Another call may have begun to load meanwhile.
      for (let before: unknown; before !== loading; ) {
        before = loading;
        await loading;
      }
      const missing = engine.lacks(fields);
      if (missing.length > 0) await follow(fillFields(engine, db, missing));
    },
    revision: () => revision,
    criteria: () => version,
    refresh: async ({ tables, leadIds }) => {
      if (nameTables.some(table => tables.includes(table))) {
        names = null;
        reasons.clear();
      }
      await loading;
      const other = currentCriteriaId(db) !== version.id;
      if (other) reasons.clear();
      if (other) {
        const next = currentCriteria(db);
        // Before these rules may be asked about anybody, the facts they look at must be there.
        const missing = engine.missingFields(next.criteria);
        if (missing.length > 0) await follow(fillFields(engine, db, missing));
        version = next;
      }
      // Tags, deals and plans give no points, but the board is narrowed by some of them.
      if (!tables.some(table => scored.has(table))) {
        revision++;
        return;
      }
      // With so many changed leads, loading everything anew is cheaper.
      if (leadIds.length > maxNamed || leadIds.length > Math.max(few, engine.size / 4)) {
        await follow(load());
        return;
      }
      const yieldToEventLoop = createYield();
      for (const id of leadIds) {
        refreshLead(id, tables.includes('activity'), other);
        await yieldToEventLoop();
      }
      const sides = tables.includes('activity_type') ? readOurs() : ours;
      const changed = sides.size !== ours.size || [...sides].some(id => !ours.has(id));
      ours = sides;
      if (other) await follow(scoreAnew());
      if (changed) await follow(cacheAllScores());
    },
    explain: (lead, at) => explainScore(version.criteria, subjectOf(db, lead), at, ruleNames(db)),
    blockedBy: leadId => engine.scoreOf(leadId)?.blockedBy ?? null,
    strongest: leadId => {
      const at = now();
      const today = Math.floor(at / dayMs);
      if (today !== reasonsOn || reasons.size >= mostReasons) reasons.clear();
      reasonsOn = today;
      const known = reasons.get(leadId);
      if (known !== undefined) return known;
      names ??= ruleNames(db);
      // Who they are is no reason to call now.
      const lines = engine.linesOf(leadId, version.criteria, at, names).filter(({ part }) => part !== 'fit');
      const what = strongestReasons(lines, 1)[0]?.what ?? null;
      reasons.set(leadId, what);
      return what;
    },
  };
}
