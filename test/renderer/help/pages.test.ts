// Help never names what is not there: every control, key, action, menu, term, screen and page of it is looked up in the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { actionWords, piecesOf } from '../../../renderer/parts/help/markup.ts';
import { helpPage, helpPages, pageOf } from '../../../renderer/parts/help/pages/pages.ts';
import { findPages, findTerms } from '../../../renderer/parts/help/search.ts';
import { screenIds } from '../../../renderer/parts/navigation/route.ts';

const root = join(import.meta.dirname, '../../..');

const isNode = (value: unknown): value is { readonly type: string } =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Texts of a module, and the beginnings of those that go on with a value, marked by "…". */
function* textsOf(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* textsOf(one);
  if (!isNode(node)) return;
  const { type, value, quasis } = node as { type: string; value?: unknown; quasis?: { value: { cooked: string } }[] };
  if (type === 'JSXElement') {
    const { children } = node as unknown as { children: { type: string; value?: string }[] };
    for (const [at, child] of children.entries())
      if (child.type === 'JSXText' && children[at + 1]?.type === 'JSXExpressionContainer')
        yield `${child.value?.trim()} …`;
  }
  if (type === 'JSXText') yield String(value).replace(/\s+/g, ' ').trim();
  else if (type === 'Literal' && typeof value === 'string') yield value.trim();
  else if (type === 'TemplateLiteral' && quasis) yield `${quasis[0]?.value.cooked.trim()} …`;
  for (const [key, inner] of Object.entries(node)) if (key !== 'type') yield* textsOf(inner);
}

const modules = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => /\.tsx?$/.test(path) && !path.startsWith('parts/help/'));
const onScreen = new Set(
  modules.flatMap(path => [...textsOf(parseSync(path, readFileSync(join(root, 'renderer', path), 'utf8')).program)]),
);

const texts = helpPages.flatMap(({ id, about, parts }) =>
  [about, ...parts.flatMap(({ text = '', steps = [], points = [] }) => [text, ...steps, ...points])].map(
    text => [id, text] as const,
  ),
);
const pieces = texts.flatMap(([id, text]) => piecesOf(text).map(piece => ({ id, piece })));

describe('help pages', () => {
  it('name only controls and keys that the program has, written as there', () => {
    expect(onScreen.size).toBeGreaterThan(1500);
    const named = pieces.flatMap(({ id, piece }) =>
      piece.kind === 'control' || piece.kind === 'key' ? [{ id, text: piece.text }] : [],
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ text }) => !onScreen.has(text))).toEqual([]);
    expect(onScreen.has('Choose a file that never was')).toBe(false);
  });

  it('are there for every dialog that names one', () => {
    const named = modules.flatMap(path => {
      const text = readFileSync(join(root, 'renderer', path), 'utf8');
      return [...text.matchAll(/<Dialog\s[^>]*?\shelp="([^"]+)"/g)].map(([, id = '']) => id);
    });
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(id => !helpPage(id))).toEqual([]);
  });

  it('throw for an action or a term that is none', () => {
    expect(() => piecesOf('Press {make-coffee}.')).toThrow('There is no action make-coffee.');
    expect(() => piecesOf('The [[coffee]].')).toThrow('The glossary has no coffee.');
  });

  it('take names and shortcuts from the table of actions', () => {
    expect(actionWords('log')).toEqual({ label: 'Log activity', menu: 'Lead > Log activity', keys: 'Mod+L' });
    expect(actionWords('go-board').label).toBe('Board');
  });

  it('lead to pages that are there, each of its own id', () => {
    expect(helpPages.flatMap(({ next }) => next).filter(id => !helpPage(id))).toEqual([]);
    expect(new Set(helpPages.map(({ id }) => id)).size).toBe(helpPages.length);
  });

  it.each(helpPages)('$id is short: read in a minute, steps of two lines', ({ parts, about }) => {
    const said = parts.flatMap(({ steps = [], points = [] }) => [...steps, ...points]);
    expect(said.length).toBeLessThanOrEqual(14);
    for (const text of [about, ...said]) expect(text.length, text).toBeLessThan(230);
  });

  it.each(screenIds)('the screen %s has one', screen => {
    expect(pageOf({ screen, rest: null, lead: null })?.place?.screen).toBe(screen);
  });

  it('F1 finds the part of a screen, and the lead that is open beside it', () => {
    expect(pageOf({ screen: 'settings', rest: 'backups', lead: null })?.id).toBe('backups');
    expect(pageOf({ screen: 'settings', rest: 'team', lead: null })?.id).toBe('settings');
    expect(pageOf({ screen: 'board', rest: null, lead: '1' })?.id).toBe('lead');
  });
});

describe('the search of help', () => {
  it.each([
    ['excel', 'how-import'],
    ['mailbox', 'how-import'],
    ['weekly meet', 'how-meet'],
    ['gdpr', 'privacy'],
    ['backup', 'backups'],
    ['dropbox', 'sharing'],
    ['shortcut', 'keys'],
    ['call someone', 'how-log'],
  ])('%s leads to %s', (typed, id) => {
    expect(findPages(typed).map(page => page.id)).toContain(id);
  });

  it('puts the page of that title first, and finds terms', () => {
    expect(findPages('board')[0]?.id).toBe('board');
    expect(findTerms('thresh')).toContain('threshold');
    expect(findPages('')).toEqual([]);
    expect(findPages('zebra')).toEqual([]);
  });
});
