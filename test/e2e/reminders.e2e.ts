// Reminders, the tray and the calendar file in real Electron. What Ripen hands to the system as a notification is kept in place of
// being shown: the test proves the texts, clicks and buttons, not that a desktop draws them.
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { answerQuestions, chooseNewFile } from './support/files.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { aFileWith } from './support/leads.ts';
import { clickNotification, notificationsOf, pressButton, watchNotifications } from './support/notifications.ts';
import type { Ripen } from './support/ripen.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

async function start(userData: string, now: string, workspace?: string): Promise<Ripen> {
  const ripen = await launchRipen({ userData, now, ...(workspace === undefined ? {} : { workspace }) });
  running.push(ripen);
  await ripen.page.getByRole('heading', { level: 1 }).first().waitFor();
  await watchNotifications(ripen);
  // The timer looks twice a minute, and when the computer wakes.
  await ripen.electronApp.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  return ripen;
}

/** Dana is to be called at half past two; Luis too, but asked not to be contacted. */
async function aWorkspaceWithSteps() {
  const ids: string[] = [];
  const file = await aFileWith(async ({ call }) => {
    for (const [firstName, consent] of [
      ['Dana', 'yes'],
      ['Luis', 'no'],
    ] as const) {
      const { id } = await call('leads.create', { attributes: { firstName, company: 'Kranich', consent } });
      await call('nextSteps.save', {
        leadId: id,
        id: null,
        what: 'Call back',
        on: '2026-03-02',
        time: '14:30',
        repeats: null,
      });
      ids.push(id);
    }
  });
  return { file, dana: ids[0] ?? '' };
}

async function openSettings({ page }: Ripen, section: string) {
  await page.evaluate(hash => {
    location.hash = hash;
  }, `/settings/${section}`);
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
}

const turn = ({ page }: Ripen, label: string, to: 'On' | 'Off') =>
  page.getByRole('group', { name: label, exact: true }).getByText(to, { exact: true }).click();

const isVisible = ({ electronApp }: Ripen) =>
  electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
const closeWindow = ({ electronApp }: Ripen) =>
  electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

describe('reminders', () => {
  it('come when they are asked for, open the lead, are snoozed, and are never given twice, not even after a kill', async () => {
    const userData = await aUserData();
    const { file, dana } = await aWorkspaceWithSteps();
    const morning = await start(userData, '2026-03-02T09:00:00Z', file);
    await openSettings(morning, 'reminders');
    await morning.page.getByText('Off: Ripen shows no notifications.').waitFor();
    await turn(morning, 'Show reminders', 'On');
    await morning.page.getByRole('button', { name: 'Show a test reminder' }).click();
    await expect.poll(() => notificationsOf(morning)).toMatchObject([{ title: 'Reminders work' }]);
    await morning.close();

    const afternoon = await start(userData, '2026-03-02T15:00:00Z');
    await expect
      .poll(() => notificationsOf(afternoon))
      .toEqual([{ title: 'Missed: Call back', body: 'Dana, Kranich · 14:30' }]);
    await afternoon.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    await clickNotification(afternoon);
    await afternoon.page.waitForURL(new RegExp(`#/lead/${dana}$`));
    await afternoon.page.getByRole('heading', { level: 1, name: 'Dana' }).waitFor();
    expect(
      await afternoon.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    ).toBe(false);
    await pressButton(afternoon, 0);
    await expect
      .poll(() => JSON.parse(readFileSync(join(userData, 'device.json'), 'utf8')).reminded[0].snoozed)
      .toEqual([{ leadId: dana, on: '2026-03-02', time: '14:30', until: Date.parse('2026-03-02T15:10:00Z') }]);
    await afternoon.kill9();

    const later = await start(userData, '2026-03-02T15:10:00Z');
    await expect.poll(() => notificationsOf(later)).toHaveLength(1);
    await later.close();
    // Nothing is left: what comes next is the step that is planned now.
    const evening = await start(userData, '2026-03-02T16:00:00Z');
    await evening.page.evaluate(
      leadId =>
        window.ripen.call('nextSteps.save', {
          leadId,
          id: null,
          what: 'Write',
          on: '2026-03-02',
          time: '16:01',
          repeats: null,
        }),
      dana,
    );
    await evening.close();
    const night = await start(userData, '2026-03-02T16:02:00Z');
    await expect.poll(() => notificationsOf(night)).toEqual([{ title: 'Write', body: 'Dana, Kranich · 16:01' }]);
  });
});

