// The drawings that icons are made from, and where the icons are.
import { join } from 'node:path';
import { ROOT } from '../paths.ts';

/** The program, and a workspace file of it. */
export const drawings = {
  app: join(ROOT, 'build', 'icon.svg'),
  file: join(ROOT, 'build', 'icons', 'file.svg'),
} as const;

/** Beside the pictures: hash of the drawing they were made from. */
export const madeFrom = 'made-from.txt';

/** Path in the folder of icons. */
export const iconFile = (...parts: readonly string[]): string => join(ROOT, 'build', 'icons', ...parts);
