// Two stage histories become one that could have been, whatever they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HistoryLine, mergedHistory } from '../../electron/domain/merge-leads.ts';
import { funnelStages, isOffFunnel, type Stage, stageRank, stages } from '../../shared/stages.ts';

/** A history that holds: it begins from nothing, and each line starts where the one before ended. */
const history = (name: string) =>
  fc
    .array(fc.record({ to: fc.constantFrom(...stages), wait: fc.integer({ min: 0, max: 5 }), score: fc.boolean() }), {
      maxLength: 6,
    })
    .chain(moves =>
      fc
        .record({
          first: fc.constantFrom('stranger', 'visitor', 'lead', 'mql' as Stage),
          at: fc.integer({ min: 0, max: 9 }),
        })
        .map(({ first, at }): HistoryLine[] => {
          const lines: HistoryLine[] = [
            { id: `${name}0`, from: null, to: first as Stage, at, note: null, cause: 'created' },
          ];
          for (const [index, { to, wait, score }] of moves.entries()) {
            const last = lines.at(-1) as HistoryLine;
            if (last.to === to) continue;
            const cause = score && to === 'mql' ? 'score' : 'hand';
            lines.push({ id: `${name}${index + 1}`, from: last.to, to, at: last.at + wait, note: null, cause });
          }
          return lines;
        }),
    );

const two = fc.tuple(history('a'), history('b'));
const byTime = (a: HistoryLine, b: HistoryLine) => a.at - b.at || (a.id < b.id ? -1 : 1);

function merged([a, b]: readonly [HistoryLine[], HistoryLine[]]) {
  const result = mergedHistory([...a, ...b]);
  const reads = new Map(result.changed.map(line => [line.id, line]));
  const lines = [...a, ...b]
    .filter(line => !result.dropped.includes(line.id))
    .sort(byTime)
    .map(line => ({ ...line, ...reads.get(line.id) }));
  return { result, lines };
}

const firstAt = (lines: readonly HistoryLine[], stage: Stage) =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...lines.filter(line => !isOffFunnel(line.to) && stageRank(line.to) >= stageRank(stage)).map(line => line.at),
  );

describe('two histories merged', () => {
  it('begin once, and each line starts where the one before ended', () => {
    fc.assert(
      fc.property(two, pair => {
        const { lines, result } = merged(pair);
        expect(lines.map(line => line.from)).toEqual([null, ...lines.slice(0, -1).map(line => line.to)]);
        expect(result.stage).toBe(lines.at(-1)?.to);
        expect(result.since).toBe(lines.at(-1)?.at);
      }),
    );
  });

  it('lose no line but the second beginning', () => {
    fc.assert(
      fc.property(two, pair => {
        const { result } = merged(pair);
        expect(result.dropped.length).toBeLessThanOrEqual(1);
        for (const id of result.dropped) expect(['a0', 'b0']).toContain(id);
      }),
    );
  });

  it('reach every stage as early as the earlier of the two, and no stage that neither reached', () => {
    fc.assert(
      fc.property(two, pair => {
        const { lines } = merged(pair);
        const both = pair.flat();
        for (const stage of funnelStages) expect(firstAt(lines, stage)).toBe(firstAt(both, stage));
      }),
    );
  });

  it('leave every receipt on a line that it can prove', () => {
    fc.assert(
      fc.property(two, pair => {
        const { lines, result } = merged(pair);
        const proves = (id: string | null) =>
          lines.some(line => line.id === id && line.to === 'mql' && line.cause === 'score');
        const moved = new Set(result.proofs.map(({ from }) => from));
        for (const { to } of result.proofs) if (to !== null) expect(proves(to)).toBe(true);
        for (const line of pair.flat()) {
          if (line.to === 'mql' && line.cause === 'score' && !moved.has(line.id)) expect(proves(line.id)).toBe(true);
        }
      }),
    );
  });
});
