// Where things of a workspace lie: beside its file, under names that follow from its own.
import { basename, dirname, join } from 'node:path';

/**
 * The folder of a workspace's backups: "Mill.ripen" has "Mill backups" beside it. "Mill.RIPEN" may be another file on the same
 * disk, so it has a folder of its own.
 */
export const backupFolder = (file: string): string =>
  join(dirname(file), `${basename(file).replace(/\.ripen$/, '')} backups`);
