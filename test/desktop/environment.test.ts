// What a released Ripen ignores of its environment.
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../electron/desktop/environment.ts';

const variables = {
  RIPEN_USER_DATA: '/elsewhere',
  RIPEN_NOW: '2026-03-02T09:00:00Z',
  RIPEN_SQLITE_ADDON: '/evil.node',
  RIPEN_SLOW: '7',
};

describe('readEnvironment', () => {
  it('lets a test choose the folder, the day and the addon', () => {
    const { userData, now, addon, slow } = readEnvironment(variables, true, () => 1);
    expect([userData, now(), addon, slow]).toEqual(['/elsewhere', Date.UTC(2026, 2, 2, 9), '/evil.node', 7]);
  });

  it('lets nobody choose them in a released Ripen', () => {
    const { now, ...rest } = readEnvironment({ ...variables, RIPEN_WAIT_FOR_TEST: '1' }, false, () => 1);
    expect(now()).toBe(1);
    expect(rest).toEqual({ userData: undefined, addon: undefined, waitForTest: false, slow: undefined });
  });

  it('goes by the real clock when the variable is missing or no date', () => {
    expect(readEnvironment({}, true, () => 7).now()).toBe(7);
    expect(readEnvironment({ RIPEN_NOW: 'soon' }, true, () => 7).now()).toBe(7);
  });
});
