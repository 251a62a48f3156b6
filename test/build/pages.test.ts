// Every page names only files, npm scripts and build scripts that are there; comments name only pages that are there.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => file !== '' && existsSync(join(root, file)));
const names = new Set(files.map(file => basename(file)));
const folders = new Set(
  files.flatMap(file =>
    dirname(file)
      .split('/')
      .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
  ),
);
const tops = [...folders].filter(folder => !folder.includes('/') && folder !== '.');
const scripts = new Set(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts));
/** What npm runs without `run`, and what it does by itself. */
const npmVerbs = new Set(['ci', 'install', 'audit', 'pack', 'view']);

const pages = files.filter(file => /^(README|CONTRIBUTING)\.md$|^docs\/.+\.md$/.test(file));

/** `electron/db/{board,today}.ts` is two paths. */
function spread(path: string): readonly string[] {
  const found = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(path);
  if (!found) return [path];
  const [, before = '', middle = '', after = ''] = found;
  return middle.split(',').flatMap(part => spread(`${before}${part}${after}`));
}

const source = /\.(tsx?|mjs|sql|css|grit|md|html)$/;

/** Whether a path from the root is there; a folder with or without its last slash. */
const isThere = (path: string): boolean => existsSync(join(root, path)) && (files.includes(path) || isFolder(path));
const isFolder = (path: string): boolean => folders.has(path.replace(/\/$/, ''));

/** Why a word in backticks names nothing; null: it names something, or is no path of ours. */
function fault(word: string): string | null {
  const path = word.replace(/:\d+$/, '');
  if (/NNNN|[\s*<>$\\]|^\W*\/|:\/\//.test(path)) return null;
  const [top = ''] = path.split('/');
  if (path.includes('/') && tops.includes(top)) {
    return spread(path).every(isThere) ? null : `${path} is not there`;
  }
  // A folder by its own name, or by the end of its path.
  if (/^[\w/-]+\/$/.test(path)) {
    const tail = path.slice(0, -1);
    return isFolder(path) || [...folders].some(folder => folder.endsWith(`/${tail}`))
      ? null
      : `no folder is called ${path}`;
  }
  if (!source.test(path)) return null;
  // Part of a path names the end of exactly such a path: `domain/zone.ts`; a name alone, some file of that name.
  const known = (part: string) =>
    part.includes('/') ? files.some(file => file.endsWith(`/${part}`)) : names.has(part) || part.startsWith('.');
  return spread(path).every(known) ? null : `no file is called ${path}`;
}

/** Every fault of a page, in its order. */
function faultsOf(page: string, text: string): readonly string[] {
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
  const blocks = [...text.matchAll(/```[a-z]*\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const paths = code.flatMap(word => [word, ...word.split(/\s+/)]).map(fault);
  const commands = [...code, ...blocks].flatMap(part => [
    ...[...part.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) =>
      scripts.has(name) ? null : `npm has no script ${name}`,
    ),
    ...[...part.matchAll(/npm (?!run\b)([a-z]+)/g)].map(([, name = '']) =>
      scripts.has(name) || npmVerbs.has(name) ? null : `npm has no script ${name}`,
    ),
    ...[...part.matchAll(/build\/run\.mjs ([\w-]+)/g)].map(([, name = '']) =>
      files.includes(`build/${name}.ts`) ? null : `there is no build/${name}.ts`,
    ),
  ]);
  const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, to = '']) => {
    const target = posix.normalize(posix.join(dirname(page), to));
    return /^[a-z]+:/.test(to) || isThere(target) ? null : `${to} leads nowhere`;
  });
  return [...new Set([...paths, ...commands, ...links].filter(one => one !== null))];
}

describe('pages', () => {
  it('are read, decisions too', () => {
    expect(pages).toContain('README.md');
    expect(pages.filter(page => page.startsWith('docs/decisions/')).length).toBeGreaterThan(40);
  });

  it.each(pages)('%s names only what is there', page => {
    expect(faultsOf(page, readFileSync(join(root, page), 'utf8'))).toEqual([]);
  });

  it.each([
    ['`electron/features/leads.ts`', 'electron/features/leads.ts is not there'],
    ['`electron/features/`', 'electron/features/ is not there'],
    ['`electron/db/tables/{board,nothing}.ts`', 'electron/db/tables/{board,nothing}.ts is not there'],
    ['`features/`', 'no folder is called features/'],
    ['`domain/nothing.ts`', 'no file is called domain/nothing.ts'],
    ['`nothing.ts`', 'no file is called nothing.ts'],
    ['`npm run nothing`', 'npm has no script nothing'],
    ['```sh\nnpm nothing\n```', 'npm has no script nothing'],
    ['`node build/run.mjs nothing`', 'there is no build/nothing.ts'],
    ['`node test/gallery/nothing.ts`', 'test/gallery/nothing.ts is not there'],
    ['[one](nothing.md)', 'nothing.md leads nowhere'],
  ])('would not: %s', (text, message) => {
    expect(faultsOf('docs/page.md', text)).toContain(message);
  });

  it('may name what is there in every way', () => {
    const text = '`electron/db/` `domain/zone.ts` `zone.ts` `npm run check -- static` `npm test` [one](figures.md)';
    expect(faultsOf('docs/page.md', text)).toEqual([]);
  });
});

describe('comments', () => {
  it('name only pages that are there', () => {
    const dangling = files
      .filter(file => /^(electron|renderer|shared|build|test)\/.*\.(tsx?|mjs)$/.test(file))
      .flatMap(file =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/^\s*(?:\/\/|\/?\*).*?([\w/-]+\.md)\b/gm)]
          .filter(([, page = '']) => !names.has(basename(page)))
          .map(([, page]) => `${file}: ${page}`),
      );
    expect(dangling).toEqual([]);
  });
});

describe('the index of decisions', () => {
  it('has every decision once, under its number and title', () => {
    const index = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8');
    const rows = pages
      .filter(page => /^docs\/decisions\/\d/.test(page))
      .map(page => {
        const [, number, title] = /^# (\d+)\. (.+)/.exec(readFileSync(join(root, page), 'utf8')) ?? [];
        return `| ${number} | [${title}](${basename(page)}) |`;
      });
    expect(
      index
        .split('\n')
        .filter(line => /^\| \d/.test(line))
        .sort(),
    ).toEqual(rows.sort());
  });
});
