// A file may hold a year such as 0202 or 9999: every query still answers, so that no screen is closed by one slip.
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { handlers } from '../../electron/handlers/handlers.ts';
import type { WorkspaceCall } from '../../electron/services/context.ts';
import { contract } from '../../shared/contract.ts';
import { aFilledWorkspace, examplesFor } from '../support/examples.ts';

const queries = (Object.keys(handlers) as WorkspaceCall[]).filter(name => contract[name].kind === 'query');
const atYear = (year: number): number => new Date(Date.UTC(2000, 10, 25, 12)).setUTCFullYear(year);

it.each([1, 202, 1026, 9999])('every query answers in a file that holds the year %i', async year => {
  const filled = await aFilledWorkspace();
  const { ids } = filled;
  filled.app().close();
  const connection = new Database(filled.file);
  const day = `${String(year).padStart(4, '0')}-11-25`;
  connection.prepare('UPDATE activity SET at = ? WHERE id = ?').run(atYear(year), ids.activity);
  connection.prepare('UPDATE lead SET next_step = ?, next_step_on = ? WHERE id = ?').run('Call', day, ids.lead);
  connection.prepare('UPDATE stage_change SET at = ? WHERE lead_id = ?').run(atYear(year), ids.customer);
  connection
    .prepare('UPDATE lead SET stage_since = ?, created_at = ? WHERE id = ?')
    .run(atYear(year), atYear(year), ids.customer);
  connection
    .prepare("UPDATE deal SET expected_close = ?, closed_at = iif(status = 'open', NULL, ?)")
    .run(day, atYear(year));
  connection.close();
  filled.reopen();
  const examples = examplesFor(filled);
  const failed: string[] = [];
  for (const name of queries) {
    const result = await filled.app().call(name, examples[name]);
    if (!result.ok) failed.push(`${name}: ${result.error.message}`);
    else contract[name].output.parse(result.value);
  }
  expect(failed).toEqual([]);
});
