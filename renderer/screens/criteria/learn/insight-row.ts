// One insight as the table shows it, and the leads behind it.
import type { Output } from '../../../../shared/contract.ts';

export type LearnedInsights = Output<'insights.get'>;

export type InsightRow = LearnedInsights['insights'][number];

/** One number of a lesson, whose people somebody wants to see. */
export type InsightLeads = {
  readonly insight: InsightRow;
  readonly group: 'with' | 'without';
  readonly customersOnly: boolean;
};
