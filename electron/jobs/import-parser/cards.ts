// The address cards in a file of vCard 2.1, 3.0 or 4.0, cut out one after the other and read by ical.js.
import ICAL from 'ical.js';
import type { Card, CardProperty } from '../../domain/cards/card.ts';
import type { Bytes } from './bytes.ts';
import { contentLines, type RawLine } from './content-lines.ts';

/** Properties and characters kept of one card, and characters before a value. */
const mostProperties = 500;
const mostText = 1 << 18;
const mostHead = 1000;

const kept = new Set(
  'fn n org title role tel email adr url note categories kind uid x-abshowas x-addressbookserver-kind x-socialprofile socialprofile x-abadr'.split(
    ' ',
  ),
);
const structured = new Set(['n', 'org', 'adr']);

export type RawCard = {
  readonly card: Card;
  /** More was there than is kept. */
  readonly isCut: boolean;
  readonly bytesRead: number;
};

/** The cards of a file in its order. `decode`: text of bytes for which the card names no charset. */
export async function* cardsOf(bytes: Bytes, decode: (bytes: Uint8Array) => string): AsyncGenerator<RawCard> {
  let open: { lines: RawLine[]; size: number; isCut: boolean; line: number; agents: number } | null = null;
  const finished = (bytesRead: number): RawCard | null => {
    if (!open) return null;
    const { lines, isCut, line } = open;
    open = null;
    return { card: { line, properties: propertiesOf(lines, decode) }, isCut, bytesRead };
  };
  for await (const { lines, bytesRead } of contentLines(bytes)) {
    for (const one of lines) {
      const head = one.bytes.slice(0, 40).trim().toLowerCase();
      if (/^(?:\S{0,3})begin:vcard$/.test(head)) {
        // An agent's card lies within another; any other card that begins means the one before has no end.
        if (open && /^agent[;:]/i.test(open.lines.at(-1)?.bytes ?? '')) {
          open.agents += 1;
          continue;
        }
        const card = finished(bytesRead);
        if (card) yield card;
        open = { lines: [], size: 0, isCut: false, line: one.line, agents: 0 };
      } else if (open && head === 'end:vcard') {
        if (open.agents > 0) open.agents -= 1;
        else {
          const card = finished(bytesRead);
          if (card) yield card;
        }
      } else if (open && open.agents === 0) {
        open.size += one.bytes.length;
        if (open.lines.length >= mostProperties || open.size > mostText) open.isCut = true;
        else open.lines.push(one);
      }
    }
  }
  const last = finished(bytes.size);
  if (last) yield last;
}

function propertiesOf(lines: readonly RawLine[], decode: (bytes: Uint8Array) => string): CardProperty[] {
  const version = /^version:(\d\.\d)/i.exec(lines.find(one => /^version:/i.test(one.bytes))?.bytes ?? '')?.[1] ?? '3.0';
  return lines.flatMap(({ bytes }) => {
    const property = propertyOf(bytes, version, decode);
    return property === null ? [] : [property];
  });
}

/** A property that is of use; null for any other, and for a line that is none. */
function propertyOf(line: string, version: string, decode: (bytes: Uint8Array) => string): CardProperty | null {
  const colon = valueAt(line);
  if (colon < 0 || colon > mostHead) return null;
  const [full = '', ...written] = line.slice(0, colon).split(';');
  const dot = full.lastIndexOf('.');
  const name = full
    .slice(dot + 1)
    .trim()
    .toLowerCase();
  if (!kept.has(name)) return null;
  const parameters = written.map(one => one.trim()).filter(one => one !== '');
  const encoding = parameters.find(one => /^(?:encoding=)?(?:quoted-printable|q)$/i.test(one));
  const charset = /^charset=(.+)$/i.exec(parameters.find(one => /^charset=/i.test(one)) ?? '')?.[1];
  const raw = encoding === undefined ? line.slice(colon + 1) : unquoted(line.slice(colon + 1));
  const value = decoderFor(charset, decode)(Buffer.from(raw, 'latin1')).replace(/\r\n?|\n/g, '\\n');
  // What has no name is a type in vCard 2.1: TEL;WORK;VOICE.
  const named = parameters
    .filter(one => !/^(?:charset|encoding|value|language)\b/i.test(one) && one !== encoding)
    .map(one => (one.includes('=') ? one : `TYPE=${one}`));
  try {
    const parsed = ICAL.parse.property(
      [name, ...named].join(';').concat(':', value),
      version === '4.0' ? ICAL.design.vcard : ICAL.design.vcard3,
    ) as unknown as readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]];
    const [, said, , ...values] = parsed;
    return {
      name,
      group: full.slice(0, Math.max(dot, 0)).toLowerCase(),
      types: typesOf(said),
      parts: partsOf(name, values),
    };
  } catch {
    return null;
  }
}

/** Place of the colon before the value: one in quotes belongs to a parameter. */
function valueAt(line: string): number {
  let inQuotes = false;
  for (let i = 0; i < Math.min(line.length, mostHead + 1); i++) {
    if (line[i] === '"') inQuotes = !inQuotes;
    else if (line[i] === ':' && !inQuotes) return i;
  }
  return line.indexOf(':');
}

function typesOf({ type, pref }: Readonly<Record<string, unknown>>): string[] {
  const types = [type].flat().filter(one => typeof one === 'string');
  return [...types.flatMap(one => one.toLowerCase().split(',')), ...(pref === undefined ? [] : ['pref'])];
}

/** A text with a comma in it that nobody escaped is one text. */
function partsOf(name: string, values: readonly unknown[]): string[] {
  const flat = (value: unknown): string =>
    Array.isArray(value) ? value.map(flat).join(name === 'adr' ? ', ' : ' ') : plain(String(value ?? ''));
  if (structured.has(name)) return [values[0]].flat().map(flat);
  if (name === 'categories') return values.flat().map(flat);
  return [
    values
      .flat()
      .map(one => plain(String(one ?? '')))
      .join(','),
  ];
}

const plain = (value: string): string => value.replace(/\\([;:,])/g, '$1').replace(/\\n/gi, '\n');

/** One character per byte of quoted-printable text. */
const unquoted = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function decoderFor(charset: string | undefined, decode: (bytes: Uint8Array) => string) {
  if (charset === undefined) return decode;
  try {
    const decoder = new TextDecoder(charset.replace(/"/g, '').trim());
    return (bytes: Uint8Array): string => decoder.decode(bytes);
  } catch {
    return decode;
  }
}
