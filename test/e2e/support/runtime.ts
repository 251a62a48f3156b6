// The Electron that the end-to-end tests start: found once by build/test.ts and handed on, else looked up here.
import { type Runtime, resolveRuntime } from '../../../build/runtime/resolve.ts';

let found: Promise<Runtime> | undefined;

export function runtime(): Promise<Runtime> {
  const given = process.env.RIPEN_E2E_RUNTIME;
  found ??= given ? Promise.resolve(JSON.parse(given)) : resolveRuntime();
  return found;
}

/** Where this process shows its windows: on a display of its own where build/test.ts has started some, so that apps side by
 * side take neither the keyboard nor the clipboard from each other. */
export function displayEnv(): NodeJS.ProcessEnv {
  const displays = (process.env.RIPEN_E2E_DISPLAYS ?? '').split(' ').filter(name => name !== '');
  const display = displays[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % displays.length];
  return display === undefined ? {} : { DISPLAY: display, XAUTHORITY: undefined };
}
