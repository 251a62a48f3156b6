// Icons as Windows and macOS want them: many sizes in one file. Written, and read back by the test.

/** A square picture: its edge in pixels, as a PNG file, and as bytes of red, green, blue and alpha from the top left. */
export type Picture = { readonly size: number; readonly png: Buffer; readonly rgba: Buffer };

export const linuxSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512] as const;
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;
/** Four letters, and the edge in pixels, of what iconutil writes; the second row is for doubled displays. */
export const icnsTypes = [
  ...([
    ['icp4', 16],
    ['icp5', 32],
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
  ] as const),
  ...([
    ['ic11', 32],
    ['ic12', 64],
    ['ic13', 256],
    ['ic14', 512],
    ['ic10', 1024],
  ] as const),
] as const;

const pictureOf = (pictures: readonly Picture[], size: number): Picture => {
  const found = pictures.find(picture => picture.size === size);
  if (!found) throw new Error(`There is no picture of ${size} pixels.`);
  return found;
};

/** An .ico of bitmaps, which every Windows program reads; the largest is a PNG, as Windows has it since Vista. */
export function toIco(pictures: readonly Picture[]): Buffer {
  const images = icoSizes.map(size => {
    const picture = pictureOf(pictures, size);
    return { size, data: size >= 256 ? picture.png : bitmap(picture) };
  });
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, data }] of images.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(data.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += data.length;
  }
  return Buffer.concat([header, ...images.map(({ data }) => data)]);
}

/** A BITMAPINFOHEADER, rows from the bottom up in blue, green, red, alpha, and a mask that hides nothing. */
function bitmap({ size, rgba }: Picture): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // Picture and mask count together.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = (row * size + column) * 4;
      const to = ((size - 1 - row) * size + column) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      pixels.set([blue, green, red, alpha], to);
    }
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([header, pixels, mask]);
}

/** An .icns of PNG pictures. */
export function toIcns(pictures: readonly Picture[]): Buffer {
  const entries = icnsTypes.map(([type, size]) => entry(type, pictureOf(pictures, size).png));
  return entry('icns', Buffer.concat(entries));
}

function entry(type: string, data: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([header, data]);
}

/** Sizes of the pictures in an .ico, by its own list, each with its bytes. */
export function readIco(file: Buffer): readonly { readonly size: number; readonly data: Buffer }[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    return { size: file.readUInt8(at) || 256, data: file.subarray(offset, offset + length) };
  });
}

/** Types in an .icns, each with its PNG. */
export function readIcns(file: Buffer): readonly { readonly type: string; readonly png: Buffer }[] {
  const found: { type: string; png: Buffer }[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    found.push({
      type: file.toString('latin1', at, at + 4),
      png: file.subarray(at + 8, at + file.readUInt32BE(at + 4)),
    });
  }
  return found;
}
