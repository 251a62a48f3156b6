// Exports from the screen: chart images, the review as PDF, minutes as e-mail, the meeting as calendar file.
import * as z from 'zod';
import { periodKindSchema } from '../figures.ts';
import { meetingTimeSchema } from '../print.ts';
import { command, procedure } from './entry.ts';
import { nothing } from './parts.ts';
import { weekDateSchema } from './review.ts';

/** Where it was saved; null: the owner chose no place. */
const saved = z.strictObject({ path: z.string().nullable() });

const maxPictureBytes = 12_000_000;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => signature.every((byte, index) => bytes[index] === byte);

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
  'documents.setMeetingTime': command({
    label: 'set meeting time',
    input: meetingTimeSchema,
    output: nothing,
  }),
  'documents.saveCalendar': procedure({ input: nothing, output: saved }),
} as const;
