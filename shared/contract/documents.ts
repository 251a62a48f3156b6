// Exports from the screen: chart images, what is on the screen as PDF, meeting and steps as calendar files, leads as address cards.
import * as z from 'zod';
import { periodKindSchema } from '../figures.ts';
import { filterSchema } from '../lead-filter.ts';
import { meetingTimeSchema } from '../print.ts';
import { stageSchema } from '../stages.ts';
import { boardFilterSchema, boardOrderSchema } from './board.ts';
import { command, procedure } from './entry.ts';
import { idSchema, nothing } from './parts.ts';
import { weekDateSchema } from './review.ts';

/** Where it was saved; null: the owner chose no place. */
const saved = z.strictObject({ path: z.string().nullable() });

const maxPictureBytes = 12_000_000;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => signature.every((byte, index) => bytes[index] === byte);

/** A list as it is on the screen: narrowed, in its order, with its columns. */
export const printedScreenSchema = z.discriminatedUnion('screen', [
  z.strictObject({ screen: z.literal('today'), memberId: idSchema.nullable() }),
  z.strictObject({
    screen: z.literal('board'),
    ...boardFilterSchema.shape,
    order: boardOrderSchema,
    stages: z.array(stageSchema).max(10),
  }),
  z.strictObject({
    screen: z.literal('leads'),
    ...filterSchema.shape,
    sort: z.string().max(120),
    descending: z.boolean(),
    columns: z.array(z.string().min(1).max(120)).min(1).max(50),
  }),
]);
export type PrintedScreen = Readonly<z.infer<typeof printedScreenSchema>>;

export const documents = {
  'documents.savePicture': procedure({
    /** `name` becomes the suggested file name. */
    input: z.strictObject({
      name: z.string().min(1).max(200),
      png: z
        .instanceof(Uint8Array)
        .refine(bytes => bytes.length <= maxPictureBytes && isPng(bytes), 'This is not an image.'),
    }),
    output: saved,
  }),
  'documents.saveReview': procedure({
    /** The review of the period that holds `date`; of a closed week as closing kept it. */
    input: z.strictObject({ kind: periodKindSchema, date: weekDateSchema }),
    output: saved,
  }),
  'documents.saveScreen': procedure({ input: printedScreenSchema, output: saved }),
  'documents.setMeetingTime': command({
    label: 'set meeting time',
    input: meetingTimeSchema,
    output: nothing,
  }),
  'documents.saveCalendar': procedure({ input: nothing, output: saved }),
  /** One next step as a calendar file, to be added to any calendar. */
  'documents.saveStep': procedure({ input: z.strictObject({ leadId: idSchema, id: idSchema }), output: saved }),
  /** A lead as an address card that phones and mail programs read. */
  'documents.saveCard': procedure({ input: z.strictObject({ id: idSchema }), output: saved }),
} as const;
