// Times taken in real Electron: a blank window as baseline, and from a key press to the repainted screen.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { runtime } from '../e2e/support/runtime.ts';

/** An app that only shows a window with one word in it. */
export function blankApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-blank-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'blank', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>blank</title><p>blank</p>');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(require('node:path').join(__dirname, 'index.html')));`,
  );
  return folder;
}

/** UTC ms of the page's first contentful paint. */
export const firstPaintOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const tell = (entry: PerformanceEntry) => resolve(performance.timeOrigin + entry.startTime);
        const [seen] = performance.getEntriesByName('first-contentful-paint');
        if (seen) tell(seen);
        else
          new PerformanceObserver(
            list => list.getEntries()[0] && tell(list.getEntries()[0] as PerformanceEntry),
          ).observe({ type: 'paint', buffered: true });
      }),
  );

/** Ms from starting the program to the first paint of its window. */
export async function startToPaint(args: readonly string[], env: Record<string, string>): Promise<number> {
  const { executable } = await runtime();
  const began = Date.now();
  const app = await _electron.launch({ executablePath: executable, args: ['--no-sandbox', ...args], env });
  const painted = await firstPaintOf(await app.firstWindow());
  await app.close();
  return painted - began;
}

/** Ms from a key press to the frame after an element at `selector` first contains `text`: by then it is on the screen. */
export async function untilPainted(page: Page, key: string, selector: string, text: string): Promise<number> {
  await page.evaluate(
    ([where, text]) => {
      const holds = () => [...document.querySelectorAll(where)].some(element => element.textContent?.includes(text));
      (window as unknown as { measured: Promise<number> }).measured = new Promise(resolve => {
        const onKey = () => {
          const began = performance.now();
          const look = () => {
            if (holds()) requestAnimationFrame(() => resolve(performance.now() - began));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        addEventListener('keydown', onKey, { capture: true, once: true });
      });
    },
    [selector, text] as const,
  );
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured);
}
