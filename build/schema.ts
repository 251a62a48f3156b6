// `npm run schema`: writes migrations/schema.sql. With --check it only says whether that page is up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../electron/db/file/migrate.ts';
import { ROOT } from './paths.ts';
import { PlainError, runScript, say } from './say.ts';
import { schemaPage } from './schema-page.ts';

const folder = join(ROOT, 'migrations');
const file = join(folder, 'schema.sql');

/** The first line in which two texts differ, as "line 12: is …, should be …". */
function firstDifference(is: string, should: string): string {
  const [old, now] = [is.split('\n'), should.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at === -1 ? now.length : at;
  return `line ${line + 1} is "${old[line] ?? ''}" and should be "${now[line] ?? ''}"`;
}

await runScript(async () => {
  const should = schemaPage(readMigrations(folder));
  if (!process.argv.includes('--check')) {
    writeFileSync(file, should);
    say('migrations/schema.sql is written.');
    return 0;
  }
  const is = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
  if (is === should) return 0;
  throw new PlainError(
    `migrations/schema.sql does not show what the migrations make: ${firstDifference(is, should)}.\nRun \`npm run schema\`, look at the change and commit it.`,
  );
});
