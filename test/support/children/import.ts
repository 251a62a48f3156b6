// Run as a process of its own: imports a file into a workspace with ids that are the same in every run, the parser being a
// process as well. Says how far it is. Arguments: the workspace, the file.
import { writeSync } from 'node:fs';
import { createIdSource } from '../../../electron/ids.ts';
import { makeApp } from '../../../electron/open-workspace.ts';
import type { Output } from '../../../shared/contract.ts';
import { migrationsFolder } from '../folders.ts';
import { aSeparateParser } from '../separate-parser.ts';

const [file = '', path = ''] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const now = (): number => Date.UTC(2026, 5, 2, 9);
const parser = aSeparateParser();
const newId = createIdSource(now, bytes => new Uint8Array(bytes));
const app = makeApp({ file, migrationsFolder, now, deviceId: 'child', newId, parser });
async function call<T>(name: string, input: unknown): Promise<T> {
  const result = await app.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as T;
}

const source = { kind: 'file', path };
const { mapping } = await call<Output<'imports.read'>>('imports.read', { jobId: 'r', source });
say('ready');
const { counts } = await call<Output<'imports.run'>>('imports.run', { jobId: 'x', source, mapping });
say(`done ${JSON.stringify(counts)}`);
app.close();
parser.close();
