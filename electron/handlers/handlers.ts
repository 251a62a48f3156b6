// All handlers of a workspace; the compiler checks that every call of the contract has one of the right shape.

import type { Handlers, WorkspaceCall } from '../services/context.ts';
import { activities } from './activities.ts';
import { board } from './board.ts';
import { bulk } from './bulk.ts';
import { bulkLog } from './bulk-log.ts';
import { criteria } from './criteria.ts';
import { criteriaFile } from './criteria-file.ts';
import { start } from './criteria-start.ts';
import { customFields } from './custom-fields.ts';
import { deals } from './deals.ts';
import { documents } from './documents.ts';
import { duplicates } from './duplicates.ts';
import { exports } from './exports.ts';
import { firstSteps } from './first-steps.ts';
import { imports } from './imports.ts';
import { insights } from './insights.ts';
import { leadHistory } from './lead-history.ts';
import { leadTable } from './lead-table.ts';
import { leads } from './leads.ts';
import { meeting } from './meeting.ts';
import { nextSteps } from './next-steps.ts';
import { nurture } from './nurture.ts';
import { privacy } from './privacy.ts';
import { rejections } from './rejections.ts';
import { review } from './review.ts';
import { threshold } from './threshold.ts';
import { today } from './today.ts';
import { weeks } from './weeks.ts';
import { workspace } from './workspace.ts';

export const handlers: Handlers<WorkspaceCall> = {
  ...workspace,
  ...firstSteps,
  ...criteria,
  ...criteriaFile,
  ...start,
  ...insights,
  ...rejections,
  ...threshold,
  ...leads,
  ...leadHistory,
  ...duplicates,
  ...leadTable,
  ...bulk,
  ...customFields,
  ...activities,
  ...board,
  ...today,
  ...deals,
  ...nextSteps,
  ...nurture,
  ...bulkLog,
  ...review,
  ...meeting,
  ...documents,
  ...weeks,
  ...imports,
  ...exports,
  ...privacy,
};
