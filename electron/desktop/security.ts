// Electron security settings: permissions, network, downloads, navigation, new windows, webviews.
import { type App, app, type Session, type WebContents } from 'electron';
import { appOrigin, appScheme } from './assets.ts';
import { forbiddenSwitches } from './environment.ts';

/** Permissions are all granted unless handlers say no. Copying text is the one we use. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** True when the app was started with a switch that opens it to another program. */
export function isStartedForDebugging(from: App): boolean {
  return forbiddenSwitches.some(name => from.commandLine.hasSwitch(name));
}

/** Makes a session refuse every permission, device, download and request that is not our own page. */
function secureSession(session: Session, { devTools }: { readonly devTools: boolean }): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(allowed.has(permission) && contents.getURL().startsWith(`${appOrigin}/`));
  });
  session.setPermissionCheckHandler((_, permission, origin) => {
    return allowed.has(permission) && (origin === appOrigin || origin === `${appOrigin}/`);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_, answer) => answer({}));
  session.on('will-download', event => event.preventDefault());
  // The languages first: with only the checker off, Chromium still fetches a dictionary from Google at the start.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, devTools) }));
}

/** Pictures made in the page (data:, blob:) never leave it; the content security policy says where they may stand. */
function mayLoad(url: string, devTools: boolean): boolean {
  if (url.startsWith(`${appOrigin}/`) || url.startsWith(`blob:${appOrigin}/`) || url.startsWith('data:image/'))
    return true;
  return devTools && url.startsWith('devtools:');
}

/** Guards every session and every page of this app. Must run before the app is ready. */
export function guardEverything(options: { readonly devTools: boolean }): void {
  // Below all else: no name and no address resolves, whichever part of Chromium asks.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('session-created', session => secureSession(session, options));
  app.on('web-contents-created', (_, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  const reject = (event: { readonly preventDefault: () => void }) => event.preventDefault();
  contents.on('will-navigate', reject);
  contents.on('will-frame-navigate', reject);
  contents.on('will-redirect', reject);
  contents.on('will-attach-webview', reject);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The only address a window of ours loads. */
export const pageAddress = `${appScheme}://ripen/index.html`;
