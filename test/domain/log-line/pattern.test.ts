// Patterns for folded text find what the same patterns with Unicode classes find.
import { describe, expect, it } from 'vitest';
import { fold } from '../../../electron/domain/log-line/fold.ts';
import { foldedPattern } from '../../../electron/domain/log-line/pattern.ts';
import { sentencesOf } from './corpus.ts';

const patterns = [
  /(?<![\p{L}\p{N}])(?:a|de|la)(?![\p{L}\p{N}])/gu,
  /\p{L}{3,}(?:en|er)(?!\p{L})/gu,
  /[^\p{L}\p{N}\s]+/gu,
  /\[\p{L}*\]|\\|\p{N}+/gu,
  /[\]\p{L}]+/gu,
];
const lines = [
  ...['batch-1', 'batch-12', 'batch-15', 'batch-16'].flatMap(batch => sentencesOf(batch).map(({ line }) => fold(line))),
  fold('Звонил Иван, заказ 5 м²; 山田さん 電話 12件; Ünal Çelik: ½ price – “ok” [x] \\ ½'),
];

describe('a pattern for folded text', () => {
  it.each(patterns)('finds what %s finds', pattern => {
    const plain = foldedPattern(pattern);
    expect(plain.unicode).toBe(false);
    for (const line of lines) expect(line.match(plain)).toEqual(line.match(pattern));
  });

  it('refuses what folded text does not hold', () => {
    expect(() => foldedPattern(/\p{Lu}/u)).toThrow('Lu');
  });
});
