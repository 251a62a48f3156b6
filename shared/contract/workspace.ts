// The workspace: settings, team, channels, campaigns; which file is open; undo and redo.
import * as z from 'zod';
import { assignmentRuleSchema, assignmentSchema } from '../assignment.ts';
import { backupSchema } from '../backups.ts';
import { customFieldSchema, tagSchema } from '../custom-field.ts';
import { enteredDateSchema, plainDateSchema } from '../dates.ts';
import type { SettingsChange } from '../settings-change.ts';
import { stageSchema } from '../stages.ts';
import {
  campaignSchema,
  channelSchema,
  firstStepSchema,
  memberSchema,
  reachSchema,
  settingsSchema,
  spendSchema,
} from '../workspace.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, newOrChanged, nothing } from './parts.ts';
import { passphraseCalls } from './passphrase.ts';
import { reminderCalls } from './reminders.ts';
import { sharingCalls } from './sharing.ts';

/** What "Undo ..." says of a change to one setting. */
const settingLabels: Readonly<Partial<Record<string, string>>> = {
  name: 'rename workspace',
  currency: 'change currency',
  timeZone: 'change time zone',
  firstDayOfWeek: 'change first day of the week',
  answerWithinHours: 'change response clock',
  answerAtMostHours: 'change response clock',
  freeWeekdays: 'change days off',
  holidays: 'change holidays',
  quietAfterDays: 'change quiet days',
  stageLimits: 'change stage limit',
  probabilities: 'change probability',
  assignment: 'change MQL assignment',
  targetFrom: 'change benchmark',
  targetTo: 'change benchmark',
  appearance: 'change appearance',
  undoHistory: 'change undo history',
  retentionMonths: 'change retention rule',
  processing: 'edit record of processing',
  actingAs: 'change acting member',
  stepsDone: 'complete first step',
  stepsHidden: 'hide first steps',
};

/** What "Undo ..." says of a change within one setting. */
const changeLabels: Readonly<Record<SettingsChange['what'], keyof typeof settingLabels>> = {
  'free-weekday': 'freeWeekdays',
  holiday: 'holidays',
  'stage-limit': 'stageLimits',
  probability: 'probabilities',
  'first-step': 'stepsDone',
  'assign-how': 'assignment',
  'assign-otherwise': 'assignment',
  away: 'assignment',
  'rule-add': 'assignment',
  'rule-change': 'assignment',
  'rule-raise': 'assignment',
  'rule-remove': 'assignment',
};
const at = z.int().min(0).max(100);
const settingsChangeSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('free-weekday'), day: z.int().min(1).max(7), on: z.boolean() }),
  z.strictObject({ what: z.literal('holiday'), date: enteredDateSchema, on: z.boolean() }),
  z.strictObject({
    what: z.literal('stage-limit'),
    stage: stageSchema,
    most: z.int().min(1).max(1_000_000).nullable(),
  }),
  z.strictObject({ what: z.literal('probability'), stage: stageSchema, percent: z.int().min(0).max(100).nullable() }),
  z.strictObject({ what: z.literal('first-step'), step: firstStepSchema }),
  z.strictObject({ what: z.literal('assign-how'), how: assignmentSchema.shape.how }),
  z.strictObject({ what: z.literal('assign-otherwise'), otherwise: assignmentSchema.shape.otherwise }),
  z.strictObject({ what: z.literal('away'), memberId: idSchema, on: z.boolean() }),
  z.strictObject({ what: z.literal('rule-add'), rule: assignmentRuleSchema }),
  z.strictObject({ what: z.literal('rule-change'), at, change: assignmentRuleSchema.partial() }),
  z.strictObject({ what: z.literal('rule-raise'), at: at.min(1) }),
  z.strictObject({ what: z.literal('rule-remove'), at }),
]);

const named = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) => schema.extend({ id: idSchema.nullable() });
const saved = z.strictObject({ id: idSchema });
/** Something typed and not saved: in which field, and what. */
const draftsSchema = z.array(z.strictObject({ label: z.string().max(300), text: z.string().max(10_000) })).max(50);

