// One reason of rejections, and the span it is about.
import type { Output } from '../../../../shared/contract.ts';
import type { PlainDate } from '../../../../shared/dates.ts';

export type TracedReason = Output<'rejections.trace'>['reasons'][number];

export type SpanProps = {
  /** First day, and first day after; null: without end. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
};
