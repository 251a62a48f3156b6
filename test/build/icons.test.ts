// Icons: in every size each system asks for, and never older than the drawing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icnsTypes, icoSizes, linuxSizes, readIcns, readIco } from '../../build/icons/containers.ts';
import { drawings, iconFile, madeFrom } from '../../build/icons/drawings.ts';

const pngSize = (png: Buffer) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)];
const square = (size: number) => ['PNG', size, size];

describe.each(Object.entries(drawings))('the icon of the %s', (kind, drawing) => {
  it('is made from the drawing as it is now: npm run icons', () => {
    const hash = createHash('sha256').update(readFileSync(drawing, 'utf8')).digest('hex');
    expect(readFileSync(iconFile(kind, madeFrom), 'utf8').trim()).toBe(hash);
  });

  it('has every size for Linux', () => {
    for (const size of linuxSizes)
      expect(pngSize(readFileSync(iconFile(kind, `${size}x${size}.png`)))).toEqual(square(size));
  });

  it('has every size for Windows, drawn and not blank', () => {
    const images = readIco(readFileSync(iconFile(`${kind}.ico`)));
    expect(images.map(({ size }) => size)).toEqual(icoSizes);
    for (const { size, data } of images) {
      if (size === 256) expect(pngSize(data)).toEqual(square(256));
      else {
        expect([data.readUInt32LE(0), data.readInt32LE(4), data.readInt32LE(8)]).toEqual([40, size, size * 2]);
        const corner = data.subarray(40, 44);
        const middle = data.readUInt32LE(40 + (Math.floor(size / 2) * size + Math.floor(size / 2)) * 4);
        expect(corner[3]).toBe(0);
        expect(middle >>> 24).toBe(255);
      }
    }
  });

  it('has every size for macOS', () => {
    const file = readFileSync(iconFile(`${kind}.icns`));
    expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
    expect(readIcns(file).map(({ type, png }) => [type, ...pngSize(png)])).toEqual(
      icnsTypes.map(([type, size]) => [type, ...square(size)]),
    );
  });
});
