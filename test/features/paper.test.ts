// What is taken along is written where the owner chose, whole or not at all, and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/app.ts';
import { fileName } from '../../electron/domain/export/file-name.ts';
import { aPicture } from '../support/examples.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../support/workspace.ts';

/** A workspace whose owner answers every question for a place with `answer(suggested)`. */
function savingTo(answer: (suggested: string) => string | null) {
  const workspace = aWorkspace();
  workspace.app().close();
  const asked: string[] = [];
  const app = makeApp({
    file: workspace.file,
    migrationsFolder,
    now: () => workspace.clock.now,
    deviceId: 'test',
    saveAs: async suggested => {
      asked.push(suggested);
      return answer(suggested);
    },
  });
  return { app, asked };
}

describe('A picture', () => {
  it('is saved under the name the owner chooses, which its title suggests', async () => {
    const folder = aFolder();
    const { app, asked } = savingTo(suggested => join(folder, suggested));
    const result = await app.call('paper.savePicture', { name: 'MQLs: week 47/2025', png: aPicture });
    expect(result).toEqual({ ok: true, value: { path: join(folder, 'MQLs week 47 2025.png') } });
    expect(asked.map(name => basename(name))).toEqual(['MQLs week 47 2025.png']);
    expect(new Uint8Array(readFileSync(join(folder, 'MQLs week 47 2025.png')))).toEqual(aPicture);
    app.close();
  });

  it('is not saved when nobody chooses a place', async () => {
    const { app } = savingTo(() => null);
    expect(await app.call('paper.savePicture', { name: 'A', png: aPicture })).toEqual({
      ok: true,
      value: { path: null },
    });
    app.close();
  });

  it('that cannot be written is told in one sentence, and leaves nothing behind', async () => {
    const folder = aFolder();
    const { app } = savingTo(() => join(folder, 'gone', 'a.png'));
    const result = await app.call('paper.savePicture', { name: 'A', png: aPicture });
    expect(result).toMatchObject({ ok: false, error: { kind: 'file', message: expect.stringContaining('not there') } });
    expect(readdirSync(folder)).toEqual([]);
    app.close();
  });

  it('is a picture: the page cannot have other things written under that call', async () => {
    const { app, asked } = savingTo(() => '/nowhere');
    const result = await app.call('paper.savePicture', { name: 'A', png: new TextEncoder().encode('#!/bin/sh') });
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(asked).toEqual([]);
    app.close();
  });
});

describe('A file name', () => {
  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['  ends with a stop. ', 'ends with a stop'],
    ['\u0000\u001f', 'Ripen'],
    ['Grüße, 你好', 'Grüße, 你好'],
  ])('of %j is %j', (words, name) => expect(fileName(words)).toBe(name));

  it('is never longer than a disk takes', () => expect(fileName('x'.repeat(500)).length).toBeLessThanOrEqual(100));
});
