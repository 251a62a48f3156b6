// The computed scores of the open workspace: the engine, loaded at start in slices and kept in step with every change.
import type { Table } from '../../shared/contract/entry.ts';
import { nameTables } from '../../shared/contract/parts.ts';
import type { CriteriaVersion } from '../../shared/criteria.ts';
import type { RuleNames } from '../../shared/criteria-words.ts';
import type { Lead } from '../../shared/lead.ts';
import type { FitField } from '../../shared/own-field.ts';
import type { ScoreDetail } from '../../shared/score.ts';
import { deedsOf, listActivityTypes } from '../db/activities.ts';
import { currentCriteria, currentCriteriaId } from '../db/criteria.ts';
import { handPointsOf } from '../db/hand-points.ts';
import type { Writer } from '../db/handle.ts';
import type { StepResult } from '../db/journal.ts';
import { mostNamed } from '../db/journal.ts';
import { clearScores, createScoreMirror, mirrorScore, remirrorScore, unmirrorScore } from '../db/lead-scores.ts';
import type { Standing } from '../db/leads.ts';
import { findLead, standingOf, standingsAfter } from '../db/leads.ts';
import { doNotScoreOf } from '../db/privacy.ts';
import { quietSince } from '../domain/follow-up.ts';
import { phoneDigits } from '../domain/phone-search.ts';
import { fold } from '../domain/scoring/fold.ts';
import { explainScore, strongestReasons } from '../domain/scoring/score.ts';
import type { Engine } from '../engine/engine.ts';
import { createEngine, sliceSize } from '../engine/engine.ts';
import { Words } from '../engine/words.ts';
import { createPause } from '../jobs/pause.ts';
import { fillEngine, fillFields } from './fill-engine.ts';
import { factsOf, ruleNames, subjectOf } from './subjects.ts';

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
  readonly words: Words;
  /** Digits of every lead's phone numbers, by row number; see phoneDigits. */
  readonly phones: Words;
  /** Ready scores, and an engine that holds these facts too: for drafts and questions that look at more than the criteria in force. */
  readonly hold: (fields: readonly FitField[]) => Promise<void>;
  /** Changes with everything that changes in the engine: an answer computed in slices under another one is void. */
  readonly revision: () => number;
};

const leadChunk = 2000;
/** So many changed leads are always followed one by one; that takes four times as long for each as reading everybody anew. */
const few = 1000;
const dayMs = 86_400_000;
/** Tables that a score and its mirror are made from. */
const scored: ReadonlySet<Table> = new Set<Table>([
  'lead',
  'activity',
  'activity_type',
  'hand_points',
  'own_field',
  'own_value',
  'criteria',
  'import_batch',
]);

