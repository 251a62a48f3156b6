// Lead index of the engine: ids, positions and score adjustments.
import type { HandPoints } from '../../shared/score.ts';

/** Points by hand, the mark "never MQL" and "do not score"; most leads have none of them. */
export type ByHand = {
  readonly hand: readonly HandPoints[];
  readonly neverMql: string | null;
  /** Why the lead is not scored: then it is never an MQL either. */
  readonly doNotScore?: string | null;
};

const nothingByHand: ByHand = { hand: [], neverMql: null };

export class Roster {
  /** Id at each position; null where a lead was removed. */
  readonly ids: (string | null)[] = [];
  readonly #positions = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #byHand = new Map<number, ByHand>();

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
    this.#byHand.delete(position);
    this.ids[position] = null;
    this.#free.push(position);
    return position;
  }

  byHand(position: number): ByHand {
    return this.#byHand.get(position) ?? nothingByHand;
  }

  setByHand(position: number, said: ByHand): void {
    if (said.hand.length === 0 && said.neverMql === null && !said.doNotScore) this.#byHand.delete(position);
    else this.#byHand.set(position, said);
  }

  /** Positions of the leads about which something was said by hand. */
  get marked(): ReadonlyMap<number, ByHand> {
    return this.#byHand;
  }
}
