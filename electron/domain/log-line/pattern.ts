// Patterns for lines, compiled without Unicode classes: `\p{L}` stands for some 650 ranges, twice in each of some five hundred patterns,
// and the first key in the log box had to wait for all of them to be compiled (0.7 s; 0.1 s with these).

const letters =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u1fff\\u2c00-\\u2dff\\u3041-\\u30ff\\u3105-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua000-\\ud7a3\\uf900-\\ufdff\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';
const digits = '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u0660-\\u0669\\u06f0-\\u06f9';

/**
 * A pattern for folded text, from its source or a literal. `\p{L}` and `\p{N}` become ranges of the Basic Multilingual Plane; other
 * classes of properties are refused, for they tell more than folded text holds.
 */
export function foldedPattern(pattern: string | RegExp, flags = ''): RegExp {
  const source = typeof pattern === 'string' ? pattern : pattern.source;
  const all = typeof pattern === 'string' ? flags : pattern.flags.replace('u', '');
  let isInClass = false;
  const plain = source.replace(/\\p\{(\w+)\}|\\.|[[\]]/gi, (token, property?: string) => {
    if (token === '[' || token === ']') isInClass = token === '[';
    if (property === undefined) return token;
    const ranges = property === 'L' ? letters : property === 'N' ? digits : null;
    if (ranges === null) throw new Error(`A folded pattern has no ${token}: ${source}`);
    return isInClass ? ranges : `[${ranges}]`;
  });
  return new RegExp(plain, all);
}
