// Takes pictures of the gallery into screens/gallery/: `node test/gallery/look.ts /path/to/chromium`. Says what the CSP refused and what axe found.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const here = import.meta.dirname;
const folder = join(here, '../../dist/gallery');
const out = join(here, '../../screens/gallery');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'error' });
mkdirSync(out, { recursive: true });
const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  const body = await readFile(join(folder, path === '/' ? 'index.html' : path)).catch(() => null);
  response.writeHead(body ? 200 : 404, {
    'content-type': types[extname(path === '/' ? '.html' : path)] ?? 'text/html',
  });
  response.end(body);
});
await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

for (const appearance of ['light', 'dark'])
  for (const name of ['parts', 'frame', 'charts']) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: Number(process.argv[3] ?? 1),
    });
    page.on('console', message => {
      if (message.type() === 'error') process.stderr.write(`${name} ${appearance}: ${message.text()}\n`);
    });
    page.on('pageerror', error => process.stderr.write(`${name} ${appearance}: ${error.stack}\n`));
    await page.goto(`http://127.0.0.1:${port}/#${name}/${appearance}`);
    await page.waitForTimeout(900);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    for (const { id, help, nodes } of violations)
      process.stderr.write(`${name} ${appearance}: ${id}: ${help}\n  ${nodes.map(node => node.html).join('\n  ')}\n`);
    if (name === 'parts') {
      await page.setViewportSize({ width: 1280, height: 2100 });
      await page.screenshot({ path: join(out, `${name}-${appearance}.png`) });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.hover('[role=img] >> nth=0');
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(out, `peek-${appearance}.png`) });
      await page.mouse.move(5, 5);
      await page.getByRole('button', { name: 'Move to' }).click();
      await page.waitForTimeout(300);
      await page.getByRole('button', { name: 'Toast' }).dispatchEvent('click');
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(out, `menu-${appearance}.png`) });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Dialog' }).click();
      await page.getByRole('dialog').getByRole('combobox').click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(out, `dialog-${appearance}.png`) });
    } else if (name === 'charts') {
      await page.setViewportSize({ width: 1280, height: 1250 });
      await page.screenshot({ path: join(out, `${name}-${appearance}.png`) });
      await page.getByRole('img').first().focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('button', { name: 'Show as table' }).nth(1).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(out, `${name}-table-${appearance}.png`) });
    } else {
      await page.keyboard.press('Tab');
      await page.screenshot({ path: join(out, `${name}-${appearance}.png`) });
    }
    await page.close();
  }
await browser.close();
server.close();
