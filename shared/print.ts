// Paper sizes, and the time of the weekly meeting.
import * as z from 'zod';

export const paperSizes = ['a4', 'letter'] as const;
export const paperSizeSchema = z.enum(paperSizes);
export type PaperSize = (typeof paperSizes)[number];
export const paperSizeLabels: Readonly<Record<PaperSize, string>> = { a4: 'A4', letter: 'Letter' };

/** Countries whose offices use Letter (CLDR 46, supplemental measurement data); everybody else uses A4. */
const letterCountries: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The usual paper of a country, 'AT'; A4 where the country is not known. */
export const usualPaperSize = (country: string | null): PaperSize =>
  country !== null && letterCountries.has(country) ? 'letter' : 'a4';

/** The title of a page that cannot be drawn; any other title but the app's own says that it is. */
export const failedTitle = 'Ripen: not drawn';

export const meetingTimeSchema = z.strictObject({
  /** ISO weekday, 1 Monday to 7 Sunday. */
  weekday: z.int().min(1).max(7),
  /** On a clock in the workspace's zone. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 09:30.'),
  minutes: z.int().min(5, 'A meeting must last at least five minutes.').max(480),
});
export type MeetingTime = Readonly<z.infer<typeof meetingTimeSchema>>;

/** As it is kept: with the name under which calendars know it, and how often it has been changed. */
export const keptMeetingTimeSchema = meetingTimeSchema.extend({ uid: z.string().max(100), sequence: z.int().min(0) });
