// The engine: every lead and activity in memory, scores as of a moment, and replay of any criteria over all that happened.
import type { Criteria } from '../../shared/criteria.ts';
import type { RuleNames } from '../../shared/criteria-text.ts';
import { plainNames } from '../../shared/criteria-text.ts';
import type { FitAttributes, FitField } from '../../shared/custom-field.ts';
import type { Score, ScoreLine } from '../../shared/score.ts';
import type { AttributeValue } from '../domain/scoring/fit.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import type { Endings } from '../domain/scoring/learn/endings.ts';
import type { TraitStats } from '../domain/scoring/learn/insights.ts';
import { scoreLines } from '../domain/scoring/lines.ts';
import type { Subject } from '../domain/scoring/subject.ts';
import { blockedBy } from '../domain/scoring/subject.ts';
import type { ActivityRow, TypedInstant } from './activity-store.ts';
import type { Adjustments } from './lead-index.ts';
import { createReplay } from './replay.ts';
import { createScorer, grades, noColumns, type ScoreColumns, withRoom } from './scores.ts';
import { createStore } from './store.ts';
import { frequentValues, leadsOf, recorded } from './trait-queries.ts';
import { gatherTraitStats } from './trait-stats.ts';

/** A lead's id, then its facts in the order of the fields named in beginLoad. */
export type LeadValues = readonly [leadId: string, ...attributes: AttributeValue[]];

type Tail<F extends (...given: never) => unknown> = Parameters<F> extends readonly [unknown, ...infer R] ? R : never;

export type Engine = ReturnType<typeof createEngine>;

/** Leads per slice of scoring: about 2 ms at 10 activities a lead. */
export const sliceSize = 10_000;

