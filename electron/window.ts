// Makes Ripen's window: the only place where a BrowserWindow is created.
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { pageAddress } from './security.ts';
import { fitToScreens, readWindowState, smallest, usual, writeWindowState } from './window-state.ts';

/** --paper of tokens.css in light and dark, so that the window never flashes white before the page paints. */
const paper = { light: '#fbf9f5', dark: '#131a17' } as const;
const paperNow = () => (nativeTheme.shouldUseDarkColors ? paper.dark : paper.light);

/** Opens the window where it stood last, and shows it once there is something to see. `preload` is a path. */
export function createWindow(preload: string): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(stateFile);
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
    show: false,
    backgroundColor: paperNow(),
    // Electron's defaults carry the rest: no Node in the page, its own context, web security, no webviews.
    webPreferences: { preload, sandbox: true, spellcheck: false, devTools: !app.isPackaged },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paperNow());
  });
  window.on('close', () => {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  reloadAfterCrash(window);
  void window.loadURL(pageAddress);
  return window;
}

/** Brings a window to the front, also when it is minimised. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The data lives in the main process, so a page that died comes back as it was; not endlessly. */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed() || ++crashes > 3) return;
    void window.loadURL(pageAddress);
  });
}
