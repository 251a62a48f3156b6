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

/**
 * The shared texts (SST) of the record and those that continue it. A text may be cut anywhere by the end of a record; the
 * next one then begins with its own byte of flags. `most`: characters of all texts together; null when there are more.
 */
export function readSharedTexts(parts: readonly Buffer[], longest: number, most: number): string[] | null {
  const texts: string[] = [];
  let part = 0;
  let at = 8;
  let total = 0;
  const data = () => parts[part];
  const skip = (bytes: number) => {
    for (let left = bytes; left > 0 && data(); ) {
      const step = Math.min(left, (data()?.length ?? 0) - at);
      at += step;
      left -= step;
      if (left > 0) nextPart();
    }
  };
  const nextPart = () => {
    part++;
    at = 0;
  };
  const toData = () => {
    while (data() && at >= (data()?.length ?? 0)) nextPart();
  };
  for (toData(); data(); toData()) {
    const head = data() as Buffer;
    if (at + 3 > head.length) break;
    let left = head.readUInt16LE(at);
    let flags = head[at + 2] ?? 0;
    at += 3;
    let runs = 0;
    let extra = 0;
    if ((flags & 8) !== 0 && at + 2 <= head.length) {
      runs = head.readUInt16LE(at);
      at += 2;
    }
    if ((flags & 4) !== 0 && at + 4 <= head.length) {
      extra = head.readUInt32LE(at);
      at += 4;
    }
    let text = '';
    while (left > 0 && data()) {
      const now = data() as Buffer;
      if (at >= now.length) {
        nextPart();
        flags = data()?.[0] ?? 0;
        at = 1;
        continue;
      }
      const wide = (flags & 1) === 1;
      const count = Math.min(left, wide ? (now.length - at) >> 1 : now.length - at);
      if (count === 0) break;
      const end = at + (wide ? count * 2 : count);
      if (text.length < longest) text += now.toString(wide ? 'utf16le' : 'latin1', at, end);
      at = end;
      left -= count;
    }
    if (left > 0) break;
    skip(runs * 4 + extra);
    text = text.slice(0, longest);
    total += text.length;
    if (total > most) return null;
    texts.push(text);
  }
  return texts;
}
