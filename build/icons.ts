// `npm run icons`: draws build/icon.svg and build/icons/file.svg in every size that a system asks for, into build/icons/.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchRipen } from '../test/e2e/support/launch.ts';
import { buildApp } from './build-app.ts';
import { runInForeground } from './exec.ts';
import { icnsTypes, icoSizes, linuxSizes, type Picture, toIcns, toIco } from './icons/containers.ts';
import { drawings, iconFile, madeFrom } from './icons/drawings.ts';
import { DIST, ROOT } from './paths.ts';
import { hasDisplay, withDisplay } from './runtime/system.ts';
import { runScript, say } from './say.ts';

await runScript(async () => {
  if (!hasDisplay()) {
    return runInForeground(...withDisplay(process.execPath, [join(ROOT, 'build', 'run.mjs'), 'icons']), process.env);
  }
  await buildApp({ outDir: DIST, testPackage: false });
  const ripen = await launchRipen();
  try {
    for (const [kind, file] of Object.entries(drawings)) await make(ripen.page, kind, file);
  } finally {
    await ripen.close();
  }
  say('the icons are drawn');
  return 0;
});

async function make(page: Page, kind: string, file: string): Promise<void> {
  const svg = await readFile(file, 'utf8');
  const sizes = [...new Set<number>([...linuxSizes, ...icoSizes, ...icnsTypes.map(([, size]) => size)])];
  const pictures: Picture[] = [];
  for (const size of sizes) pictures.push(await draw(page, svg, size));
  await mkdir(iconFile(kind), { recursive: true });
  for (const { size, png } of pictures) {
    if (linuxSizes.some(one => one === size)) await writeFile(iconFile(kind, `${size}x${size}.png`), png);
  }
  await writeFile(iconFile(`${kind}.ico`), toIco(pictures));
  await writeFile(iconFile(`${kind}.icns`), toIcns(pictures));
  await writeFile(iconFile(kind, madeFrom), `${createHash('sha256').update(svg).digest('hex')}\n`);
  const usual = pictures.find(({ size }) => size === 512);
  if (kind === 'app' && usual) await writeFile(join(ROOT, 'build', 'icon.png'), usual.png);
}

/** The page draws: it is Chromium, and needs no other program. */
async function draw(page: Page, svg: string, size: number): Promise<Picture> {
  const drawn = await page.evaluate(
    async ([url, edge]) => {
      const image = new Image(edge, edge);
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = edge;
      canvas.height = edge;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas.');
      context.drawImage(image, 0, 0, edge, edge);
      return {
        png: canvas.toDataURL('image/png').split(',')[1] ?? '',
        // Only an .ico wants them, and of the small ones.
        rgba: edge < 256 ? [...context.getImageData(0, 0, edge, edge).data] : [],
      };
    },
    [`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, size] as const,
  );
  return { size, png: Buffer.from(drawn.png, 'base64'), rgba: Buffer.from(drawn.rgba) };
}