/** Starts loading at once, in slices; `ready` tells when it is done. */
export function createScores(db: Writer, now: () => number): Scores {
  createScoreMirror(db);
  const engine = createEngine();
  const words = new Words();
  const phones = new Words();
  let version = currentCriteria(db);
  /** Asked for every card of a board, and seldom changed. */
  let names: RuleNames | null = null;
  const readOurs = (): ReadonlySet<string> =>
    new Set(listActivityTypes(db).flatMap(type => (type.ourSide ? [type.id] : [])));
  /** Types of what our side does. */
  let ours = readOurs();
  let scoredOn = 0;
  /** Facts held beside those the criteria look at. */
  const asked = new Set<FitField>();
  let revision = 0;
  let loading = load();
  // The caller that awaits it gets the error; until then it is not unhandled.
  loading.catch(() => undefined);

  const mirror = (lead: Standing): void => {
    const score = engine.scoreOf(lead.id);
    if (!score) return;
    const { any: lastAt, ours: touchAt } = engine.latestOf(lead.id, ours);
    mirrorScore(db, score, { ...lead, lastAt, touchAt, quietSince: quietSince(lead, lastAt) });
    words.set(lead.seq, fold(lead.words));
    phones.set(lead.seq, phoneDigits(lead, lead.words));
  };

  async function load(): Promise<void> {
    revision++;
    await fillEngine(engine, db, version, asked);
    await scoreEverybody();
    await mirrorEverybody();
  }

  /** `then` is called for every slice of positions that has its scores. */
  async function scoreEverybody(then?: (from: number, to: number) => Promise<void>): Promise<void> {
    revision++;
    const pause = createPause();
    const at = now();
    scoredOn = Math.floor(at / dayMs);
    // At least once: an engine that has scored nobody yet must still know the criteria.
    for (let from = 0; from === 0 || from < engine.size; from += sliceSize) {
      engine.scoreAll(version.criteria, at, { from, to: from + sliceSize });
      await pause();
      await then?.(from, Math.min(from + sliceSize, engine.size));
    }
  }

  /** New scores for everybody whose deeds and stage are as they were: a row is written only where it says something else. */
  async function scoreAnew(): Promise<void> {
    const pause = createPause();
    await scoreEverybody(async (from, to) => {
      for (let position = from; position < to; position++) {
        const id = engine.leadIdAt(position);
        const score = id === null ? null : engine.scoreOf(id);
        if (id !== null && score) remirrorScore(db, id, score);
        await pause();
      }
    });
  }

  async function mirrorEverybody(): Promise<void> {
    const pause = createPause();
    clearScores(db);
    words.clear();
    phones.clear();
    await pause();
    for (let after = ''; ; ) {
      const rows = standingsAfter(db, after, leadChunk);
      for (const lead of rows) {
        mirror(lead);
        await pause();
      }
      after = rows.at(-1)?.id ?? after;
      if (rows.length < leadChunk) break;
      words.settle();
      phones.settle();
    }
    words.settle();
    phones.settle();
  }

  /** `deeds`: activities may be others; else only facts, stage and what was said by hand are. `everybodyFollows`: all are scored next. */
  function refreshLead(id: string, deeds: boolean, everybodyFollows: boolean): void {
    revision++;
    const lead = findLead(db, id);
    if (!lead) {
      engine.removeLead(id);
      const row = unmirrorScore(db, id);
      if (row !== undefined) {
        words.set(row, '');
        phones.set(row, '');
      }
      return;
    }
    if (deeds || engine.positionOf(id) === undefined) engine.replaceLead(id, factsOf(db, lead), deedsOf(db, id));
    else engine.setFacts(id, factsOf(db, lead));
    const doNotScore = doNotScoreOf(db, id);
    engine.setByHand(id, { hand: handPointsOf(db, id), neverMql: lead.neverMql ?? doNotScore, doNotScore });
    if (!everybodyFollows) engine.scoreLead(id, version.criteria, now());
    const standing = standingOf(db, id);
    if (standing) mirror(standing);
  }

  const follow = (work: Promise<void>): Promise<void> => {
    loading = work;
    loading.catch(() => undefined);
    return loading;
  };

  async function ready(): Promise<void> {
    await loading;
    // Points with a half-life are worth less every day.
    const fades = version.criteria.behaviour.some(rule => rule.halfLifeDays !== null);
    if (fades && Math.floor(now() / dayMs) !== scoredOn) await follow(scoreAnew());
  }

  return {
    engine,
    words,
    phones,
    ready,
    hold: async fields => {
      for (const field of fields) asked.add(field);
      await ready();
      // Somebody else may have begun to load meanwhile.
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
      if (nameTables.some(table => tables.includes(table))) names = null;
      await loading;
      const other = currentCriteriaId(db) !== version.id;
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
      if (leadIds.length > mostNamed || leadIds.length > Math.max(few, engine.size / 4)) {
        await follow(load());
        return;
      }
      const pause = createPause();
      for (const id of leadIds) {
        refreshLead(id, tables.includes('activity'), other);
        await pause();
      }
      const sides = tables.includes('activity_type') ? readOurs() : ours;
      const changed = sides.size !== ours.size || [...sides].some(id => !ours.has(id));
      ours = sides;
      if (other) await follow(scoreAnew());
      if (changed) await follow(mirrorEverybody());
    },
    explain: (lead, at) => explainScore(version.criteria, subjectOf(db, lead), at, ruleNames(db)),
    blockedBy: leadId => engine.scoreOf(leadId)?.blockedBy ?? null,
    strongest: leadId => {
      names ??= ruleNames(db);
      return strongestReasons(engine.linesOf(leadId, version.criteria, now(), names), 1)[0]?.what ?? null;
    },
  };
}
