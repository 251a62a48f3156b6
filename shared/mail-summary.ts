// What was seen in a mailbox as a whole: how many messages of each kind, and which addresses may be the owner's.
import * as z from 'zod';

/** 'person': somebody wrote it, or we did; only these become activities. */
export const mailKinds = [
  'person',
  'newsletter',
  'bounce',
  'automatic',
  'calendar',
  'notification',
  'spam',
  'trash',
  'draft',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** People one message is logged for. */
export const mostRecipients = 100;

/** Why a message becomes no activity. */
export const mailLeftOutSchema = z.enum([
  'newsletter',
  'bounce',
  'automatic',
  'calendar',
  'notification',
  'spam',
  'trash',
  'draft',
  'repeated',
  'internal',
  'no-recipient',
  'empty',
  'no-sender',
  'undated',
  'unreadable',
]);
export type MailLeftOut = z.infer<typeof mailLeftOutSchema>;

export const ownCandidateSchema = z.object({
  address: z.string(),
  name: z.string(),
  /** Messages from or to it. */
  count: z.int(),
  /** Kept as the owner's. */
  known: z.boolean(),
  /** Nearly every message, a mail server, a folder of sent messages or the domain of the firm says so. */
  likely: z.boolean(),
});

export const mailSummarySchema = z.object({
  messages: z.int(),
  /** Messages that become activities. */
  taken: z.int(),
  leftOut: z.array(
    z.object({
      why: mailLeftOutSchema,
      count: z.int(),
      /** The first of them: its number in the file, whom it is from, and its subject. */
      first: z.array(z.object({ line: z.int(), from: z.string(), subject: z.string() })),
    }),
  ),
  /** Messages that name a day that cannot be, and have that of a server. */
  redated: z.int(),
  /** Messages of which only the beginning was read. */
  cut: z.int(),
  /** Messages of the owner to more than `mostRecipients`, how many of these are not logged, and whether that is not all. */
  recipientsCut: z.object({ messages: z.int(), people: z.int(), isMore: z.boolean() }),
  /** Likeliest first. */
  own: z.array(ownCandidateSchema),
  /** What was read out of signatures, and the first of each: "Bär Treppen GmbH". */
  guessed: z.array(
    z.object({
      field: z.enum(['company', 'phone', 'job title', 'website', 'name']),
      count: z.int(),
      first: z.array(z.string()),
    }),
  ),
});

export type OwnCandidate = Readonly<z.infer<typeof ownCandidateSchema>>;
export type MailSummary = Readonly<z.infer<typeof mailSummarySchema>>;
