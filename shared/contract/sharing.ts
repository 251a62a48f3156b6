// Sharing a workspace with other computers: where they meet, who is there, what came in. All of it is sealed with a passphrase.
import * as z from 'zod';
import { procedure, query } from './entry.ts';
import { nothing } from './parts.ts';
import { given, newPassphrase } from './passphrase.ts';

/** The job under which it is told how far sharing or joining is, in bytes. */
export const sharingJob = 'sharing';

/** A file or folder that the owner chose in a dialog of the system. */
const token = z.string().min(1).max(5000);
const placeSchema = z.strictObject({
  kind: z.enum(['folder', 'database']),
  /** The folder's path, or host and name of the database. */
  name: z.string(),
});

/** Where to meet, as the owner chose it. */
const chosenPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), token }),
  z.strictObject({
    kind: z.literal('database'),
    /** With user and password; never answered. */
    address: z.string().max(2000),
    /** Certificates of its provider as PEM; null: those the system knows. */
    ca: z.string().max(100_000).nullable(),
  }),
]);

export const sharingStateSchema = z.enum([
  'meeting',
  'upToDate',
  'toSend',
  'notReached',
  'needsPassphrase',
  'needsPlace',
]);

const sharedSchema = z.strictObject({
  /** Null: this computer does not know where the others meet. */
  place: placeSchema.nullable(),
  /** `meeting`: the first time since the workspace was opened. */
  state: sharingStateSchema,
  /** Own steps that the others cannot see yet. */
  toSend: z.int(),
  /** UTC ms; null: it is reached. */
  notReachedSince: z.int().nullable(),
  lastMetAt: z.int().nullable(),
  /** UTC ms by the clock of the main process: by it the other times are told. */
  now: z.int(),
  /** On another computer: nothing new is seen until it is entered here. */
  passphraseChanged: z.boolean(),
  /** Whole sentences; not that the passphrase was changed. */
  problems: z.array(z.string()),
  /** This one first, then the one seen last. */
  computers: z.array(
    z.strictObject({
      id: z.string(),
      memberId: z.string().nullable(),
      /** As the computer is called. */
      name: z.string(),
      here: z.boolean(),
      lastSeenAt: z.int().nullable(),
      /** Why what it did is not here, in a sentence. */
      problem: z.string().nullable(),
    }),
  ),
  /** What came in while Ripen was open, latest first. */
  came: z.array(
    z.strictObject({ computer: z.string(), memberId: z.string().nullable(), changes: z.int(), at: z.int() }),
  ),
});
export type SharedState = z.infer<typeof sharedSchema>;

export const sharingCalls = {
  'sharing.get': query({
    input: nothing,
    output: z.strictObject({
      /** Null: the workspace is used on this computer alone. */
      shared: sharedSchema.nullable(),
      /** Why it cannot be shared, in a sentence; null: it can. */
      refusal: z.string().nullable(),
    }),
    reads: ['sharing', 'setting'],
  }),
  /** Asks for a folder; null: none was chosen. */
  'sharing.chooseFolder': procedure({
    input: nothing,
    output: z.strictObject({ folder: z.strictObject({ token, path: z.string() }).nullable() }),
  }),
  /** The address of a database is tried first. */
  'sharing.start': procedure({
    input: z.strictObject({
      place: chosenPlace,
      passphrase: newPassphrase,
    }),
    output: nothing,
  }),
  /** Stops sharing or joining that is under way: nothing is left of it. */
  'sharing.cancel': procedure({ input: nothing, output: nothing }),
  /** Asks where, and saves a file with which others can join. No passphrase and no name is in it. */
  'sharing.saveInvitation': procedure({ input: nothing, output: z.strictObject({ saved: z.boolean() }) }),
  /** Asks for an invitation; null: none was chosen. `found`: its place is reached from here under that name. */
  'sharing.openInvitation': procedure({
    input: nothing,
    output: z.strictObject({
      invitation: z.strictObject({ token, place: placeSchema, found: z.boolean(), at: z.int() }).nullable(),
    }),
  }),
  /** Asks where to keep the new file, makes it and opens it. `folder`: where the folder lies on this computer; null: as the invitation says. */
  'sharing.join': procedure({
    input: z.strictObject({ invitation: token, folder: token.nullable(), passphrase: given }),
    output: z.strictObject({ joined: z.boolean() }),
  }),
  'sharing.meet': procedure({ input: nothing, output: nothing }),
  'sharing.givePassphrase': procedure({ input: z.strictObject({ passphrase: given }), output: nothing }),
  /** From here on everything is sealed with another key: a computer that does not get the new passphrase gets nothing new. */
  'sharing.changePassphrase': procedure({ input: z.strictObject({ passphrase: newPassphrase }), output: nothing }),
  /** The folder lies elsewhere on this computer, or the database has another address. */
  'sharing.setPlace': procedure({ input: z.strictObject({ place: chosenPlace }), output: nothing }),
  /** This computer leaves: the workspace stays here, whole, and the others go on. */
  'sharing.stop': procedure({ input: nothing, output: nothing }),
} as const;
