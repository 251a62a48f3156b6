// The license notices of everything that ships: what Vite bundled, as it says itself, and what is packed beside it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { PlainError } from './say.ts';

export type Notice = {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly identifier: string | null;
  readonly text: string | null;
};

/** Packages that ship without passing through the bundler: the database, and fonts that style sheets name. */
const beside = ['better-sqlite3', '@fontsource-variable/inter'] as const;

const platform: readonly Notice[] = [
  {
    name: 'SQLite',
    version: '',
    identifier: 'Public domain',
    text: 'SQLite is in the public domain: https://www.sqlite.org/copyright.html',
  },
  {
    name: 'Electron and Chromium',
    version: '',
    identifier: 'MIT and others',
    text: 'Electron is licensed under the MIT license. The licenses of Chromium and its parts are in LICENSES.chromium.html beside the program.',
  },
];

function noticeOf(name: string): Notice {
  const folder = join(ROOT, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly license?: string;
  };
  const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry));
  return { name, version, identifier: license ?? null, text: file ? readFileSync(join(folder, file), 'utf8') : null };
}

/** What one of the parts says it bundled; the list is no part of the app. */
function bundled(file: string): Notice[] {
  const notices = JSON.parse(readFileSync(file, 'utf8')) as Notice[];
  rmSync(file);
  return notices;
}

/** All notices once each, by name. Throws when a package that ships names no license. */
export function noticesText(notices: readonly Notice[]): string {
  const without = notices.filter(({ identifier, text }) => !identifier && !text).map(({ name }) => name);
  if (without.length > 0) throw new PlainError(`No license found for ${without.join(', ')}.`);
  const once = new Map(notices.map(notice => [`${notice.name} ${notice.version}`.trim(), notice]));
  return [...once]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { identifier, text }]) => `${title}\n${identifier ?? ''}\n\n${(text ?? '').trim()}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

/** Writes LICENSES.txt into a built app. */
export function writeNotices(outDir: string): void {
  const lists = ['renderer', 'electron'].map(part => join(outDir, part, 'licenses.json'));
  const notices = [...lists.flatMap(bundled), ...beside.map(noticeOf), ...platform];
  writeFileSync(join(outDir, 'LICENSES.txt'), noticesText(notices));
}
