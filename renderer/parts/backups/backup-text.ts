// A backup in words. In the computer's own zone and language: they are needed when no workspace is open, too.
import type { BackupReason } from '../../../shared/backups.ts';

export const because: Readonly<Record<BackupReason, string>> = {
  regular: 'Automatic',
  asked: 'Manual',
  import: 'Before an import',
  update: 'Before an update of Ripen',
  restore: 'Before a restore',
};

const instant = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
export const when = (at: number): string => instant.format(at);

const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
export const whole = (value: number): string => plain.format(value);

const megabytes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
/** Bytes as "1.4 MB". */
export const size = (bytes: number): string => megabytes.format(Math.max(bytes / 1_000_000, 0.1));
