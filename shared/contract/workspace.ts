// The workspace: settings, team, channels, campaigns; which file is open; undo and redo.
import * as z from 'zod';
import { criteriaVersionSchema } from '../criteria.ts';
import { plainDateSchema } from '../dates.ts';
import { campaignSchema, channelSchema, memberSchema, reachSchema, settingsSchema, spendSchema } from '../workspace.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, nameTables, nothing } from './parts.ts';

const named = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) => schema.extend({ id: idSchema.nullable() });
const saved = z.strictObject({ id: idSchema });

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
    }),
    reads: ['setting', 'member', 'channel', 'campaign', 'lead'],
  }),
  'settings.update': command({
    label: 'change settings',
    input: settingsSchema.omit({ sample: true }).partial().strict(),
    output: nothing,
  }),
  'members.save': command({ label: 'save member', input: named(memberSchema), output: saved }),
  'channels.save': command({ label: 'save channel', input: named(channelSchema), output: saved }),
  'campaigns.save': command({ label: 'save campaign', input: named(campaignSchema), output: saved }),
  'spend.list': query({ input: nothing, output: z.array(spendSchema), reads: ['spend'] }),
  'spend.save': command({ label: 'save spend', input: named(spendSchema), output: saved }),
  'spend.remove': command({ label: 'delete spend', input: z.strictObject({ id: idSchema }), output: nothing }),
  'reach.list': query({ input: nothing, output: z.array(reachSchema), reads: ['reach'] }),
  'reach.save': command({ label: 'save reach', input: named(reachSchema), output: saved }),
  'criteria.current': query({
    input: nothing,
    output: z.strictObject({
      version: criteriaVersionSchema,
      /** Every rule in a sentence, by rule id. */
      words: z.record(z.string(), z.string()),
    }),
    reads: ['criteria', ...nameTables],
  }),
  'journal.state': query({
    input: nothing,
    output: z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() }),
    reads: ['step'],
  }),
  'journal.undo': procedure({ input: nothing, output: z.strictObject({ label: z.string().nullable() }) }),
  'journal.redo': procedure({ input: nothing, output: z.strictObject({ label: z.string().nullable() }) }),
} as const;

/** Files and windows: answered by the program around the workspace, with or without one open. */
export const host = {
  'workspaces.state': procedure({
    input: nothing,
    output: z.strictObject({
      open: z.strictObject({ file: z.string(), name: z.string() }).nullable(),
      recent: z.array(z.strictObject({ file: z.string(), name: z.string() })),
      /** Why the last file could not be opened, in a sentence; null when nothing is wrong. */
      problem: z.string().nullable(),
    }),
  }),
  'workspaces.openSample': procedure({ input: nothing, output: z.strictObject({ opened: z.boolean() }) }),
  'workspaces.create': procedure({ input: nothing, output: z.strictObject({ opened: z.boolean() }) }),
  'workspaces.open': procedure({
    input: z.strictObject({ file: z.string().max(4096).nullable() }),
    output: z.strictObject({ opened: z.boolean() }),
  }),
  'files.choose': procedure({
    input: z.strictObject({ purpose: z.enum(['import']) }),
    output: z.strictObject({ path: z.string().nullable() }),
  }),
} as const;
