// The records of a binary workbook (BIFF), one after the other, and the texts in them.
import type { CompoundEntry, CompoundFile } from './compound-file.ts';

export type BiffRecord = {
  readonly type: number;
  readonly data: Buffer;
  /** Where the record begins in its stream. */
  readonly at: number;
};

/** Records of a workbook's stream from a byte on. What is cut off at the end is left out. */
export async function* walkRecords(
  file: CompoundFile,
  entry: CompoundEntry,
  from: number,
): AsyncGenerator<BiffRecord[]> {
  let rest: Buffer = Buffer.alloc(0);
  let at = from;
  for await (const piece of file.read(entry, from)) {
    const bytes =
      rest.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([rest, piece]);
    const records: BiffRecord[] = [];
    let used = 0;
    while (used + 4 <= bytes.length) {
      const length = bytes.readUInt16LE(used + 2);
      if (used + 4 + length > bytes.length) break;
      records.push({
        type: bytes.readUInt16LE(used),
        data: bytes.subarray(used + 4, used + 4 + length),
        at: at + used,
      });
      used += 4 + length;
    }
    at += used;
    rest = bytes.subarray(used);
    yield records;
  }
}

/** A text of BIFF8 in `data` with `count` characters: a byte of flags, then one or two bytes each. */
export function readText(data: Buffer, at: number, count: number): string {
  const wide = ((data[at] ?? 0) & 1) === 1;
  const rich = ((data[at] ?? 0) & 8) === 8 ? 2 : 0;
  const far = ((data[at] ?? 0) & 4) === 4 ? 4 : 0;
  const start = at + 1 + rich + far;
  return wide ? data.toString('utf16le', start, start + count * 2) : data.toString('latin1', start, start + count);
}

export type SharedTexts = {
  readonly texts: readonly string[];
  /** Takes the record of shared texts (SST), then each that continues it. Answers false when there is more than `most`. */
  readonly push: (data: Buffer) => boolean;
};

/**
 * Collects shared texts. A text may be cut anywhere by the end of a record; the next one then begins with its own byte of
 * flags. `longest`: characters kept of one text; `most`: of all together.
 */
export function sharedTextReader(longest: number, most: number): SharedTexts {
  const texts: string[] = [];
  let isFirst = true;
  let total = 0;
  /** Characters of the present text that are still to come, and bytes behind it that say how it looks. */
  let left = 0;
  let wide = false;
  let text = '';
  let looks = 0;
  let skip = 0;
  const end = () => {
    total += text.length;
    texts.push(text);
    skip = looks;
  };
  /** Reads the head of a text; answers where its characters begin, null when there is no further one. */
  const begin = (data: Buffer, at: number): number | null => {
    if (at + 3 > data.length) return null;
    const flags = data[at + 2] ?? 0;
    const rich = (flags & 8) !== 0 ? 2 : 0;
    const far = (flags & 4) !== 0 ? 4 : 0;
    if (at + 3 + rich + far > data.length) return null;
    left = data.readUInt16LE(at);
    wide = (flags & 1) === 1;
    looks = (rich ? data.readUInt16LE(at + 3) * 4 : 0) + (far ? data.readUInt32LE(at + 3 + rich) : 0);
    text = '';
    if (left === 0) end();
    return at + 3 + rich + far;
  };
  return {
    texts,
    push(data) {
      let at = isFirst ? 8 : 0;
      isFirst = false;
      if (left > 0) {
        wide = ((data[0] ?? 0) & 1) === 1;
        at = 1;
      }
      while (at < data.length && total <= most) {
        if (left > 0) {
          const count = Math.min(left, wide ? (data.length - at) >> 1 : data.length - at);
          if (count === 0) break;
          const stop = at + (wide ? count * 2 : count);
          if (text.length < longest) text += data.toString(wide ? 'utf16le' : 'latin1', at, stop).slice(0, longest);
          at = stop;
          left -= count;
          if (left === 0) end();
        } else if (skip > 0) {
          const step = Math.min(skip, data.length - at);
          at += step;
          skip -= step;
        } else {
          const start = begin(data, at);
          if (start === null) break;
          at = start;
        }
      }
      return total <= most;
    },
  };
}
