// A problem report holds versions, settings and places in the program, and nothing that anybody typed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '../../electron/desktop/log.ts';
import { problemReport } from '../../electron/desktop/problem-report.ts';
import { reportSources } from '../../electron/desktop/report-sources.ts';
import { defaultSettings, type Settings } from '../../shared/workspace.ts';
import { aFolder } from '../support/workspace.ts';

const planted = [
  'Ada',
  'Quimby',
  'ada@quimby.example',
  '/home/quimby',
  'C:\\Users\\Quimby',
  'Mill & Sons',
  '+44 7700 900123',
];

function logOf(...errors: readonly (readonly [error: unknown, call: string])[]): string {
  const file = join(aFolder(), 'ripen.log');
  const log = createLog(file, () => Date.parse('2026-06-01T09:00:00Z'));
  for (const [error, call] of errors) log(error, call);
  return readFileSync(file, 'utf8');
}

const report = (log: string, settings: Settings | null = null) =>
  problemReport({
    version: '0.1.0',
    now: Date.parse('2026-06-01T09:00:00Z'),
    settings,
    log,
    programFiles: new Set(['main.js', 'import-parser.js']),
  });

it('says which call failed, how, and where in the program', () => {
  const error = Object.assign(new TypeError('Ada Quimby'), {
    code: 'ENOSPC',
    stack: 'TypeError: Ada Quimby\n    at save (/home/quimby/Ripen/dist/electron/main.js:12:34)',
  });
  const text = report(logOf([error, 'leads.create']));
  expect(text).toContain('leads.create TypeError ENOSPC\n    main.js:12:34\n');
  expect(text).toContain('Ripen 0.1.0');
  expect(text).toContain(`Node ${process.versions.node}`);
});

it('holds nothing planted in messages, names, codes, calls, paths, functions or settings', () => {
  const errors = planted.flatMap(name => {
    const error = Object.assign(new Error(name), {
      name,
      code: name,
      stack: `Error: ${name}\n    at ${name} (${name}/main.js:1:2)\n    at ${name}.js:3:4\n    at x (${name}.js:3:4)`,
    });
    return [[error, name] as const, [error, 'leads.update'] as const, [name, 'leads.update'] as const];
  });
  const settings = Object.fromEntries(
    Object.keys(defaultSettings).map((name, index) => [name, planted[index % planted.length]]),
  ) as unknown as Settings;
  const text = report(`${planted.join('\n')}\n${logOf(...errors)}`, settings);
  expect(text).toContain('leads.update');
  expect(text).toContain('appearance: (hidden)');
  for (const name of planted) expect(text.toLowerCase()).not.toContain(name.toLowerCase());
});

it('holds choices and numbers among the settings, and not the time zone', () => {
  const text = report('', { ...defaultSettings, name: 'Quimby', timeZone: 'Europe/Vaduz', currency: 'JPY' });
  for (const line of ['currency: JPY', 'quietAfterDays: 14', 'undoHistory: year', 'paperSize: not set'])
    expect(text).toContain(`${line}\n`);
  expect(text).not.toMatch(/Quimby|Vaduz|zone/i);
  expect(report('', { ...defaultSettings, currency: 'ADA' })).toContain('currency: (hidden)\n');
});

it('reads the older log too, and knows files of the program in its folders', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'ripen.log.old'), 'older\n');
  writeFileSync(join(folder, 'ripen.log'), 'newer\n');
  mkdirSync(join(folder, 'program', 'jobs'), { recursive: true });
  writeFileSync(join(folder, 'program', 'jobs', 'import-parser.js'), '');
  expect(reportSources(folder, join(folder, 'program'))).toEqual({
    log: 'older\nnewer\n',
    programFiles: new Set(['import-parser.js']),
  });
});

it('without a workspace and without errors says so', () => {
  const text = report('');
  expect(text).toContain('No workspace is open.');
  expect(text).toContain('None.');
});
