// License notices and the bill of materials: everything that ships is named, and a package without a license is told.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildApp } from '../../build/build-app.ts';
import { noticesText } from '../../build/license-notices.ts';
import { ROOT } from '../../build/paths.ts';
import { aFolder } from '../support/workspace.ts';

describe('the license notices', () => {
  it('name everything that is bundled or packed beside it, each with its text', { timeout: 120_000 }, async () => {
    const outDir = join(aFolder(), 'dist');
    await buildApp({ outDir, testPackage: false });
    const text = readFileSync(join(outDir, 'LICENSES.txt'), 'utf8');
    const shipped = [
      'react',
      'react-dom',
      'zod',
      '@tanstack/react-query',
      'chart.js',
      'papaparse',
      'libphonenumber-js',
    ];
    const beside = [
      'better-sqlite3',
      '@fontsource-variable/inter',
      'SQLite',
      'Electron and Chromium',
      'temporal-polyfill',
    ];
    const missing = [...shipped, ...beside].filter(name => !new RegExp(`^${name}( \\d|$)`, 'm').test(text));
    expect(missing).toEqual([]);
    // Tools of the build are no part of it.
    expect(
      ['vitest', 'typescript', 'playwright-core'].filter(name => new RegExp(`^${name} \\d`, 'm').test(text)),
    ).toEqual([]);
    expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(5);
  });

  it('are refused when a package says nothing of its license', () => {
    const notice = { name: 'secret', version: '1.0.0', identifier: null, text: null };
    expect(() => noticesText([notice])).toThrow('No license found for secret.');
  });
});

describe('the bill of materials', () => {
  it('lists every package of the lock file, by name and version', { timeout: 60_000 }, () => {
    const made = execFileSync(
      'npm',
      ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev'],
      {
        cwd: ROOT,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        shell: process.platform === 'win32',
      },
    );
    const { bomFormat, components } = JSON.parse(made) as {
      bomFormat: string;
      components: { purl: string }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const listed = new Set(
      components.map(({ purl }) =>
        decodeURIComponent(purl)
          .replace(/^pkg:npm\//, '')
          .replace(/\?.*$/, ''),
      ),
    );
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; optional?: boolean }>;
    };
    const missing = Object.entries(packages)
      .filter(([path, { optional }]) => path !== '' && !optional)
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`)
      .filter(name => !listed.has(name));
    expect(missing).toEqual([]);
  });
});
