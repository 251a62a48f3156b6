// Starts Ripen: closes the doors, shows the window, and opens the last workspace behind it.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, powerMonitor, safeStorage, session, shell, utilityProcess } from 'electron';
import { beforeCloseMessage, leadAction } from '../shared/actions.ts';
import { createDialogs } from './desktop/dialogs.ts';
import { isTestPackage, readEnvironment } from './desktop/environment.ts';
import type { HostOptions } from './desktop/host-options.ts';
import { createLog } from './desktop/log.ts';
import { showMenu } from './desktop/menu.ts';
import { createNotifier } from './desktop/notifier.ts';
import { printer } from './desktop/print.ts';
import { declareScheme, servePage } from './desktop/protocol.ts';
import { createQuitGuard } from './desktop/quit-guard.ts';
import { reportSources } from './desktop/report-sources.ts';
import { systemSecrets } from './desktop/secrets.ts';
import { guardEverything, isStartedForDebugging } from './desktop/security.ts';
import type { Host } from './desktop/session.ts';
import { createTray } from './desktop/tray.ts';
import { applyAppearance, createWindow, focusWindow, setFullScreen } from './desktop/window.ts';
import { changedChannel, menuChannel, progressChannel } from './ipc/channels.ts';
import { type Call, registerIpc } from './ipc/register.ts';
import { slowDown } from './ipc/slow.ts';
import type { PlaceProcess } from './sharing/place-elsewhere.ts';

const dist = join(import.meta.dirname, '..');
const preload = join(dist, 'electron', 'preload.cjs');
const isOpen = !app.isPackaged || isTestPackage;
const environment = readEnvironment(process.env, isOpen, Date.now);
if (environment.userData) app.setPath('userData', environment.userData);

let window: BrowserWindow | undefined;
let host: Promise<Host> | undefined;
let opened: Host | undefined;
let closeProcesses = () => {};
/** A file that macOS asked for before the host was loaded. */
let askedFile: string | undefined;
/** The system is going down, or somebody who cannot answer has asked us to end. */
let inHurry = false;
/** Ripen is to end, not only its window to close. */
let isQuitting = false;

const dialogs = createDialogs(() => window);
const quitGuard = createQuitGuard({
  notifyPage: () => notifyPage(menuChannel)(beforeCloseMessage),
  confirm: (doubt, withdrawn) => {
    // Nobody answers a question over a window that is in the tray.
    if (window && !window.isVisible()) focusWindow(window);
    return dialogs.confirmQuit(doubt, withdrawn);
  },
});
const tray = createTray({
  icon: join(dist, 'icon.png'),
  open: () => window && focusWindow(window),
  quit: () => app.quit(),
});

function start(): void {
  // Root, as test machines are, cannot start Chromium's sandbox; a released app insists on it all the same.
  if (!isOpen || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Windows shows notifications under the name that the installer gave to this id.
  if (process.platform === 'win32') app.setAppUserModelId('com.ripen.desktop');
  declareScheme();
  guardEverything({ devTools: !app.isPackaged });
  // Otherwise Electron builds its own menu first, with reload and inspect in it.
  Menu.setApplicationMenu(null);
  app.on('second-instance', (_, argv, cwd) => {
    if (window) focusWindow(window);
    const file = workspaceIn(argv, cwd);
    if (file) void openFile(file);
  });
  // macOS names a double-clicked file so, also before the window is there.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (host) void openFile(file);
    else askedFile = file;
  });
  app.on('activate', () => window && focusWindow(window));
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    const told = opened?.close() ?? [];
    closeProcesses();
    if (told.length > 0 && !inHurry) dialogs.sayAtTheEnd(told.join('\n\n'));
  });
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
  if (environment.slow !== undefined) console.log(`Ripen is slow for a test, seed ${environment.slow}`);
  registerIpc(environment.slow === undefined ? call : slowDown(call, environment.slow), async path =>
    (await theHost()).tokenFor(path),
  );
  window = createWindow({
    preload,
    icon: join(dist, 'icon.png'),
    // Without a host the page has not asked for anything yet, and holds nothing.
    mayClose: async () => host === undefined || leave(),
    staysInTray: () => {
      if (!tray.isOn() || isQuitting || inHurry) return false;
      // What stands open is saved; what cannot be stays in the window.
      notifyPage(menuChannel)(beforeCloseMessage);
      return true;
    },
    onPageDied: () => opened?.pageDied(),
    onHopeless: () => {
      void dialogs.say('The Ripen window keeps crashing. Your data is safe. Start Ripen again.').then(quitInHurry);
    },
  });
  powerMonitor.on('resume', () => opened?.woke());
  // Not before the app is ready: Chromium puts its own handlers over earlier ones.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quitInHurry);
  // Windows is logging off: there is no time for an answer, only for saving.
  window.on('session-end', () => {
    isQuitting = true;
    notifyPage(menuChannel)(beforeCloseMessage);
  });
}

/** The page has saved what it could, or the owner lets it go; then what follows the workspace is written. */
async function leave(): Promise<boolean> {
  const may = (await quitGuard.leave({ mayAsk: !inHurry })) && ((await opened?.finish({ inHurry })) ?? true);
  if (!may) isQuitting = false;
  return may;
}

/** A click on a notification: the window, at the lead it is about. */
function openLead(leadId: string | null): void {
  if (!window || window.isDestroyed()) return;
  focusWindow(window);
  notifyPage(menuChannel)(leadId === null ? 'go-today' : leadAction(leadId));
}

