// Looks into a running Ripen from the main process and from the page, for the security proofs.
import type { Page } from 'playwright-core';
import type { Ripen } from './launch.ts';

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

/** The directives that the page reports as broken while `code` runs in it, in a task of its own. */
export async function violationsWhile(page: Page, code: () => void): Promise<readonly string[]> {
  await page.evaluate(() => {
    const broken: string[] = [];
    Object.assign(globalThis, { broken });
    document.addEventListener('securitypolicyviolation', event => broken.push(event.effectiveDirective));
  });
  // In a later task, because the debugger that carries this has leave to use eval.
  await page.evaluate(`void setTimeout(${code}, 0)`);
  await page.waitForTimeout(300);
  return page.evaluate(() => (globalThis as never as { broken: string[] }).broken);
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
