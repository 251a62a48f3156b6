// The text of an HTML message, as a person would read it aloud: no styles, no scripts, nothing is fetched or drawn.
import { Parser } from 'htmlparser2';

const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'svg']);
const blocks = new Set(
  'p div tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote section article header footer pre'.split(' '),
);

/** Depth of quotes beyond which nothing is read. */
const deepest = 500;

export function htmlText(html: string): string {
  const out: string[] = [];
  let quiet = 0;
  let quotes = 0;
  let depth = 0;
  const line = (): void => {
    const last = out.at(-1);
    if (last !== undefined && last !== '\n') out.push('\n');
  };
  const parser = new Parser(
    {
      onopentagname: name => {
        depth += 1;
        if (silent.has(name)) quiet += 1;
        if (blocks.has(name)) line();
        if (name === 'br') out.push('\n');
        if (name === 'blockquote') quotes += 1;
      },
      ontext: text => {
        if (quiet > 0 || depth > deepest) return;
        const words = text.replace(/[\s\u00a0]+/g, ' ');
        const isStart = out.length === 0 || out.at(-1) === '\n';
        const said = isStart || out.at(-1) === '\t' ? words.trimStart() : words;
        if (said === '') return;
        // Quoted as in plain text, so that it is told apart in the same way.
        out.push(isStart && quotes > 0 ? `> ${said}` : said);
      },
      onclosetag: name => {
        depth -= 1;
        if (silent.has(name)) quiet = Math.max(0, quiet - 1);
        if (name === 'blockquote') quotes = Math.max(0, quotes - 1);
        if ((name === 'td' || name === 'th') && out.length > 0 && out.at(-1) !== '\n') out.push('\t');
        if (blocks.has(name)) line();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return out
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
