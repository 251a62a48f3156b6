// Texts a person can see stay plain: no word of the list below stands in a string or in JSX text of the app.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What never stands in a text, and what stands there instead. */
const banned: readonly (readonly [sentence: RegExp, instead: string])[] = [
  [/\b(some|no|every|any)body\b|\bwhoever\b|\bwhom\b/i, 'leads, people, members, no one, all owners'],
  [/\bt(ake|akes|aken|ook) (along|back|off|out)\b/i, 'Export, Undo, Remove'],
  [/\bput(s|ting)? (away|back|on|off)\b/i, 'Archive, Restore, Hide, Add, Snooze'],
  [/\b(bring|brought|brings) back\b/i, 'Restore'],
  [/\b(half gone|half of it is gone)\b/i, 'Half-life'],
  [/\bheld against\b/i, 'Compare with'],
  [/\binto the draft\b/i, 'Add to draft'],
  [/\bany ?more\b/i, 'no longer'],
  [/\bas at the beginning\b/i, 'Reset to default'],
  [/\b(story|stories) (is|are) over\b/i, 'closed leads'],
  [/\b(the|a|this|try another) bar\b/i, 'threshold'],
  [/\bown (field|order)s?\b/i, 'custom field, manual order'],
  [/\bby hand\b/i, 'manually'],
  [/\bin force\b/i, 'current'],
  [/\bapart by\b|\bdivided? at\b/i, 'separated by, split at'],
  [/\bnought\b/i, 'zero'],
  [/\bleft out\b|\bleave (it|them) out\b/i, 'skipped'],
  [/\b(lies|lie|stands|stand) (in|on|at|there|here|beside|under|still)\b/i, 'is'],
  [/\b(is|are|not) there (now|already)\b/i, 'exists, created'],
  [/\bpromis(e|es|ed|ing)\b/i, 'commitment'],
  [/\b(advert|adverts|firms?)\b/i, 'ad, company'],
  [/\b(please)\b/i, 'the imperative alone'],
  [/\bgo(es)? on sharing\b|\buse the other\b/i, 'resume or keep sharing, use this value'],
  [/\b\w*(colour|behaviour|favour|neighbour|honour|labour)\w*/i, 'American spelling'],
  [
    /\b(recogni|organi|reali|summari|customi|prioriti|authori|apologi|normali|initiali|optimi|categori)s(e|es|ed|ing|ation|ations)\b/i,
    'American spelling',
  ],
  [
    /\b(cancelled|cancelling|labelled|labelling|travelled|centre|grey|licence|programme|catalogue|judgement|whilst|analyse|analysed)\b/i,
    'American spelling',
  ],
];

/** Words of other people's files and of what is typed in the log line, which stay as they are written there. */
const vocabulary =
  /electron\/domain\/(log-line\/(activity-terms|missed-calls|touches|small-words|steps|channels|duty)|import\/(consent-terms|header-terms|headers|stage-terms|values|guess|text|row-text|row-attributes|row-stage|sources))/;

/** A name such as `Cancelled` in code is no text, nor is SQL. */
const isText = (text: string): boolean =>
  /[a-z]/.test(text) &&
  (/\s/.test(text.trim()) || /^[A-Z]/.test(text)) &&
  !/\b(SELECT|DELETE|UPDATE|FROM)\b/.test(text);

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Every text of a module with its place; module names and types are no texts. */
function* textsOf(node: unknown): Generator<{ readonly text: string; readonly start: number }> {
  if (Array.isArray(node)) {
    for (const one of node) yield* textsOf(one);
    return;
  }
  if (!isNode(node) || /^(ImportDeclaration|ExportAllDeclaration|TSLiteralType)$/.test(node.type)) return;
  if (node.type === 'JSXText') yield { text: String(node.value).replace(/\s+/g, ' ').trim(), start: node.start };
  else if (node.type === 'Literal' && typeof node.value === 'string') {
    if (isText(node.value)) yield { text: node.value, start: node.start };
  } else if (node.type === 'TemplateElement') {
    const { cooked } = node.value as { readonly cooked: string };
    if (/\s/.test(cooked) && !/\b(SELECT|DELETE|UPDATE|FROM)\b/.test(cooked)) yield { text: cooked, start: node.start };
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'type') yield* textsOf(value);
}

/** "path:line: text" for each banned word in a module. */
function findingsIn(path: string, code: string): readonly string[] {
  return [...textsOf(parseSync(path, code).program)].flatMap(({ text, start }) =>
    banned
      .filter(([sentence]) => sentence.test(text))
      .map(([, instead]) => `${path}:${code.slice(0, start).split('\n').length}: "${text}" (better: ${instead})`),
  );
}

const modules = ['electron', 'renderer', 'shared'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
);
const spoken = modules.filter(path => !vocabulary.test(path));

it('no text of the app holds a banned word', () => {
  expect(modules.length).toBeGreaterThan(300);
  expect(spoken.flatMap(path => findingsIn(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

it.each([
  ['JSX text', 'export const A = () => <p>Put away</p>;'],
  ['an attribute', 'export const A = () => <B label="Show everybody" />;'],
  ['a string', "export const a = 'Nobody fits';"],
  ['a template', ['export const a = (b: string) => `Half gone after $', '{b}`;'].join('')],
  ['a British spelling', "export const a = 'Colours';"],
])('finds one in %s, with its line', (_, code) => {
  expect(findingsIn('a.tsx', `\n${code}`)).toEqual([expect.stringMatching(/^a\.tsx:2: /)]);
});

it('leaves code, ids and module names alone', () => {
  const code = "import { nobody } from './nobody.ts'; export const a = { by: 'nobody', tone: 'behaviour' };";
  expect(findingsIn('a.ts', code)).toEqual([]);
});

it('an exported type has a name of its own', () => {
  const files = new Map<string, string[]>();
  for (const path of modules)
    for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(/^export (?:type|class) (\w+)/gm))
      files.set(name, [...(files.get(name) ?? []), path]);
  expect([...files].filter(([, paths]) => paths.length > 1)).toEqual([]);
});
