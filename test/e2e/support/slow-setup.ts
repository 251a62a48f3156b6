// Before each end-to-end file: is it a slow one? Then its seed is printed, and RIPEN_SEED=<seed> repeats it.
import { expect } from 'vitest';
import { slowSeedOf } from './slow.ts';

const file = expect.getState().testPath ?? '';
const seed = slowSeedOf(file, process.env.RIPEN_ALL_SLOW === '1');
if (seed === undefined) {
  delete process.env.RIPEN_SLOW;
} else {
  process.env.RIPEN_SLOW = process.env.RIPEN_SEED ?? String(seed);
  console.log(`Slow computer, seed ${process.env.RIPEN_SLOW}`);
}
