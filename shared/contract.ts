// The one contract between window and main process: every call by name, with what goes in and what comes out.
import type * as z from 'zod';
import { activities } from './contract/activities.ts';
import { board } from './contract/board.ts';
import { bulkLog } from './contract/bulk-log.ts';
import { criteria } from './contract/criteria.ts';
import { customFields } from './contract/custom-fields.ts';
import { deals } from './contract/deals.ts';
import { documents } from './contract/documents.ts';
import { duplicates } from './contract/duplicates.ts';
import type { TableName } from './contract/entry.ts';
import { exports } from './contract/exports.ts';
import { imports } from './contract/imports.ts';
import { leadFiles } from './contract/lead-files.ts';
import { leadHistory } from './contract/lead-history.ts';
import { leadTable } from './contract/lead-table.ts';
import { leads } from './contract/leads.ts';
import { meeting } from './contract/meeting.ts';
import { nextSteps } from './contract/next-steps.ts';
import { nurture } from './contract/nurture.ts';
import { overruled } from './contract/overruled.ts';
import { past } from './contract/past.ts';
import { plan } from './contract/plan.ts';
import { privacy } from './contract/privacy.ts';
import { review } from './contract/review.ts';
import { start } from './contract/start.ts';
import { weeks } from './contract/weeks.ts';
import { host, workspace } from './contract/workspace.ts';

export const contract = {
  ...workspace,
  ...host,
  ...criteria,
  ...start,
  ...past,
  ...leads,
  ...leadFiles,
  ...leadHistory,
  ...duplicates,
  ...overruled,
  ...leadTable,
  ...customFields,
  ...activities,
  ...board,
  ...deals,
  ...nextSteps,
  ...bulkLog,
  ...nurture,
  ...review,
  ...meeting,
  ...plan,
  ...documents,
  ...weeks,
  ...imports,
  ...exports,
  ...privacy,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
type OfKind<K extends string> = { [N in CallName]: Contract[N]['kind'] extends K ? N : never }[CallName];
export type QueryName = OfKind<'query'>;
export type CommandName = OfKind<'command'>;
export type ProcedureName = OfKind<'procedure'>;

/** What a caller may pass: defaults may be left out. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler gets, after parsing. */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = z.output<Contract[N]['output']>;

/** Sent after every committed step. */
export type Changed = {
  readonly tables: readonly TableName[];
  /** Another workspace is open now: everything is new. */
  readonly switched?: boolean;
};
/** Sent during long work; `done` of `total` units, null while the total is unknown. */
export type Progress = {
  readonly jobId: string;
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
  /** Part of the work that is done, 0 to 1, where `total` is not known. */
  readonly part?: number;
};
