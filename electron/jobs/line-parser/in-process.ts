// The parser of log lines in the same process, for tests and tools.
import type { LineParser } from './parsers.ts';

/** The patterns are loaded with the first text. */
export const inProcessLineParser: LineParser = async (kind, text, home) => {
  const { parsers } = await import('./parsers.ts');
  return parsers[kind](text, home);
};