function quitInHurry(): void {
  inHurry = true;
  app.quit();
}

/** Opens a workspace that the system names; says why not in a box, since nobody in the page has asked for it. */
async function openFile(file: string): Promise<void> {
  const result = await (await theHost()).openFile(file);
  if (!result.ok) await dialogs.say(result.error.message);
}

/** The host is loaded by the first call, which comes when the page has painted: the database never delays the window. */
const theHost = (): Promise<Host> => {
  host ??= openHost();
  return host;
};
const call: Call = async (name, input) => (await theHost()).call(name, input);

async function openHost(): Promise<Host> {
  const [
    { createHost },
    { separateParser, utilityParser },
    { separateLineParser },
    { checkElsewhere },
    { mendElsewhere },
    { placesElsewhere },
  ] = await Promise.all([
    import('./desktop/session.ts'),
    import('./jobs/import-parser/separate.ts'),
    import('./jobs/line-parser/separate.ts'),
    import('./backups/checking.ts'),
    import('./backups/mending.ts'),
    import('./sharing/place-elsewhere.ts'),
  ]);
  const parser = separateParser(() => utilityParser(startParser()));
  const lines = separateLineParser(startLineParser);
  const places = placesElsewhere(startPlaces);
  const created = createHost({
    ...hostOptions(),
    parser,
    lineParser: lines.parse,
    folderOf: places.placeOf,
    checkCopy: checkElsewhere(startChecker),
    mend: mendElsewhere(startChecker),
  });
  opened = created;
  closeProcesses = () => {
    parser.close();
    lines.close();
    places.close();
  };
  const file = askedFile ?? workspaceIn(process.argv, process.cwd());
  const result = file === undefined ? undefined : await created.openFile(file);
  if (result?.ok === false) void dialogs.say(result.error.message);
  return created;
}

/** A worker of ours in a process of its own, which can be ended at any moment. */
const startProcess = (worker: string, serviceName: string, execArgv: string[] = []): Electron.UtilityProcess =>
  utilityProcess.fork(join(dist, 'electron', 'jobs', `${worker}.worker.js`), [], {
    serviceName,
    execArgv,
    stdio: 'ignore',
  });

/** Files of strangers are read with a bounded heap. */
const startParser = () =>
  startProcess('import-parser', 'Ripen import', ['--max-old-space-size=320', '--max-semi-space-size=16']);

/** Reading the first line takes a fifth of a second: not in the process that answers the window. */
const startLineParser = () => startProcess('line-parser', 'Ripen log line');

/** Looking at every page of a backup takes seconds: not in the process that answers the window. */
const startChecker = () => startProcess('check', 'Ripen backup check');

/** The folder of a cloud client may not answer: that process can be ended. */
function startPlaces(): PlaceProcess {
  const started = startProcess('place', 'Ripen sharing');
  return {
    post: question => started.postMessage(question),
    onMessage: hear => void started.on('message', hear),
    onExit: hear => void started.on('exit', hear),
    kill: () => void started.kill(),
  };
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
    dialogs,
    print: printer(preload),
    secrets: systemSecrets(safeStorage),
    version: app.getVersion(),
    licenses: () => readFileSync(join(dist, 'LICENSES.txt'), 'utf8'),
    reportSources: () => reportSources(folder, join(dist, 'electron')),
    showFile: file => shell.showItemInFolder(file),
    fullScreen: on => window !== undefined && setFullScreen(window, on),
    notifier: createNotifier(),
    openLead,
    keepInTray: tray.keep,
    onSettled: quitGuard.pageState,
    emit: { changed: notifyPage(changedChannel), progress: notifyPage(progressChannel) },
    onMenu: state => {
      showMenu(state, notifyPage(menuChannel));
      applyAppearance(state.appearance);
    },
  };
}

function notifyPage(channel: string): (message: unknown) => void {
  return message => {
    if (window && !window.isDestroyed()) window.webContents.send(channel, message);
  };
}

/** The workspace file that the system was asked to open with Ripen, if any; named as seen from the folder of that start. */
function workspaceIn(argv: readonly string[], cwd: string): string | undefined {
  const named = argv.slice(1).find(argument => !argument.startsWith('-') && /\.ripen$/i.test(argument));
  return named === undefined ? undefined : resolve(cwd, named);
}

/** Prints the page of the self-check and ends; beside a Ripen that runs, and without a trace in its folder. */
async function checkItself(): Promise<void> {
  const { selfCheck } = await import('./desktop/self-check.ts');
  const { ok, page } = await selfCheck({
    version: app.getVersion(),
    migrationsFolder: join(dist, 'migrations'),
    addon: environment.addon ?? packagedAddon(),
    executable: process.execPath,
    package: app.isPackaged ? (isTestPackage ? 'test' : 'release') : 'none',
    now: Date.now,
  });
  process.stdout.write(page, () => app.exit(ok ? 0 : 1));
}

/** A package built on the carried Electron brings its own compiled addon. */
function packagedAddon(): string | undefined {
  const file = join(process.resourcesPath, 'better_sqlite3.node');
  return app.isPackaged && existsSync(file) ? file : undefined;
}

if (app.isPackaged && !isTestPackage && isStartedForDebugging(app)) {
  console.error('Ripen does not start with a debugging port open.');
  app.exit(1);
} else if (app.commandLine.hasSwitch('self-check')) {
  void checkItself();
} else if (app.requestSingleInstanceLock()) {
  start();
} else {
  app.exit(0);
}