export const workspace = {
  'workspace.get': query({
    input: nothing,
    output: z.strictObject({
      file: z.string(),
      settings: settingsSchema,
      /** Today in the workspace's zone. */
      today: plainDateSchema,
      /** UTC ms by the main side's clock. */
      now: z.int(),
      leadCount: z.int(),
      members: z.array(memberSchema),
      channels: z.array(channelSchema),
      campaigns: z.array(campaignSchema),
      customFields: z.array(customFieldSchema),
      tags: z.array(tagSchema),
    }),
    reads: ['setting', 'member', 'channel', 'campaign', 'custom_field', 'tag', 'lead'],
  }),
  'settings.update': command({
    label: change => {
      const labels = new Set(Object.keys(change).map(name => settingLabels[name] ?? 'change settings'));
      return labels.size === 1 ? ([...labels][0] ?? '') : 'change settings';
    },
    input: settingsSchema
      .omit({ sample: true, roundRobinLast: true, idealCustomer: true, meetingTime: true })
      .partial()
      .strict(),
    output: nothing,
  }),
  /** Adds to a list of the settings, or takes out of it: two quick changes both count. */
  'settings.change': command({
    label: ({ what }) => settingLabels[changeLabels[what]] ?? 'change settings',
    input: settingsChangeSchema,
    output: nothing,
  }),
  /** What somebody who has just started does first, and what of it the facts show as done. */
  'firstSteps.get': query({
    input: nothing,
    output: z.strictObject({
      steps: z.array(z.strictObject({ id: firstStepSchema, done: z.enum(['data', 'hand']).nullable() })),
      hidden: z.boolean(),
    }),
    reads: ['criteria', 'activity_type', 'lead', 'campaign', 'review', 'setting'],
  }),
  'members.save': command({ label: 'save member', input: newOrChanged(memberSchema), output: saved }),
  'channels.save': command({ label: 'save channel', input: newOrChanged(channelSchema), output: saved }),
  'campaigns.save': command({
    label: 'save campaign',
    input: newOrChanged(
      campaignSchema.extend({ startsOn: enteredDateSchema.nullable(), endsOn: enteredDateSchema.nullable() }),
    ),
    output: saved,
  }),
  'spend.list': query({ input: nothing, output: z.array(spendSchema), reads: ['spend'] }),
  'spend.save': command({
    label: 'save spend',
    input: named(spendSchema.extend({ startsOn: enteredDateSchema, endsOn: enteredDateSchema })),
    output: saved,
  }),
  'spend.remove': command({ label: 'delete spend', input: z.strictObject({ id: idSchema }), output: nothing }),
  'reach.list': query({ input: nothing, output: z.array(reachSchema), reads: ['reach'] }),
  'reach.save': command({
    label: 'save reach',
    input: named(reachSchema.extend({ weekStart: enteredDateSchema })),
    output: saved,
  }),
  'journal.state': query({
    input: nothing,
    output: z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() }),
    reads: ['step', 'sharing'],
  }),
  /** `step`: only when that step is the next one; refused with the change that came after it. */
  'journal.undo': procedure({
    input: z.strictObject({ step: idSchema.optional() }),
    output: z.strictObject({ label: z.string().nullable() }),
  }),
  'journal.redo': procedure({
    input: z.strictObject({ step: idSchema.optional() }),
    output: z.strictObject({ label: z.string().nullable() }),
  }),
} as const;

