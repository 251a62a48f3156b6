// Activities of leads in columns, as a walk reads them.

/** Columns of activities; those of one lead lie together, sorted by time. `hand` holds points where the type is adjustmentCode. */
export type Track = {
  readonly at: Float64Array;
  readonly type: Uint16Array;
  readonly hand: Int32Array | null;
};
