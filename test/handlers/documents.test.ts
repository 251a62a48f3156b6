// What is taken along is written where the owner chose, whole or not at all, and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../electron/domain/export/file-name.ts';
import { type AppOptions, makeApp } from '../../electron/open-workspace.ts';
import { aPicture } from '../support/examples.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../support/workspace.ts';

/** A workspace whose owner answers every question for a place with `answer(suggested)`. */
function savingTo(answer: (suggested: string) => string | null, more: Pick<AppOptions, 'print' | 'locale'> = {}) {
  const workspace = aWorkspace({ name: 'Mill & Sons', timeZone: 'Europe/Berlin' });
  workspace.app().close();
  const request: string[] = [];
  const app = makeApp({
    file: workspace.file,
    migrationsFolder,
    now: () => workspace.clock.now,
    deviceId: 'test',
    ...more,
    saveAs: async suggested => {
      request.push(suggested);
      return answer(suggested);
    },
  });
  return { app, request };
}

describe('A picture', () => {
  it('is saved under the name the owner chooses, which its title suggests', async () => {
    const folder = aFolder();
    const { app, request } = savingTo(suggested => join(folder, suggested));
    const result = await app.call('documents.savePicture', { name: 'MQLs: week 47/2025', png: aPicture });
    expect(result).toEqual({ ok: true, value: { path: join(folder, 'MQLs week 47 2025.png') } });
    expect(request.map(name => basename(name))).toEqual(['MQLs week 47 2025.png']);
    expect(new Uint8Array(readFileSync(join(folder, 'MQLs week 47 2025.png')))).toEqual(aPicture);
    app.close();
  });

  it('is not saved when nobody chooses a place', async () => {
    const { app } = savingTo(() => null);
    expect(await app.call('documents.savePicture', { name: 'A', png: aPicture })).toEqual({
      ok: true,
      value: { path: null },
    });
    app.close();
  });

  it('that cannot be written is told in one sentence, and leaves nothing behind', async () => {
    const folder = aFolder();
    const { app } = savingTo(() => join(folder, 'gone', 'a.png'));
    const result = await app.call('documents.savePicture', { name: 'A', png: aPicture });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'file', message: expect.stringContaining('does not exist') },
    });
    expect(readdirSync(folder)).toEqual([]);
    app.close();
  });

  it('is a picture: the page cannot have other things written under that call', async () => {
    const { app, request } = savingTo(() => '/nowhere');
    const result = await app.call('documents.savePicture', { name: 'A', png: new TextEncoder().encode('#!/bin/sh') });
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(request).toEqual([]);
    app.close();
  });
});

describe('The review as PDF', () => {
  const pdf = new TextEncoder().encode('%PDF-1.4 one page');

  it('is the page of its week or month, on the paper of the country, under a name that says which', async () => {
    const folder = aFolder();
    const request: unknown[] = [];
    const print: AppOptions['print'] = async page => {
      request.push(page);
      return pdf;
    };
    for (const [locale, timeZone, size] of [
      ['en-US', 'America/New_York', 'letter'],
      ['en-US', 'Europe/Vienna', 'a4'],
      ['de-AT', 'Europe/Vienna', 'a4'],
    ] as const) {
      const { app } = savingTo(suggested => join(folder, suggested), { print, locale });
      await app.call('settings.update', { timeZone });
      const result = await app.call('documents.saveReview', { kind: 'week', date: '2026-05-28' });
      const path = join(folder, 'Mill & Sons - Review - Week 22 of 2026.pdf');
      expect(result).toEqual({ ok: true, value: { path } });
      expect(new Uint8Array(readFileSync(path))).toEqual(pdf);
      expect(request.at(-1)).toEqual({ path: '/print/week.2026-05-25', size });
      await app.call('settings.update', { paperSize: 'letter' });
      await app.call('documents.saveReview', { kind: 'quarter', date: '2026-05-28' });
      expect(request.at(-1)).toEqual({ path: '/print/quarter.2026-04-01', size: 'letter' });
      app.close();
    }
  });

  it('is not drawn when nobody chooses a place', async () => {
    let drawn = 0;
    const print: AppOptions['print'] = async () => {
      drawn += 1;
      return pdf;
    };
    const { app } = savingTo(() => null, { print });
    await app.call('documents.saveReview', { kind: 'week', date: '2026-05-28' });
    expect(drawn).toBe(0);
    app.close();
  });
});

describe('The meeting in a calendar', () => {
  const meeting = { weekday: 2, time: '09:30', minutes: 45 };
  const linesOf = (path: string) => readFileSync(path, 'utf8').split('\r\n');

  it('asks first when it is; then it is remembered, keeps its name, and says that it has moved', async () => {
    const path = join(aFolder(), 'meeting.ics');
    const { app, request } = savingTo(() => path);
    expect(await app.call('documents.saveCalendar', {})).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(request).toEqual([]);

    await app.call('documents.setMeetingTime', meeting);
    await app.call('documents.saveCalendar', {});
    const first = linesOf(path);
    // Monday 1 June 2026, 11 o'clock in Berlin: the next Tuesday is tomorrow.
    expect(first).toContain('DTSTART;TZID=Europe/Berlin:20260602T093000');
    expect(first).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU');
    expect(first).toContain('DURATION:PT45M');
    expect(first).toContain('SUMMARY:Weekly review: Mill & Sons');
    expect(first).toContain('SEQUENCE:0');

    await app.call('documents.setMeetingTime', { ...meeting, weekday: 1 });
    await app.call('documents.saveCalendar', {});
    const moved = linesOf(path);
    // This Monday's half past nine is over.
    expect(moved).toContain('DTSTART;TZID=Europe/Berlin:20260608T093000');
    expect(moved).toContain('SEQUENCE:1');
    const uid = (lines: readonly string[]) => lines.find(line => line.startsWith('UID:'));
    expect(uid(moved)).toBe(uid(first));
    expect(app.settings().meetingTime).toMatchObject({ weekday: 1, time: '09:30', minutes: 45 });
    app.close();
  });

  it.each([
    { weekday: 8, time: '09:30', minutes: 30 },
    { weekday: 1, time: '24:00', minutes: 30 },
    { weekday: 1, time: '9:30', minutes: 30 },
    { weekday: 1, time: '09:30', minutes: 0 },
  ])('is not set to %j', async wrong => {
    const { app } = savingTo(() => null);
    expect(await app.call('documents.setMeetingTime', wrong)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    app.close();
  });
});

describe('A file name', () => {
  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['  ends with a stop. ', 'ends with a stop'],
    ['\u0000\u001f', 'Ripen'],
    ['Grüße, 你好', 'Grüße, 你好'],
  ])('of %j is %j', (text, name) => expect(fileName(text)).toBe(name));

  it('is never longer than a disk takes', () => expect(fileName('x'.repeat(500)).length).toBeLessThanOrEqual(100));
});