export function createEngine() {
  let store = createStore();
  let replayer = createReplay(store);
  let score = createScorer(store);
  let columns: ScoreColumns = noColumns;
  let loading: readonly FitField[] = [];
  let openLead = '';
  let openPosition = -1;
  /** Criteria and moment of the last scoreAll, under which single leads are scored again. */
  let current: { readonly criteria: Criteria; readonly at: number } | null = null;

  const need = (leadId: string): number => {
    const position = store.leadIndex.positionOf(leadId);
    if (position === undefined) throw new Error(`The engine does not hold lead ${leadId}.`);
    return position;
  };

  const admit = (leadId: string): number => {
    const position = store.leadIndex.admit(leadId);
    store.activities.needPositions(store.leadIndex.size);
    columns = withRoom(columns, store.leadIndex.size);
    return position;
  };

  const subjectAt = (position: number): Subject => ({
    attributes: store.attributes.of(position),
    activities: store.activities
      .list(position)
      .map((activity, index) => ({ ...activity, id: String(index).padStart(7, '0') })),
    ...store.leadIndex.adjustments(position),
  });

  return {
    /** Forgets everything. Only `fields` of the leads are held; more can follow with ensureField. `expected`: about how many activities. */
    beginLoad: (fields: readonly FitField[], expected = 0): void => {
      store = createStore();
      store.activities.activities.reserve(expected);
      replayer = createReplay(store);
      score = createScorer(store);
      columns = noColumns;
      current = null;
      loading = fields;
      openLead = '';
      openPosition = -1;
      for (const field of fields) store.attributes.ensureFields(field);
    },

    /** Rows in any order, in any chunks, or straight from a statement; before their activities. */
    addLeads: (rows: Iterable<LeadValues>): void => {
      for (const row of rows) {
        const position = admit(row[0]);
        for (let i = 0; i < loading.length; i++)
          store.attributes.set(position, loading[i] as FitField, row[i + 1] ?? null);
      }
    },

    /** Rows sorted by (lead, at), in any chunks or straight from a statement: all of a lead in one run. */
    addActivities: (rows: Iterable<ActivityRow>): void => {
      for (const row of rows) {
        const leadId = row[0];
        if (leadId !== openLead) {
          openPosition = store.leadIndex.nextPosition(leadId, openPosition) ?? need(leadId);
          openLead = leadId;
        }
        store.activities.append(openPosition, row[1], row[2]);
      }
    },

    finishLoad: (): void => {
      store.activities.closeRun();
      store.activities.trim();
    },

    /** Fields the criteria look at and the engine does not hold yet: load them with ensureField before scoring. */
    missingFields: (criteria: Criteria): readonly FitField[] =>
      fieldsOf(criteria).filter(field => !store.attributes.has(field)),

    /** Those of `fields` that the engine does not hold yet. */
    lacks: (fields: readonly FitField[]): readonly FitField[] => fields.filter(field => !store.attributes.has(field)),

    /** Holds one more field from now on; leads not in `rows` count as unknown. */
    ensureField: (field: FitField, rows: Iterable<readonly [leadId: string, value: AttributeValue]>): void => {
      store.attributes.ensureFields(field);
      for (const [leadId, value] of rows) {
        // A lead that is not in memory yet is loaded with all fields.
        const position = store.leadIndex.positionOf(leadId);
        if (position !== undefined) store.attributes.set(position, field, value);
      }
      store.fits.forget();
    },

    /** Holds `fields` from now on. Rows (a lead's id, then the facts in that order) may come in chunks; unknown leads are left out. */
    ensureFields: (fields: readonly FitField[], rows: Iterable<LeadValues>): void => {
      for (const field of fields) store.attributes.ensureFields(field);
      for (const row of rows) {
        const position = store.leadIndex.positionOf(row[0]);
        if (position === undefined) continue;
        for (let i = 0; i < fields.length; i++)
          store.attributes.set(position, fields[i] as FitField, row[i + 1] ?? null);
      }
      store.fits.forget();
    },

    /** Puts a lead, new or known, with these facts and all its activities (any order). Its score is old until scored again. */
    replaceLead: (leadId: string, attributes: Partial<FitAttributes>, activities: readonly TypedInstant[]): void => {
      const position = admit(leadId);
      store.attributes.setAll(position, attributes);
      store.fits.touch(position);
      store.activities.replace(position, activities);
      store.activities.compactIfWorthwhile(store.leadIndex.size);
    },

    /** New facts for a known lead. */
    setAttributes: (leadId: string, attributes: Partial<FitAttributes>): void => {
      const position = need(leadId);
      store.attributes.setAll(position, attributes);
      store.fits.touch(position);
    },

    /** Points given by hand and the mark "never MQL"; replaces what was said before. */
    setAdjustments: (leadId: string, adjusted: Adjustments): void => {
      store.leadIndex.setAdjustments(need(leadId), adjusted);
      replayer.forget();
    },

    removeLead: (leadId: string): void => {
      const position = store.leadIndex.remove(leadId);
      if (position === undefined) return;
      store.attributes.setAll(position, {});
      store.fits.touch(position);
      store.activities.drop(position);
    },

    /** Leads held. */
    get leadCount(): number {
      return store.leadIndex.count;
    },

    /** Positions to walk over; `leadIdAt` is null for those of removed leads. */
    get size(): number {
      return store.leadIndex.size;
    },

    leadIdAt: (position: number): string | null => store.leadIndex.ids[position] ?? null,
    positionOf: (leadId: string): number | undefined => store.leadIndex.positionOf(leadId),

    /**
     * Scores positions `from` to `to` (all, when not given) as of `at`. Call it slice by slice, yielding between, and the main
     * process never stands still; the columns are the engine's own and change in place.
     */
    scoreAll: (criteria: Criteria, at: number, slice: { readonly from: number; readonly to: number } | null = null) => {
      current = { criteria, at };
      columns = withRoom(columns, store.leadIndex.size);
      score(criteria, at, columns, slice?.from ?? 0, Math.min(slice?.to ?? store.leadIndex.size, store.leadIndex.size));
      return columns;
    },

    /** Scores positions as scoreAll does, but into `out`, of at least as many rows: the scores in force stay as they are. */
    scoreInto: (
      out: ScoreColumns,
      criteria: Criteria,
      at: number,
      slice: { readonly from: number; readonly to: number },
    ): void => score(criteria, at, out, slice.from, Math.min(slice.to, store.leadIndex.size)),

    /** Scores one lead again, under these criteria as of `at`. */
    scoreLead: (leadId: string, criteria: Criteria, at: number): void => {
      const position = need(leadId);
      score(criteria, at, columns, position, position + 1);
    },

    /** The lead's score as last computed under the criteria of the last scoreAll; null for a lead the engine does not hold. */
    scoreOf: (leadId: string): Score | null => {
      const position = store.leadIndex.positionOf(leadId);
      if (position === undefined || current === null) return null;
      const { criteria } = current;
      return {
        total: columns.total[position] as number,
        engagement: columns.engagement[position] as number,
        fit: columns.fit[position] as number,
        possible: columns.possible[position] as number,
        grade: grades[columns.grade[position] as number] ?? 'D',
        level: columns.level[position] as number,
        threshold: criteria.threshold,
        minimumFit: criteria.minimumFit,
        blockedBy: columns.blocked[position] === 1 ? blockedBy(criteria, subjectAt(position)) : null,
        cooling: columns.cooling[position] === 1,
      };
    },

    /** Lines of a lead from what the engine holds; they carry no ids of activities. For the strongest reasons on cards. */
    linesOf: (leadId: string, criteria: Criteria, at: number, names: RuleNames = plainNames): readonly ScoreLine[] =>
      scoreLines(criteria, subjectAt(need(leadId)), at, names).map(line => ({ ...line, activityId: null })),

    /** First promotion of every lead, as if `criteria` had always been the rules. See replay.ts. */
    replay: (...args: Parameters<typeof replayer.replay>) => replayer.replay(...args),

    /** Greatest score of every lead at any moment it could have been promoted. See replay.ts. */
    peaks: (...args: Parameters<typeof replayer.peaks>) => replayer.peaks(...args),

    /** What leads that ended did before, and what they are; all of `fields` must be held. For learning. Yields every few ms. */
    traitStats: (criteria: Criteria, endings: Endings, fields: readonly FitField[]): Generator<void, TraitStats> =>
      gatherTraitStats(store, criteria, endings, fields),

    /** Writes the instant of each lead's last activity up to `now` into `out`, by position; leads without any keep what stands there. */
    lastActivityAt: (out: Float64Array, now: number): void => {
      const { start, length, columns: held } = store.activities.activities;
      for (let position = 0; position < store.leadIndex.size; position++) {
        const first = start[position] as number;
        let row = first + (length[position] as number) - 1;
        while (row >= first && (held.at[row] as number) > now) row--;
        if (row >= first) out[position] = held.at[row] as number;
      }
    },

    /** Instants of a lead's latest activity and of the latest of the types in `ours`; null where there is none. */
    latestOf: (
      leadId: string,
      ours: ReadonlySet<string>,
    ): { readonly any: number | null; readonly ours: number | null } => {
      const position = store.leadIndex.positionOf(leadId);
      if (position === undefined) return { any: null, ours: null };
      const { start, length, columns: held } = store.activities.activities;
      const first = start[position] as number;
      const last = first + (length[position] as number) - 1;
      let row = last;
      while (row >= first && !ours.has(store.activities.typeIdOf(held.type[row] as number))) row--;
      return {
        any: last >= first ? (held.at[last] as number) : null,
        ours: row >= first ? (held.at[row] as number) : null,
      };
    },
    /** Ids of the leads that ended with a trait, or without it; see `looks.ts`. */
    leadsOf: (...[trait, endings, whom]: Tail<typeof leadsOf>): readonly string[] =>
      leadsOf(store, trait, endings, whom),
    /** The most frequent values of a field that is held. */
    frequentValues: (field: FitField, most: number): readonly string[] => frequentValues(store, field, most),
    /** Leads about whom something of their own is recorded, and how much. */
    recorded: (ours: ReadonlySet<string>) => recorded(store, ours),

    /** What is held about a lead; fields that are not held are as if unknown. */
    attributesAt: (position: number): FitAttributes => store.attributes.of(position),

    /** The raw columns, for measuring a bare pass over them. */
    columns: () => {
      const { start, length, columns: held, used } = store.activities.activities;
      return { start, length, at: held.at, type: held.type, used };
    },
  };
}
