// Backups of a workspace, as the window sees them.
import * as z from 'zod';

/** What gave rise to a backup. */
export const backupReasonSchema = z.enum(['regular', 'asked', 'import', 'update', 'restore']);
export type BackupReason = z.infer<typeof backupReasonSchema>;

export const backupSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d(?: \d{1,3})?$/),
  /** UTC ms. */
  takenAt: z.int(),
  because: backupReasonSchema,
  /** Bytes. */
  size: z.int(),
  leads: z.int(),
  activities: z.int(),
  /** False: its bytes are not those that were checked when it was made. */
  sound: z.boolean(),
});
export type Backup = Readonly<z.infer<typeof backupSchema>>;
