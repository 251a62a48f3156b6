// Detects the delimiter: the character that occurs equally often in every line, outside quotes.

const candidates = [',', ';', '\t', '|', '^', '~', '\u001f', '§', ':'] as const;
const maxLines = 100;

/** "sep=;" as the first line, which Excel understands; null when there is none. */
export function declaredDelimiter(text: string): { readonly delimiter: string; readonly length: number } | null {
  const match = /^\ufeff?"?sep=(.|\\t)"?[ \t;,]*(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 40));
  if (!match) return null;
  return { delimiter: match[1] === '\\t' ? '\t' : (match[1] ?? ','), length: match[0].length };
}

/** The likeliest delimiter of a text, and the others after it. `text`: some thousand characters from the beginning. */
export function sniffDelimiter(text: string): readonly string[] {
  const lines = logicalLines(text);
  return candidates
    .map((delimiter, index) => ({ delimiter, score: scoreOf(lines, delimiter) - index / 1000 }))
    .sort((a, b) => b.score - a.score)
    .map(({ delimiter }) => delimiter);
}

type Line = { readonly counts: ReadonlyMap<string, number>; readonly betweenDigits: ReadonlyMap<string, number> };

/** Lines with quoted line breaks kept together; a quote only opens where a cell begins. */
function logicalLines(text: string): Line[] {
  const lines: Line[] = [];
  let counts = new Map<string, number>();
  let digits = new Map<string, number>();
  let quoted = false;
  let empty = true;
  let before = '\n';
  const known = new Set<string>(candidates);
  for (let i = 0; i < text.length && lines.length < maxLines; i++) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char === '"') {
        if (text[i + 1] === '"') i++;
        else quoted = false;
      }
    } else if (char === '"' && (before === '\n' || known.has(before))) quoted = true;
    else if (char === '\n' || char === '\r') {
      if (!empty) lines.push({ counts, betweenDigits: digits });
      counts = new Map();
      digits = new Map();
      empty = true;
      before = '\n';
      continue;
    } else if (known.has(char)) {
      counts.set(char, (counts.get(char) ?? 0) + 1);
      if (/\d/.test(before) && /\d/.test(text[i + 1] ?? '')) digits.set(char, (digits.get(char) ?? 0) + 1);
    }
    if (char !== ' ' || before === '\n') before = char;
    empty = false;
  }
  // The last line may be cut, unless it is the only one.
  if (!empty && (lines.length < 2 || !quoted)) lines.push({ counts, betweenDigits: digits });
  return lines;
}

function scoreOf(lines: readonly Line[], delimiter: string): number {
  const times = new Map<number, number>();
  let total = 0;
  let inNumbers = 0;
  for (const line of lines) {
    const count = line.counts.get(delimiter) ?? 0;
    times.set(count, (times.get(count) ?? 0) + 1);
    total += count;
    inNumbers += line.betweenDigits.get(delimiter) ?? 0;
  }
  if (total === 0) return -1;
  let best = 0;
  for (const [count, lineCount] of times) {
    // More cells a line speak for a delimiter, but far less than the same number in every line.
    if (count > 0) best = Math.max(best, (lineCount / lines.length) * (1 + Math.log2(count + 1) / 8));
  }
  return best * (inNumbers / total > 0.6 ? 0.3 : 1) * (delimiter === ':' ? 0.5 : 1);
}
