// The Electron that the end-to-end tests start: found once by build/test.ts and handed on, else looked up here.
import { type Runtime, resolveRuntime } from '../../../build/runtime/resolve.ts';

let found: Promise<Runtime> | undefined;

export function runtime(): Promise<Runtime> {
  const given = process.env.RIPEN_E2E_RUNTIME;
  found ??= given ? Promise.resolve(JSON.parse(given)) : resolveRuntime();
  return found;
}
