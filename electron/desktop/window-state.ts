// Window position, checked against the current screens. Free of Electron.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type WindowState = {
  readonly bounds: Rectangle | undefined;
  readonly maximized: boolean;
  /** Of the workspace open last, so that the next window does not flash in the other one. */
  readonly appearance: 'system' | 'light' | 'dark';
};

/** Smallest window in which every screen works, in CSS pixels. */
export const smallest = { width: 960, height: 640 } as const;
/** What a first window asks for. */
export const usual = { width: 1360, height: 860 } as const;

/** Reads the state; a missing or odd file counts as none. */
export function readWindowState(file: string): WindowState {
  try {
    const read: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    const { x, y, width, height, maximized } = read;
    const appearance = read.appearance === 'light' || read.appearance === 'dark' ? read.appearance : 'system';
    if (isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height)) {
      return { bounds: { x, y, width, height }, maximized: maximized === true, appearance };
    }
  } catch {
    // Fall through: as if there had been no file.
  }
  return { bounds: undefined, maximized: false, appearance: 'system' };
}

// By hand and not with zod: this runs before the first window, and loading zod would be felt.
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** Writes the state whole or not at all. A full disk must not keep the window from closing. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(
      `${file}.new`,
      JSON.stringify({ ...state.bounds, maximized: state.maximized, appearance: state.appearance }),
    );
    renameSync(`${file}.new`, file);
  } catch {
    // The window then opens at its usual place.
  }
}

/** Old bounds as far as they still fit one of the screens; undefined when the window would be out of sight. */
export function fitToScreens(bounds: Rectangle | undefined, screens: readonly Rectangle[]): Rectangle | undefined {
  if (!bounds) return undefined;
  // Enough of the title bar must be on a screen to take hold of it.
  const holds = (screen: Rectangle) =>
    bounds.x + bounds.width >= screen.x + 100 &&
    bounds.x <= screen.x + screen.width - 100 &&
    bounds.y >= screen.y - 10 &&
    bounds.y <= screen.y + screen.height - 40;
  const screen = screens.find(holds);
  if (!screen) return undefined;
  return {
    x: bounds.x,
    y: bounds.y,
    width: Math.max(smallest.width, Math.min(bounds.width, screen.width)),
    height: Math.max(smallest.height, Math.min(bounds.height, screen.height)),
  };
}
