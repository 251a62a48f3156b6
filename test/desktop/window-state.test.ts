// The window opens where it stood last, unless that place is no longer on a screen.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitToScreens, readWindowState, writeWindowState } from '../../electron/desktop/window-state.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const beside = { x: 1440, y: 0, width: 2560, height: 1440 };
const onTheSecond = { x: 1600, y: 100, width: 1800, height: 1200 };

describe('fitToScreens', () => {
  it('keeps a place that is still in sight', () => {
    expect(fitToScreens(onTheSecond, [laptop, beside])).toEqual(onTheSecond);
  });

  it('forgets a place on a screen that was unplugged', () => {
    expect(fitToScreens(onTheSecond, [laptop])).toBeUndefined();
  });

  it('makes it fit a smaller screen, but never too small to work in', () => {
    const fitted = fitToScreens({ x: 0, y: 0, width: 3000, height: 100 }, [laptop]);
    expect(fitted).toEqual({ x: 0, y: 0, width: 1440, height: 640 });
  });
});

describe('the state file', () => {
  const file = () => join(mkdtempSync(join(tmpdir(), 'ripen-window-')), 'window.json');

  it('gives back what was written', () => {
    const path = file();
    writeWindowState(path, { bounds: onTheSecond, maximized: true, appearance: 'dark' });
    expect(readWindowState(path)).toEqual({ bounds: onTheSecond, maximized: true, appearance: 'dark' });
  });

  it.each(['', '{}', 'null', '[]', '{"x":"1","y":2,"width":3,"height":4}', '{"x":1e400}'])('shrugs at %s', text => {
    const path = file();
    writeFileSync(path, text);
    expect(readWindowState(path)).toEqual({ bounds: undefined, maximized: false, appearance: 'system' });
  });

  it('shrugs at a folder it cannot write', () => {
    writeWindowState('/proc/nowhere/window.json', { bounds: onTheSecond, maximized: false, appearance: 'system' });
    expect(readWindowState('/proc/nowhere/window.json').bounds).toBeUndefined();
  });
});
