// All handlers of a workspace, a file per prefix; the compiler checks that every call of the contract has one of the right shape.
import type { Handlers, WorkspaceCall } from '../services/context.ts';
import { activities } from './activities.ts';
import { activityTypes } from './activity-types.ts';
import { board } from './board.ts';
import { bulk } from './bulk.ts';
import { bulkLog } from './bulk-log.ts';
import { campaigns } from './campaigns.ts';
import { channels } from './channels.ts';
import { criteria } from './criteria.ts';
import { criteriaFile } from './criteria-file.ts';
import { customFields } from './custom-fields.ts';
import { deals } from './deals.ts';
import { documents } from './documents.ts';
import { duplicates } from './duplicates.ts';
import { exports } from './exports.ts';
import { firstSteps } from './first-steps.ts';
import { idealCustomer } from './ideal-customer.ts';
import { imports } from './imports.ts';
import { insights } from './insights.ts';
import { journal } from './journal.ts';
import { leadFiles } from './lead-files.ts';
import { leadHistory } from './lead-history.ts';
import { leads } from './leads.ts';
import { meeting } from './meeting.ts';
import { members } from './members.ts';
import { nextSteps } from './next-steps.ts';
import { nurture } from './nurture.ts';
import { overruled } from './overruled.ts';
import { plan } from './plan.ts';
import { privacy } from './privacy.ts';
import { reach } from './reach.ts';
import { rejections } from './rejections.ts';
import { review } from './review.ts';
import { scoringNeed } from './scoring-need.ts';
import { sets } from './sets.ts';
import { settings } from './settings.ts';
import { spend } from './spend.ts';
import { table } from './table.ts';
import { tags } from './tags.ts';
import { threshold } from './threshold.ts';
import { today } from './today.ts';
import { views } from './views.ts';
import { weeks } from './weeks.ts';
import { workspace } from './workspace.ts';

export const handlers: Handlers<WorkspaceCall> = {
  ...activities,
  ...activityTypes,
  ...board,
  ...bulk,
  ...bulkLog,
  ...campaigns,
  ...channels,
  ...criteria,
  ...criteriaFile,
  ...customFields,
  ...deals,
  ...documents,
  ...duplicates,
  ...exports,
  ...firstSteps,
  ...idealCustomer,
  ...imports,
  ...insights,
  ...journal,
  ...leadFiles,
  ...leadHistory,
  ...leads,
  ...meeting,
  ...members,
  ...nextSteps,
  ...nurture,
  ...overruled,
  ...plan,
  ...privacy,
  ...reach,
  ...rejections,
  ...review,
  ...scoringNeed,
  ...sets,
  ...settings,
  ...spend,
  ...table,
  ...tags,
  ...threshold,
  ...today,
  ...views,
  ...weeks,
  ...workspace,
};
