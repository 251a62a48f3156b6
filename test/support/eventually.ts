// Waiting for a state in tests without a window: as long as a slow and busy computer may take.
import { vi } from 'vitest';

/** Resolves once `check` throws nothing. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 120_000, interval: 20 });
