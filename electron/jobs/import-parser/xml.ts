// XML in pieces, read in one pass without building anything. Knows what workbooks use: tags, attributes, text, CDATA.
import { AppError } from '../../../shared/result.ts';
import { limits, tooBig } from './limits.ts';

export type XmlHandler = {
  /** `name` without its prefix; `attributes` as they stand in the tag, for `attribute`. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** Calls the handler for all of a document. Refuses document types, which is where entities come from. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _part of walkXml(pieces, handler));
}

/** The same, giving back control after each piece of the file. */
export async function* walkXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  let decoder: TextDecoder | null = null;
  let rest = '';
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    const text = rest + decoder.decode(piece, { stream: true });
    rest = text.slice(consume(text, handler));
    if (rest.length > limits.xmlPiece) throw new AppError('file', tooBig);
    yield;
  }
}

/** Handles whole tags and the text before them; answers how much was used. */
function consume(text: string, handler: XmlHandler): number {
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag < 0) return at;
    const special = text.charCodeAt(tag + 1);
    if (special === 33) {
      const end = declarationEnd(text, tag);
      if (end === null) return at;
      if (tag > at) handler.text(unescaped(text.slice(at, tag)));
      if (text.startsWith('<![CDATA[', tag)) handler.text(text.slice(tag + 9, end - 3));
      at = end;
      continue;
    }
    const end = tagEnd(text, tag);
    if (end < 0) return at;
    if (tag > at) handler.text(unescaped(text.slice(at, tag)));
    if (special === 47) handler.close(localName(text.slice(tag + 2, end)));
    else if (special !== 63) openTag(text.slice(tag + 1, end), handler);
    at = end + 1;
  }
}

/** ">" may stand in an attribute's quotes. */
function tagEnd(text: string, tag: number): number {
  const end = text.indexOf('>', tag);
  if (end < 0 || isClosed(text.slice(tag, end))) return end;
  let open = '';
  for (let i = tag; i < text.length; i++) {
    const char = text[i];
    if (open !== '') {
      if (char === open) open = '';
    } else if (char === '"' || char === "'") open = char;
    else if (char === '>') return i;
  }
  return -1;
}

/** True when every quote in a tag is closed again. */
function isClosed(tag: string): boolean {
  if (tag.includes("'")) return false;
  let quotes = 0;
  for (let at = tag.indexOf('"'); at >= 0; at = tag.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0;
}

function declarationEnd(text: string, tag: number): number | null {
  const find = (mark: string): number | null => {
    const at = text.indexOf(mark, tag + 4);
    return at < 0 ? null : at + mark.length;
  };
  if (text.startsWith('<!--', tag)) return find('-->');
  if (text.startsWith('<![CDATA[', tag)) return find(']]>');
  if (text.length - tag < 9) return null;
  throw new AppError('file', 'This workbook contains a document type declaration, which is not safe. It was not read.');
}

function openTag(inner: string, handler: XmlHandler): void {
  const empty = inner.endsWith('/');
  let end = 0;
  while (end < inner.length && !isSpace(inner.charCodeAt(end)) && inner[end] !== '/') end++;
  const name = localName(inner.slice(0, end));
  handler.open(name, inner.slice(end));
  if (empty) handler.close(name);
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

function localName(name: string): string {
  const colon = name.indexOf(':');
  return (colon < 0 ? name : name.slice(colon + 1)).trimEnd();
}

/** Value of an attribute, by its local or full name; null when the tag does not have it. */
export function attribute(attributes: string, name: string): string | null {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0 && !isSpace(attributes.charCodeAt(at - 1)) && attributes[at - 1] !== ':')
    at = attributes.indexOf(`${name}=`, at + 1);
  if (at < 0) return null;
  const start = at + name.length + 2;
  const quote = attributes[start - 1];
  if (quote !== '"' && quote !== "'") return null;
  const end = attributes.indexOf(quote, start);
  return end < 0 ? null : unescaped(attributes.slice(start, end));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,5}));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
