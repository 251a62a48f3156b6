// Looks into a running Ripen from the main process and from the page, for the security proofs.
import type { Page } from 'playwright-core';
import type { Ripen } from './ripen.ts';

type Electron = typeof import('electron');

/** Runs in the main process. The function travels as text: it sees its argument and nothing of this file. */
export function inMain<T, A = undefined>(
  { electronApp }: Ripen,
  work: (electron: Electron, given: A) => T | Promise<T>,
  given?: A,
): Promise<T> {
  return electronApp.evaluate(work as never, given as never) as Promise<T>;
}

/** The preferences with which the first window's page really runs. */
export const preferencesOf = (ripen: Ripen): Promise<Record<string, unknown>> =>
  inMain(ripen, ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (contents as never as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
  });

/**
 * Opens a file as a double click on it does, when Ripen runs already. In a turn of its own: a file that is opened while the
 * debugger waits for an answer may take the answer away with its garbage.
 */
export const openAsSystem = (ripen: Ripen, file: string): Promise<void> =>
  inMain(
    ripen,
    ({ app }, path) => void setTimeout(() => app.emit('second-instance', {}, ['electron', '--flag', path], '/')),
    file,
  );

/** Waits until the keyboard stands in a field. */
export const typingIn = async (page: Page): Promise<void> =>
  void (await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement));

/** Zooms the first window; the page is drawn at that size afterwards. */
export async function zoomTo(ripen: Ripen, factor: number): Promise<void> {
  const { page } = ripen;
  const ratio = await page.evaluate(() => devicePixelRatio);
  const before = await inMain(
    ripen,
    ({ BrowserWindow }, wanted) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const old = contents?.getZoomFactor() ?? 1;
      contents?.setZoomFactor(wanted);
      return old;
    },
    factor,
  );
  await page.waitForFunction(wanted => Math.abs(devicePixelRatio - wanted) < 0.01, (ratio * factor) / before);
}

/** The directives that the page reports as broken while `code` runs in it, in a task of its own; empty after ten seconds. */
export async function violationsWhile(page: Page, code: () => void): Promise<readonly string[]> {
  const broken = page.evaluate(
    () =>
      new Promise<string[]>(resolve => {
        const directives: string[] = [];
        document.addEventListener('securitypolicyviolation', event => {
          directives.push(event.effectiveDirective);
          // Reports of one break come together.
          setTimeout(() => resolve(directives), 0);
        });
        setTimeout(() => resolve(directives), 10_000);
      }),
  );
  // In a later task, because the debugger that carries this has leave to use eval.
  await page.evaluate(`void setTimeout(${code}, 0)`);
  return broken;
}

/** A page that is not ours, with our preload script in it, calls the main process; answers what it was told. */
export function openForeignWindow(ripen: Ripen, preload: string): Promise<string> {
  return inMain(
    ripen,
    async ({ BrowserWindow }, script) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: script } });
      await window.loadURL('about:blank');
      const answer = await window.webContents.executeJavaScript(
        `window.ripen.call('workspaces.state', {}).then(() => 'answered', error => error.message)`,
      );
      window.destroy();
      return answer;
    },
    preload,
  );
}
