// Lead index of the engine: ids, positions and score adjustments.
import type { ScoreAdjustment } from '../../shared/score.ts';

/** Points by hand, the mark "never MQL" and "do not score"; most leads have none of them. */
export type Adjustments = {
  readonly hand: readonly ScoreAdjustment[];
  readonly mqlExclusion: string | null;
  /** Why the lead is not scored: then it is never an MQL either. */
  readonly doNotScore?: string | null;
};

const noAdjustments: Adjustments = { hand: [], mqlExclusion: null };

export class LeadIndex {
  /** Id at each position; null where a lead was removed. */
  readonly ids: (string | null)[] = [];
  readonly #positions = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #adjustments = new Map<number, Adjustments>();

  /** Positions in use or freed; columns run from 0 to this. */
  get size(): number {
    return this.ids.length;
  }

  /** Leads held. */
  get count(): number {
    return this.#positions.size;
  }

  positionOf(id: string): number | undefined {
    return this.#positions.get(id);
  }

  /** The position of `id` if it lies just behind `position`, as it does in sorted input: comparing is cheaper than looking up. */
  nextPosition(id: string, position: number): number | undefined {
    for (let next = position + 1; next <= position + 8; next++) if (this.ids[next] === id) return next;
    return undefined;
  }

  /** The position of `id`, a new or a freed one when it is new. */
  admit(id: string): number {
    const known = this.#positions.get(id);
    if (known !== undefined) return known;
    const position = this.#free.pop() ?? this.ids.length;
    this.ids[position] = id;
    this.#positions.set(id, position);
    return position;
  }

  remove(id: string): number | undefined {
    const position = this.#positions.get(id);
    if (position === undefined) return undefined;
    this.#positions.delete(id);
    this.#adjustments.delete(position);
    this.ids[position] = null;
    this.#free.push(position);
    return position;
  }

  adjustments(position: number): Adjustments {
    return this.#adjustments.get(position) ?? noAdjustments;
  }

  setAdjustments(position: number, adjusted: Adjustments): void {
    if (adjusted.hand.length === 0 && adjusted.mqlExclusion === null && !adjusted.doNotScore)
      this.#adjustments.delete(position);
    else this.#adjustments.set(position, adjusted);
  }

  /** Positions of the leads about which something was said by hand. */
  get marked(): ReadonlyMap<number, Adjustments> {
    return this.#adjustments;
  }
}
