// Starts Ripen: closes the doors, shows the window, and opens the last workspace behind it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, session, utilityProcess } from 'electron';
import { createDialogs } from './dialogs.ts';
import { isTestPackage, readEnvironment } from './environment.ts';
import type { Host, HostOptions } from './host.ts';
import { changedChannel, menuChannel, progressChannel } from './ipc/channels.ts';
import { type Call, registerIpc } from './ipc/register.ts';
import { createLog } from './log.ts';
import { showMenu } from './menu.ts';
import { declareScheme, servePage } from './protocol.ts';
import { guardEverything, isStartedForDebugging } from './security.ts';
import { createWindow, focusWindow } from './window.ts';

const dist = join(import.meta.dirname, '..');
const isOpen = !app.isPackaged || isTestPackage;
const environment = readEnvironment(process.env, isOpen, Date.now);
if (environment.userData) app.setPath('userData', environment.userData);

let window: BrowserWindow | undefined;
let host: Promise<Host> | undefined;
let closeHost = () => {};

function start(): void {
  // Root, as test machines are, cannot start Chromium's sandbox; a released app insists on it all the same.
  if (!isOpen || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declareScheme();
  guardEverything({ devTools: !app.isPackaged });
  // Otherwise Electron builds its own menu first, with reload and inspect in it.
  Menu.setApplicationMenu(null);
  app.on('second-instance', (_, argv) => {
    if (window) focusWindow(window);
    const file = workspaceIn(argv);
    if (file) void call('workspaces.open', { file });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => closeHost());
  void Promise.all([app.whenReady(), environment.waitForTest ? testAttached() : undefined]).then(open);
}

/** Playwright calls a function of this name in the main process as soon as it has attached. */
function testAttached(): Promise<void> {
  return new Promise(resolve => {
    Object.assign(globalThis, { __playwright_run: resolve });
  });
}

function open(): void {
  servePage(session.defaultSession, join(dist, 'renderer'));
  registerIpc(call);
  window = createWindow(join(dist, 'electron', 'preload.cjs'));
}

/** The host is loaded by the first call, which comes when the page has painted: the database never delays the window. */
const call: Call = async (name, input) => {
  host ??= openHost();
  return (await host).call(name, input);
};

async function openHost(): Promise<Host> {
  const [{ createHost }, { separateParser, utilityParser }] = await Promise.all([
    import('./host.ts'),
    import('./jobs/import-parser/separate.ts'),
  ]);
  const parser = separateParser(() => utilityParser(startParser()));
  const opened = createHost({ ...hostOptions(), parser });
  closeHost = () => {
    parser.close();
    opened.close();
  };
  const file = workspaceIn(process.argv);
  if (file) await opened.call('workspaces.open', { file });
  return opened;
}

/** Files of strangers are read in a process of its own, with a bounded heap, which can be ended at any moment. */
function startParser(): Electron.UtilityProcess {
  return utilityProcess.fork(join(dist, 'electron', 'jobs', 'import-parser.worker.js'), [], {
    serviceName: 'Ripen import',
    execArgv: ['--max-old-space-size=320'],
    stdio: 'ignore',
  });
}

function hostOptions(): HostOptions {
  const folder = app.getPath('userData');
  return {
    folder,
    migrationsFolder: join(dist, 'migrations'),
    now: environment.now,
    addon: environment.addon ?? packagedAddon(),
    locale: app.getSystemLocale(),
    log: createLog(join(folder, 'ripen.log'), Date.now),
    dialogs: createDialogs(() => window),
    emit: { changed: tellPage(changedChannel), progress: tellPage(progressChannel) },
    onMenu: state => showMenu(state, { send: tellPage(menuChannel), call: (name, input) => void call(name, input) }),
  };
}

function tellPage(channel: string): (message: unknown) => void {
  return message => {
    if (window && !window.isDestroyed()) window.webContents.send(channel, message);
  };
}

/** The workspace file that the system was asked to open with Ripen, if any. */
function workspaceIn(argv: readonly string[]): string | undefined {
  return argv.slice(1).find(argument => !argument.startsWith('-') && argument.endsWith('.ripen'));
}

/** A package built on the carried Electron brings its own compiled addon. */
function packagedAddon(): string | undefined {
  const file = join(process.resourcesPath, 'better_sqlite3.node');
  return app.isPackaged && existsSync(file) ? file : undefined;
}

if (app.isPackaged && !isTestPackage && isStartedForDebugging(app)) {
  console.error('Ripen does not start with a debugging port open.');
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  start();
} else {
  app.exit(0);
}
