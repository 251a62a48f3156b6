// Conditions available per field, and conversion when another is chosen.
import type { FitTest } from '../../../../shared/criteria.ts';
import type { CustomKey, CustomKind, FitField } from '../../../../shared/custom-field.ts';
import { isCustomKey } from '../../../../shared/custom-field.ts';
import type { FieldKind } from '../../../../shared/lead.ts';
import { leadFields } from '../../../../shared/lead.ts';

export type TestName = FitTest['test'];

export const testNames: Readonly<Record<TestName, string>> = {
  is: 'is',
  'is-one-of': 'is one of',
  contains: 'contains',
  between: 'is from … to',
  'at-least': 'is at least',
  'is-known': 'is known',
};

export type AnyFieldKind = FieldKind | CustomKind;

export const kindOf = (field: FitField, customKind: (key: CustomKey) => CustomKind | undefined): AnyFieldKind =>
  isCustomKey(field) ? (customKind(field) ?? 'text') : leadFields[field].kind;

/** Tests that can be chosen for a fact of that kind. */
export function testsFor(kind: AnyFieldKind): readonly TestName[] {
  switch (kind) {
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'notes':
    case 'choice':
      return ['is', 'is-one-of', 'contains', 'is-known'];
    case 'number':
    case 'money':
      return ['at-least', 'between', 'is-known'];
    case 'known':
    case 'date':
      return ['is', 'is-known'];
    case 'reference':
      return ['is', 'is-one-of', 'is-known'];
    default:
      return kind satisfies never;
  }
}

/** The words of a test that has some. */
export const wordsOf = (test: FitTest): readonly string[] => {
  if (test.test === 'is') return [test.value];
  return test.test === 'is-one-of' || test.test === 'contains' ? test.values : [];
};

/** A test from words; null where there must be some and are none. */
export function testOfWords(name: TestName, words: readonly string[]): FitTest | null {
  const [first] = words;
  if (first === undefined) return null;
  if (name === 'is') return { test: name, value: first };
  return name === 'is-one-of' || name === 'contains' ? { test: name, values: [...words] } : null;
}

/** The same test under another name as far as that goes; null: something has to be typed first. */
export function carriedOver(test: FitTest, name: TestName, kind: AnyFieldKind): FitTest | null {
  const number = test.test === 'at-least' ? test.value : test.test === 'between' ? test.from : 0;
  switch (name) {
    case 'is-known':
      return { test: name };
    case 'at-least':
      return { test: name, value: number };
    case 'between':
      return { test: name, from: number, to: test.test === 'between' ? test.to : Math.max(number, 1) * 10 };
    case 'is':
    case 'is-one-of':
    case 'contains':
      return kind === 'known' && wordsOf(test).length === 0
        ? { test: 'is', value: 'yes' }
        : testOfWords(name, wordsOf(test));
    default:
      return name satisfies never;
  }
}

/** Words as typed, apart at commas; at a semicolon where there is one, for words that hold commas. */
export const splitWords = (text: string): string[] =>
  text
    .split(text.includes(';') ? ';' : ',')
    .map(word => word.trim())
    .filter(word => word !== '');

export const joinWords = (words: readonly string[]): string =>
  words.join(words.some(word => word.includes(',')) ? '; ' : ', ');
