// What a problem report is made from: the log of errors, and the names of the program's files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ReportSources = { readonly log: string; readonly programFiles: ReadonlySet<string> };

/** `folder`: where the log is kept. `program`: where the built program is. */
export function reportSources(folder: string, program: string): ReportSources {
  const file = join(folder, 'ripen.log');
  const logs = [`${file}.old`, file].filter(path => existsSync(path)).map(path => readFileSync(path, 'utf8'));
  return { log: logs.join(''), programFiles: new Set(filesIn(program)) };
}

/** Names of files, in folders too; `recursive` of `readdirSync` does not look into every packed program. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [entry.name],
  );