describe('the tray', () => {
  it('keeps Ripen when its window is closed, if the owner says so; Quit saves and ends it', async () => {
    const userData = await aUserData();
    const { file, dana } = await aWorkspaceWithSteps();
    const ripen = await start(userData, '2026-03-02T09:00:00Z', file);
    const { page, electronApp } = ripen;
    await openSettings(ripen, 'reminders');
    await turn(ripen, 'Show reminders', 'On');
    await turn(ripen, 'Stay in the tray', 'On');
    await page.getByText('its menu has Open and Quit').waitFor();
    await page.evaluate(hash => {
      location.hash = hash;
    }, `/lead/${dana}`);
    await page.getByLabel('Job title').fill('Head of operations');
    await closeWindow(ripen);
    await expect.poll(() => isVisible(ripen)).toBe(false);
    // The workspace stays open and locked, and what stood open is saved.
    expect(existsSync(`${file}-lock`)).toBe(true);
    await expect
      .poll(() => page.evaluate(id => window.ripen.call('leads.get', { id }), dana))
      .toMatchObject({ value: { lead: { jobTitle: 'Head of operations' } } });
    // As by a click on the tray, or a second start.
    await electronApp.evaluate(({ app }) => app.emit('second-instance', {}, [], ''));
    await expect.poll(() => isVisible(ripen)).toBe(true);

    await closeWindow(ripen);
    await expect.poll(() => isVisible(ripen)).toBe(false);
    const ended = once(electronApp.process(), 'exit');
    await electronApp.evaluate(({ app }) => app.quit());
    await ended;
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  it('asks in the open when Quit would lose something, and is quit by closing once it is turned off', async () => {
    const userData = await aUserData();
    const { file, dana } = await aWorkspaceWithSteps();
    const ripen = await start(userData, '2026-03-02T09:00:00Z', file);
    const { page, electronApp } = ripen;
    await openSettings(ripen, 'reminders');
    await turn(ripen, 'Show reminders', 'On');
    await turn(ripen, 'Stay in the tray', 'On');
    await page.evaluate(hash => {
      location.hash = hash;
    }, `/lead/${dana}`);
    await page.getByLabel('Company size').fill('many');
    await closeWindow(ripen);
    await expect.poll(() => isVisible(ripen)).toBe(false);
    await answerQuestions(ripen, 0);
    await electronApp.evaluate(({ app }) => app.quit());
    await expect.poll(() => isVisible(ripen)).toBe(true);
    await expect.poll(() => page.getByLabel('Company size').inputValue()).toBe('many');
    await page.getByLabel('Company size').fill('12');
    await openSettings(ripen, 'reminders');
    await turn(ripen, 'Show reminders', 'Off');
    const ended = once(electronApp.process(), 'exit');
    await closeWindow(ripen);
    await ended;
  });
});

describe('the calendar file', () => {
  it('is written where the owner chooses, follows changes, and is up to date when Ripen ends', async () => {
    const userData = await aUserData();
    const { file, dana } = await aWorkspaceWithSteps();
    const ripen = await start(userData, '2026-03-02T09:00:00Z', file);
    const { page, electronApp } = ripen;
    const path = join(mkdtempSync(join(tmpdir(), 'ripen-ics-')), 'people.ics');
    const summaries = () =>
      new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')))
        .getAllSubcomponents('vevent')
        .map(event => event.getFirstPropertyValue('summary'));
    await openSettings(ripen, 'calendar');
    await chooseNewFile(ripen, path);
    await page.getByRole('button', { name: 'Choose place' }).click();
    await page.getByText(/^1 next step, up to date/).waitFor();
    expect(summaries()).toEqual(['Call back: Dana']);
    const step = { leadId: dana, id: null, on: '2026-03-05', time: null, repeats: null };
    await page.evaluate(input => window.ripen.call('nextSteps.save', { ...input, what: 'Send offer' }), step);
    await expect.poll(summaries).toEqual(['Call back: Dana', 'Send offer: Dana']);
    await page.evaluate(input => window.ripen.call('nextSteps.save', { ...input, what: 'Ask again' }), step);
    const ended = once(electronApp.process(), 'exit');
    await electronApp.evaluate(({ app }) => app.quit());
    await ended;
    expect(summaries()).toEqual(['Call back: Dana', 'Ask again: Dana', 'Send offer: Dana']);
  });
});