/** Files and windows: answered by the program around the workspace, with or without one open. */
export const host = {
  'workspaces.state': procedure({
    input: nothing,
    output: z.strictObject({
      open: z.strictObject({ file: z.string(), name: z.string() }).nullable(),
      recent: z.array(z.strictObject({ file: z.string(), name: z.string() })),
      /** The workspace that waits for its passphrase; `wasLeftOpen`: Ripen was ended without locking it. */
      locked: z.strictObject({ file: z.string(), name: z.string(), wasLeftOpen: z.boolean() }).nullable(),
      /** Ripen is to end, and encrypts this one before; null: it does not. */
      locking: z.strictObject({ name: z.string() }).nullable(),
      /** Why the last file could not be opened, in a sentence; null when nothing is wrong. */
      problem: z.string().nullable(),
      /** It is damaged in a way that repair or salvage may help. */
      canMend: z.boolean(),
      /** The open file does not stand any more where it was opened, in a sentence; null: it does. */
      moved: z.string().nullable(),
      /** What had to be done to open it. */
      told: z.array(z.string()),
    }),
  }),
  ...passphraseCalls,
  ...reminderCalls,
  ...sharingCalls,
  'workspaces.openSample': procedure({ input: nothing, output: z.strictObject({ opened: z.boolean() }) }),
  /** Deletes the sample's file; a fresh one can be had any time. */
  'workspaces.removeSample': procedure({ input: nothing, output: nothing }),
  /** Closes the open workspace, which then does not reopen by itself. */
  'workspaces.close': procedure({ input: nothing, output: nothing }),
  /** Takes a file off the list of recent ones; the file itself stays where it is. */
  'workspaces.forget': procedure({ input: z.strictObject({ file: z.string().max(4096) }), output: nothing }),
  /** Shows the open workspace's file in the system's file manager. */
  'workspaces.showFile': procedure({ input: nothing, output: nothing }),
  'workspaces.create': procedure({ input: nothing, output: z.strictObject({ opened: z.boolean() }) }),
  'workspaces.open': procedure({
    input: z.strictObject({ file: z.string().max(4096).nullable() }),
    output: z.strictObject({ opened: z.boolean() }),
  }),
  /** Writes the open workspace to its place again, when its file was deleted, renamed or replaced; what stands there stays. */
  'workspaces.saveAgain': procedure({ input: nothing, output: z.strictObject({ keptAs: z.string().nullable() }) }),
  /** Repairs the open workspace, or the last one if that could not be opened; how it was stays beside it. */
  'workspaces.repair': procedure({
    input: nothing,
    output: z.strictObject({ done: z.array(z.string()), keptAs: z.string().nullable() }),
  }),
  /** Reads what can be read of it into a new workspace, which is opened. */
  'workspaces.salvage': procedure({
    input: nothing,
    output: z.strictObject({ file: z.string(), rows: z.int(), leads: z.int(), unread: z.int(), rejected: z.int() }),
  }),
  /** Backups of the open workspace, or of the last one when that could not be opened. */
  'backups.list': procedure({
    input: nothing,
    output: z.strictObject({
      folder: z.string().nullable(),
      backups: z.array(backupSchema),
      /** What the check of the last backup found wrong in the workspace, in a sentence; null: nothing. */
      damage: z.string().nullable(),
      /** Why the last try failed, in a sentence; null: it did not. */
      trouble: z.string().nullable(),
      /** The workspace is damaged in a way that repair or salvage may help. */
      canMend: z.boolean(),
    }),
  }),
  'backups.take': procedure({ input: nothing, output: nothing }),
  /** Reads every byte of one; refused with a sentence when it is not what it was. */
  'backups.verify': procedure({ input: z.strictObject({ id: backupSchema.shape.id }), output: nothing }),
  /** What is there now is kept as a backup first; what is too damaged for that, as a file beside it, which is named. */
  'backups.restore': procedure({
    input: z.strictObject({ id: backupSchema.shape.id }),
    output: z.strictObject({ keptAs: z.string().nullable() }),
  }),
  /** Writes each backup anew without people erased since it was made. */
  'backups.erase': procedure({
    input: z.strictObject({ jobId: z.string().min(1).max(100) }),
    output: z.strictObject({ rewritten: z.int(), failed: z.array(z.string()) }),
  }),
  'backups.cancelErase': procedure({ input: z.strictObject({ jobId: z.string().min(1).max(100) }), output: nothing }),
  /** Asks where, and saves a copy of the workspace there; null: nowhere. */
  'backups.saveCopy': procedure({ input: nothing, output: z.strictObject({ saved: z.string().nullable() }) }),
  'backups.showFolder': procedure({ input: nothing, output: nothing }),
  /** Which Ripen this is, and where it keeps what is no part of a workspace. */
  'about.get': procedure({ input: nothing, output: z.strictObject({ version: z.string(), folder: z.string() }) }),
  /** A problem report without anything the owner has entered. */
  'about.report': procedure({ input: nothing, output: z.strictObject({ text: z.string() }) }),
  /** Asks where, and saves the report as it was shown; null: nowhere. */
  'about.saveReport': procedure({
    input: z.strictObject({ text: z.string().min(1).max(200_000) }),
    output: z.strictObject({ path: z.string().nullable() }),
  }),
  /** License notices of everything that ships. */
  'about.licenses': procedure({ input: nothing, output: z.strictObject({ text: z.string() }) }),
  /** The page's answer to `beforeCloseMessage`: what is not saved, by name, and whether it is still being written. Sent again then. */
  'window.readyToClose': procedure({
    input: z.strictObject({ unsaved: z.array(z.string().max(300)).max(50), busy: z.boolean() }),
    output: nothing,
  }),
  /** Remembers, in memory only, what is typed and not saved, in case the page dies. */
  'window.keepDrafts': procedure({ input: z.strictObject({ drafts: draftsSchema }), output: nothing }),
  /** After the page has died and come back: what was typed then. Null when nothing of the kind happened. */
  'window.takeDrafts': procedure({
    input: nothing,
    output: z.strictObject({ lost: z.strictObject({ drafts: draftsSchema }).nullable() }),
  }),
  /** Fills the screen with the window, for the meeting; answers whether it did so before. */
  'window.fullScreen': procedure({
    input: z.strictObject({ on: z.boolean() }),
    output: z.strictObject({ was: z.boolean() }),
  }),
  'files.choose': procedure({
    input: z.strictObject({ purpose: z.enum(['import', 'criteria', 'lead-file']) }),
    /** A token for each file, which ends in "/" and the file's name; the page never learns a path. Empty: nobody chose. */
    output: z.strictObject({ paths: z.array(z.string()) }),
  }),
  /** Shows the file that was saved last, a PDF say, in the system's file manager. */
  'files.showSaved': procedure({ input: nothing, output: nothing }),
  /** Hands a mail address or a telephone number to the system's own program; a web page after asking, by its host. */
  'links.open': procedure({
    input: z.strictObject({ url: z.string().max(2000) }),
    output: z.strictObject({ opened: z.boolean() }),
  }),
} as const;
