// P22: quitting, being ended and a dying page lose nothing: an open field is saved, or asked about.
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { Output } from '../../shared/contract.ts';
import { migrationsFolder } from '../support/workspace.ts';
import { answerQuestions, questionsOf } from './support/files.ts';
import { launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

type Started = Ripen & { readonly file: string; readonly id: string; readonly ended: Promise<unknown> };

/** Ripen with the page of one lead open, in whose field for the job title something is typed and not saved. */
async function startTyping(): Promise<Started> {
  let id = '';
  const file = await aFileWith(async ({ call }) => {
    id = (await call('leads.create', { attributes: { firstName: 'Dana', email: 'dana@kranich.example' } })).id;
  });
  const ripen = await launchRipen({ workspace: file, now: today });
  running.push(ripen);
  const { page, electronApp } = ripen;
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.evaluate(lead => {
    location.hash = `/lead/${lead}`;
  }, id);
  await page.getByLabel('Job title').click();
  await page.keyboard.type('Head of operations');
  return { ...ripen, file, id, ended: once(electronApp.process(), 'exit') };
}

/** The lead as the file has it, with Ripen closed. */
async function leadIn(file: string, id: string): Promise<Output<'leads.get'>['lead']> {
  const app = makeApp({ file, migrationsFolder, now: () => Date.parse(today), deviceId: 'check' });
  const answer = await app.call('leads.get', { id });
  app.close();
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as Output<'leads.get'>).lead;
}

describe('P22: quit and log-off lose nothing', () => {
  it.each<readonly [string, (ripen: Started) => Promise<unknown>]>([
    [
      'the window is closed',
      ({ electronApp }) => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    ],
    ['Ripen is quit from the menu', ({ electronApp }) => electronApp.evaluate(({ app }) => app.quit())],
    ['the system ends it (SIGTERM)', async ({ electronApp }) => electronApp.process().kill('SIGTERM')],
  ])('saves the field that stands open when %s', async (_, end) => {
    const ripen = await startTyping();
    await end(ripen);
    await ripen.ended;
    expect((await leadIn(ripen.file, ripen.id)).jobTitle).toBe('Head of operations');
  });

  it('waits for a window that is slow to answer, and saves the field then', async () => {
    const ripen = await startTyping();
    await ripen.page.evaluate(() => {
      setTimeout(() => {
        const until = performance.now() + 4000;
        while (performance.now() < until);
      });
    });
    await ripen.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ripen.ended;
    expect((await leadIn(ripen.file, ripen.id)).jobTitle).toBe('Head of operations');
  });

  it('asks before it gives up a window that does not respond', async () => {
    const ripen = await startTyping();
    await answerQuestions(ripen, 0);
    await ripen.page.evaluate(() => {
      setTimeout(() => {
        while (true);
      });
    });
    const close = () => ripen.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await close();
    await expect
      .poll(() => questionsOf(ripen))
      .toMatchObject([{ message: 'The window of Ripen does not respond.', buttons: ['Wait', 'Close anyway'] }]);
    await answerQuestions(ripen, 1);
    await close();
    await ripen.ended;
  });

  it('asks about what cannot be saved, goes back when told, and closes when told', async () => {
    const ripen = await startTyping();
    const { page, electronApp } = ripen;
    await page.getByLabel('Company size').fill('many');
    await answerQuestions(ripen, 0);
    await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect
      .poll(() => questionsOf(ripen))
      .toMatchObject([{ message: 'Your changes in “Company size” are not saved.' }]);
    await expect.poll(() => page.getByLabel('Company size').inputValue()).toBe('many');

    await answerQuestions(ripen, 1);
    await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ripen.ended;
    expect(await leadIn(ripen.file, ripen.id)).toMatchObject({
      companySize: null,
      jobTitle: 'Head of operations',
    });
  });

  it('does not ask, and does not hang, when the system is going down', async () => {
    const ripen = await startTyping();
    await ripen.page.getByLabel('Company size').fill('many');
    await answerQuestions(ripen, 0);
    ripen.electronApp.process().kill('SIGTERM');
    await ripen.ended;
    expect((await leadIn(ripen.file, ripen.id)).jobTitle).toBe('Head of operations');
  });

  it('saves a field when a shortcut takes its screen away, and asks about a form half filled in', async () => {
    const ripen = await startTyping();
    const { page, electronApp, id } = ripen;
    await page.keyboard.press('Control+2');
    await page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();
    await page.evaluate(lead => {
      location.hash = `/lead/${lead}`;
    }, id);
    await expect.poll(() => page.getByLabel('Job title').inputValue()).toBe('Head of operations');

    await page.keyboard.press('Control+n');
    await page.getByRole('dialog', { name: 'Add lead' }).waitFor();
    await page.keyboard.type('Luis');
    await answerQuestions(ripen, 0);
    await electronApp.evaluate(({ app }) => app.quit());
    await expect
      .poll(() => questionsOf(ripen))
      .toMatchObject([{ message: 'Your changes in “First name” are not saved.' }]);
  });

  it('comes back where it was after the page has died, and gives back what was typed', async () => {
    const ripen = await startTyping();
    const { page, electronApp } = ripen;
    // The page reports what is typed 250 ms after the last key; a later timer and a later call come after that one.
    await page.evaluate(async () => {
      await new Promise(resolve => setTimeout(resolve, 300));
      await window.ripen.call('workspaces.state', {});
    });
    await electronApp.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise(resolve => contents?.once('did-finish-load', () => resolve(null)));
      contents?.forcefullyCrashRenderer();
      return loaded;
    });
    const said = () =>
      electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `[document.querySelector('dialog[open]')?.textContent ?? '', location.hash]`,
        ),
      );
    // Playwright gives up a page that crashed; the main process still sees it.
    await expect
      .poll(said)
      .toEqual([expect.stringMatching(/recovered from a crash.*Job title.*Head of operations/), `#/lead/${ripen.id}`]);
  });
});
