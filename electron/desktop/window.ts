// Makes Ripen's window: the only place where a BrowserWindow is created.
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { pageAddress } from './security.ts';
import { fitToScreens, readWindowState, smallest, usual, writeWindowState } from './window-state.ts';

/** --paper of tokens.css in light and dark, so that the window never flashes white before the page paints. */
const windowColors = { light: '#fbf9f5', dark: '#131a17' } as const;
const windowColor = () => (nativeTheme.shouldUseDarkColors ? windowColors.dark : windowColors.light);

export type WindowOptions = {
  /** Path of the preload script. */
  readonly preload: string;
  /** Path of the picture for the task bar; Windows and macOS take the program's own. */
  readonly icon: string;
  /** Asked before the window closes; what the page holds is saved by then, or the owner has said that it may go. */
  readonly mayClose: () => Promise<boolean>;
  /** Asked first: true leaves Ripen in the tray, and the window is hidden. */
  readonly staysInTray: () => boolean;
  /** The page has died and is about to come back. */
  readonly onPageDied: () => void;
  /** The page keeps dying. */
  readonly onHopeless: () => void;
};

/** Opens the window where it stood last, and shows it once there is something to see. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { preload, icon, mayClose, staysInTray, onPageDied, onHopeless } = options;
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(stateFile);
  nativeTheme.themeSource = state.appearance;
  const bounds = fitToScreens(
    state.bounds,
    screen.getAllDisplays().map(display => display.workArea),
  );
  const window = new BrowserWindow({
    ...usual,
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Ripen',
    ...(process.platform === 'linux' ? { icon } : {}),
    show: false,
    backgroundColor: windowColor(),
    // Electron's defaults carry the rest: no Node in the page, its own context, web security, no webviews.
    webPreferences: { preload, sandbox: true, spellcheck: false, devTools: !app.isPackaged },
  });
  if (state.maximized) window.maximize();
  showWhenDrawn(window);
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(windowColor());
  });
  window.on('close', event => {
    writeWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      appearance: nativeTheme.themeSource,
    });
    // Not closed but destroyed in the end, which asks nobody again.
    event.preventDefault();
    if (staysInTray()) return window.hide();
    void mayClose().then(may => may && !window.isDestroyed() && window.destroy());
  });
  reloadAfterCrash(window, onPageDied, onHopeless);
  void window.loadURL(pageAddress);
  return window;
}

/** A second after the page has loaded the window is shown also when Chromium has not told of a first frame, which it may never do. */
function showWhenDrawn(window: BrowserWindow): void {
  let shown = false;
  const show = () => {
    if (shown || window.isDestroyed()) return;
    shown = true;
    window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', () => setTimeout(show, 1000));
}

/** A window that nobody sees, for a page that is printed. */
export function createPrintWindow(preload: string): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 760,
    height: 1000,
    backgroundColor: '#ffffff',
    webPreferences: { preload, sandbox: true, spellcheck: false, devTools: false, backgroundThrottling: false },
  });
}

/** Brings a window to the front, also when it is minimised. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Fills the screen, or gives the frame back; answers how it was before. */
export function setFullScreen(window: BrowserWindow, on: boolean): boolean {
  const was = window.isFullScreen();
  if (was !== on) window.setFullScreen(on);
  return was;
}

/** Frames, menus and the first paint in light, dark, or as the computer is set. */
export function applyAppearance(appearance: 'system' | 'light' | 'dark'): void {
  if (nativeTheme.themeSource !== appearance) nativeTheme.themeSource = appearance;
}

const crashesAtMost = 3;

/** The data lives in the main process, so a page that died comes back where it was; not endlessly. */
function reloadAfterCrash(window: BrowserWindow, onPageDied: () => void, onHopeless: () => void): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (++crashes > crashesAtMost) return onHopeless();
    onPageDied();
    const { hash } = new URL(window.webContents.getURL() || pageAddress);
    void window.loadURL(`${pageAddress}${hash}`);
  });
}
