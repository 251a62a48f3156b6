// Small faults that can be put into a source file: a condition turned round, a call left out, a sum subtracted.
import { createHash } from 'node:crypto';
import { parseSync } from 'vite';

export type Mutant = {
  /** The same as long as the mutated text, its kind and its file are. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly replacement: string;
  /** Where a marker goes that runs whenever the mutant's code does: into the function around it, or the module. */
  readonly marker: { readonly at: number; readonly expressionEnd: number | null };
};

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const comparisons: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '+=': '-=',
  '-=': '+=',
};
/** Methods whose call is left out, and methods that stand for their opposite. */
const dropped = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'trim']);
const opposites: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
};
/** What only says how something looks. */
const looks = new Set([
  'className',
  'style',
  'icon',
  'size',
  'look',
  'type',
  'layout',
  'key',
  'side',
  'align',
  'width',
]);

export function findMutants(file: string, text: string): Mutant[] {
  const { program } = parseSync(file, text);
  const found: Mutant[] = [];
  const seen = new Map<string, number>();
  const at = (node: Node) => text.slice(node.start, node.end);

  function visit(node: Node, parents: readonly Node[], marker: Mutant['marker']): void {
    if (node.type.startsWith('TS')) {
      const inner = node.expression;
      if (isNode(inner)) visit(inner, [node, ...parents], marker);
      return;
    }
    if (/^(Import|Export(All|Named))Declaration$/.test(node.type) && isNode(node.source)) return;
    const parent = parents[0];
    const add = (kind: string, replacement: string, { start, end } = node as { start: number; end: number }): void => {
      const original = text.slice(start, end);
      const same = `${file} ${kind} ${original} ${replacement}`;
      const nth = (seen.get(same) ?? 0) + 1;
      seen.set(same, nth);
      const id = createHash('sha1').update(`${same} ${nth}`).digest('hex').slice(0, 12);
      const line = text.slice(0, start).split('\n').length;
      found.push({ id, file, line, kind, start, end, original, replacement, marker });
    };

    switch (node.type) {
      case 'JSXAttribute': {
        if (looks.has((node.name as { name?: string }).name ?? '')) return;
        if ((node.value as Node | null)?.type === 'Literal') return;
        break;
      }
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression': {
        const [left, right, operator] = [node.left as Node, node.right as Node, node.operator as string];
        const opposite = comparisons[operator];
        const joinsText = operator === '+' && [left, right].some(side => /^['"`]/.test(at(side)));
        if (opposite === undefined || joinsText) break;
        const between = text.slice(left.end, right.start).replace(operator, opposite);
        add('operator', `${at(left)}${between}${at(right)}`);
        break;
      }
      case 'IfStatement':
      case 'ConditionalExpression':
        for (const value of ['true', 'false']) add('condition', value, node.test as Node);
        break;
      case 'WhileStatement':
      case 'ForStatement':
        if (isNode(node.test)) add('condition', 'false', node.test);
        break;
      case 'BlockStatement':
        if (/Function/.test(parent?.type ?? '') && (node.body as Node[]).length > 0) add('empty function', '{}');
        break;
      case 'ArrowFunctionExpression':
        if ((node.body as Node).type !== 'BlockStatement') add('empty function', 'undefined', bodyOf(node, text));
        break;
      case 'ExpressionStatement':
        if (/^(Call|Await|Chain)Expression$/.test((node.expression as Node).type)) add('left out', ';');
        break;
      case 'UnaryExpression':
        if (node.operator === '!') add('operator', at(node.argument as Node));
        else if (node.operator === '-') add('operator', `+${at(node.argument as Node)}`);
        break;
      case 'UpdateExpression':
        add('operator', at(node).includes('++') ? at(node).replace('++', '--') : at(node).replace('--', '++'));
        break;
      case 'Literal':
        if (typeof node.value === 'boolean') add('boolean', String(!node.value));
        else if (typeof node.value === 'string' && node.value !== '' && isValue(node, parent)) add('text', "''");
        break;
      case 'TemplateLiteral':
        if (parent?.type !== 'TaggedTemplateExpression') add('text', '``');
        break;
      case 'ArrayExpression':
        if ((node.elements as unknown[]).length > 0) add('list', '[]');
        break;
      case 'CallExpression': {
        const callee = node.callee as Node;
        const name = callee.type === 'MemberExpression' && !callee.computed ? at(callee.property as Node) : '';
        if (dropped.has(name)) add('method', at(callee.object as Node));
        const opposite = opposites[name];
        if (opposite !== undefined) add('method', opposite, callee.property as Node);
        break;
      }
    }

    const inner = markerOf(node, text) ?? marker;
    for (const [key, value] of Object.entries(node)) {
      if (/^(typeAnnotation|returnType|typeParameters|typeArguments|superTypeArguments)$/.test(key)) continue;
      const children = Array.isArray(value) ? value : [value];
      for (const child of children) if (isNode(child)) visit(child, [node, ...parents], inner);
    }
  }

  visit(program as unknown as Node, [], { at: 0, expressionEnd: null });
  return found;
}

/** The body of an arrow function with the parentheses around it. */
function bodyOf(arrow: Node, text: string): { start: number; end: number } {
  const from = text.lastIndexOf('=>', (arrow.body as Node).start) + 2;
  const space = text.slice(from).search(/\S/);
  return { start: from + space, end: arrow.end };
}

/** Whether a string is a value, and not a name: a key, a directive. */
const isValue = (node: Node, parent: Node | undefined): boolean =>
  !(parent?.type === 'Property' && parent.key === node) &&
  !(parent?.type === 'ExpressionStatement') &&
  parent?.type !== 'JSXAttribute' &&
  parent?.type !== 'ImportExpression';

/** Where a function's marker goes; null: the node is no function with a body. */
function markerOf(node: Node, text: string): Mutant['marker'] | null {
  const { body } = node;
  if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) || !isNode(body))
    return null;
  if (body.type === 'BlockStatement') return { at: body.start + 1, expressionEnd: null };
  const { start, end } = bodyOf(node, text);
  return { at: start, expressionEnd: end };
}
