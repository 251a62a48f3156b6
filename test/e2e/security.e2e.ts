// One proof per row of Electron's security list, in real Electron. The numbers are the rows of that list; row 16 is a unit
// test of the pinned version, row 19 (fuses) and the switches of a released app are proved on the package.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST } from '../../build/paths.ts';
import { launchRipen } from './support/launch.ts';
import { inMain, openForeignWindow, preferencesOf, violationsWhile } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen;
let server: Server;
let numerator: string[] = [];
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    numerator.push(request.url ?? '');
    response.end('hello');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ripen = await launchRipen();
});
afterAll(async () => {
  await ripen?.close();
  server?.close();
});

/** Runs in the page as the page's own code, later than the debugger's leave to use eval. */
const inPage = <T, A>(work: (given: A) => T | Promise<T>, given: A): Promise<T> =>
  ripen.page.evaluate(work as never, given) as Promise<T>;

describe('what the page is given', () => {
  it('2 has no Node', async () => {
    const found = await inPage(
      names => names.filter(name => name in globalThis),
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'],
    );
    expect(found).toEqual([]);
    expect(await preferencesOf(ripen)).toMatchObject({ nodeIntegration: false });
  });

  it('3 has a context of its own', async () => {
    expect(await preferencesOf(ripen)).toMatchObject({ contextIsolation: true });
    // What the page does to its own prototypes does not reach the preload script.
    const answer = await inPage(async () => {
      const push = Array.prototype.push;
      Array.prototype.push = () => 0;
      const state = await (window as never as RipenWindow).ripen.call('workspaces.state', {});
      Array.prototype.push = push;
      return state;
    }, null);
    expect(answer).toMatchObject({ ok: true });
  });

  it('4 is in a sandbox', async () => {
    expect(await preferencesOf(ripen)).toMatchObject({ sandbox: true });
  });

  it('20 gets five functions and nothing of Electron', async () => {
    const shape = await inPage(() => {
      const { ripen } = window as never as { ripen: Record<string, unknown> };
      return Object.fromEntries(Object.entries(ripen).map(([name, value]) => [name, typeof value]));
    }, null);
    expect(shape).toEqual({
      call: 'function',
      onChanged: 'function',
      onProgress: 'function',
      onMenu: 'function',
      tokenForFile: 'function',
    });
    // A listener hears the message alone, never the event that carries `sender`.
    const heard = inPage(
      () => new Promise<unknown[]>(resolve => (window as never as RipenWindow).ripen.onMenu((...all) => resolve(all))),
      null,
    );
    const sent = setInterval(() => void inMain(ripen, sendProbe), 200);
    expect(await heard).toEqual(['probe']);
    clearInterval(sent);
  });
});

describe('what the page may load and run', () => {
  it('1 loads nothing from anywhere but Ripen itself, whoever asks', async () => {
    numerator = [];
    const wanted = await inPage(async address => {
      const image = new Image();
      const failed = new Promise(resolve => {
        image.onerror = () => resolve('image refused');
        image.onload = () => resolve('image loaded');
      });
      image.src = `${address}/picture.png`;
      return [
        await failed,
        await fetch(address)
          .then(() => 'fetched')
          .catch(() => 'fetch refused'),
      ];
    }, origin);
    expect(wanted).toEqual(['image refused', 'fetch refused']);
    // Below the content security policy: a window of ours that asks for a site is canceled by the session itself.
    const loaded = await inMain(
      ripen,
      async ({ BrowserWindow }, address) => {
        const window = new BrowserWindow({ show: false });
        const answer = await window.loadURL(address).then(
          () => 'loaded',
          (error: Error) => error.message,
        );
        window.destroy();
        return answer;
      },
      origin,
    );
    expect(loaded).toMatch(/ERR_BLOCKED_BY_CLIENT/);
    expect(numerator).toEqual([]);
  });

  it('7 runs no code and no HTML from strings: the policy is strict, and comes as a header', async () => {
    const header = await inMain(ripen, async ({ session }) => {
      const answer = await session.defaultSession.fetch('app://ripen/index.html');
      return answer.headers.get('content-security-policy');
    });
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'none'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(header?.split('; ')).toContain(part);
    }
    expect(header).not.toMatch(/unsafe|https?:|\*/);

    const tries: readonly [what: string, code: () => void, directive: string][] = [
      [
        'HTML from a string',
        () => {
          document.body.innerHTML += '<img src=x onerror="globalThis.pwned = 1">';
        },
        'require-trusted-types-for',
      ],
      // biome-ignore lint/security/noGlobalEval: that it is refused is the point
      ['eval', () => void eval('globalThis.pwned = 2'), 'script-src|require-trusted-types-for'],
      ['new Function', () => void new Function('globalThis.pwned = 3')(), 'script-src|require-trusted-types-for'],
      [
        'an event handler in an attribute',
        () => {
          const image = document.createElement('img');
          image.setAttribute('onerror', 'globalThis.pwned = 4');
          image.src = 'data:image/png;base64,AAAA';
          document.body.append(image);
        },
        'script-src-attr|require-trusted-types-for',
      ],
      [
        'a script element',
        () => {
          const script = document.createElement('script');
          script.append('globalThis.pwned = 5');
          document.body.append(script);
        },
        'script-src-elem|require-trusted-types-for',
      ],
      ['a style attribute', () => document.body.setAttribute('style', 'background: red'), 'style-src-attr'],
    ];
    for (const [what, code, directive] of tries) {
      const refused = await violationsWhile(ripen.page, code);
      expect(refused, what).toEqual(expect.arrayContaining([expect.stringMatching(directive)]));
    }
    expect(await inPage(() => 'pwned' in globalThis, null)).toBe(false);
  });

  it('6 8 9 10 has the web’s own safety on and no experiments', async () => {
    const preferences = await preferencesOf(ripen);
    expect(preferences.webSecurity).toBe(true);
    expect(preferences.allowRunningInsecureContent ?? false).toBe(false);
    expect(preferences.experimentalFeatures ?? false).toBe(false);
    expect(preferences.enableBlinkFeatures || '').toBe('');
  });

  it('18 serves files of the built page only, and never file://', async () => {
    const served = await inMain(
      ripen,
      ({ session }, addresses) =>
        Promise.all(
          addresses.map(async address => {
            const answer = await session.defaultSession.fetch(address).catch(() => undefined);
            return [address, answer?.status ?? 'failed'] as const;
          }),
        ),
      [
        'app://ripen/index.html',
        'app://ripen/../../package.json',
        'app://ripen/%2e%2e/%2e%2e/package.json',
        'app://ripen/..%2f..%2fpackage.json',
        'app://ripen/..%5c..%5cpackage.json',
        'app://ripen/index.html%00.png',
        'app://ripen/%E0%A4%A',
        'app://other/index.html',
      ],
    );
    expect(served.map(([, status]) => status)).toEqual([200, 404, 404, 404, 404, 404, 404, expect.anything()]);
    expect(served.at(-1)?.[1]).not.toBe(200);

    const file = await inMain(ripen, async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const answer = await window.loadFile('/etc/hostname').then(
        () => 'loaded',
        (error: Error) => error.message,
      );
      window.destroy();
      return answer;
    });
    expect(file).toMatch(/ERR_/);
  });
});

describe('what the page may ask of the system', () => {
  it('5 gets no permission: no place, no camera, no notification, no reading of the clipboard', async () => {
    const answers = await inPage(async () => {
      const place = await new Promise(resolve =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          error => resolve(error.code),
        ),
      );
      const appError = (error: Error) => error.name;
      return {
        place,
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', appError),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', appError),
        notification: await Notification.requestPermission(),
        known: (await navigator.permissions.query({ name: 'geolocation' })).state,
        clipboard: await navigator.clipboard.readText().then(() => 'granted', appError),
        midi: await navigator.requestMIDIAccess().then(() => 'granted', appError),
        usb: (await (navigator as never as { usb: { getDevices(): Promise<unknown[]> } }).usb.getDevices()).length,
      };
    }, null);
    expect(answers).toEqual({
      place: 1,
      camera: expect.stringMatching(/NotAllowed|NotFound/),
      screen: expect.stringMatching(/NotAllowed|NotSupported|InvalidState|Abort/),
      notification: 'denied',
      known: 'denied',
      clipboard: 'NotAllowedError',
      midi: expect.stringMatching(/NotAllowed|Security/),
      usb: 0,
    });
  });

  it('11 12 gets no webview, even in a window that allows them', async () => {
    const count = () => inMain(ripen, ({ webContents }) => webContents.getAllWebContents().length);
    const before = await count();
    await inPage(() => void document.body.append(document.createElement('webview')), null);
    expect(await preferencesOf(ripen)).toMatchObject({ webviewTag: false });
    const attached = await inMain(ripen, async ({ BrowserWindow, webContents }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
      await window.loadURL('app://ripen/index.html');
      const all = webContents.getAllWebContents().length;
      await window.webContents.executeJavaScript(
        `{ const view = document.createElement('webview'); view.src = 'app://ripen/index.html'; document.body.append(view); }`,
      );
      await new Promise(resolve => setTimeout(resolve, 500));
      const more = webContents.getAllWebContents().length - all;
      window.destroy();
      return more;
    });
    expect(attached).toBe(0);
    await expect.poll(count).toBe(before);
  });

  it('13 goes nowhere: not by script, link, form, frame or a dropped file', async () => {
    const start = ripen.page.url();
    numerator = [];
    // A page that was left, even for a copy of itself, would have lost this.
    await inPage(() => Object.assign(globalThis, { stayed: true }), null);
    const attempts: readonly ((address: string) => void)[] = [
      () => location.assign('app://ripen/index.html?again'),
      () => location.reload(),
      address => {
        location.href = address;
      },
      address => location.replace(address),
      address => {
        const link = document.createElement('a');
        link.href = address;
        document.body.append(link);
        link.click();
      },
      address => {
        const form = document.createElement('form');
        form.action = address;
        document.body.append(form);
        form.submit();
      },
      address => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      },
      () => {
        location.href = 'file:///etc/hostname';
      },
    ];
    for (const attempt of attempts) {
      await inPage(attempt as (address: string) => void, origin);
      await ripen.page.waitForTimeout(150);
      expect(ripen.page.url()).toBe(start);
    }
    await dropFile(join(DIST, 'renderer', 'index.html'));
    expect(ripen.page.url()).toBe(start);
    expect(await inPage(() => 'stayed' in globalThis, null)).toBe(true);
    expect(numerator).toEqual([]);
  });

  it('14 opens no window', async () => {
    const opened = await inPage(address => {
      const link = document.createElement('a');
      link.href = address;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      return [window.open(address), window.open('app://ripen/index.html'), window.open('about:blank')];
    }, origin);
    expect(opened).toEqual([null, null, null]);
    expect(await inMain(ripen, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('15 starts no other program, whatever a link says', async () => {
    await inMain(ripen, ({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async address => void opened.push(address);
      shell.openPath = async path => String(opened.push(path));
    });
    await inPage(async () => {
      for (const address of [
        'file:///etc',
        'javascript:1',
        'ms-msdt:/id',
        'smb://host/share',
        '\\\\host\\share',
        'tel:1',
        ' https:x',
      ]) {
        const link = document.createElement('a');
        link.href = address;
        document.body.append(link);
        link.click();
        link.target = '_blank';
        link.click();
      }
    }, null);
    await ripen.page.waitForTimeout(300);
    expect(await inMain(ripen, () => (globalThis as never as { opened: string[] }).opened)).toEqual([]);
  });

  it('15 asks before a web page is opened, and says of which host', async () => {
    await inMain(ripen, ({ dialog, shell }) => {
      const [wanted, opened]: [string[], string[]] = [[], []];
      Object.assign(globalThis, { wanted, opened });
      shell.openExternal = async address => void opened.push(address);
      dialog.showMessageBox = (async (...given: { message: string }[]) => {
        wanted.push(given.at(-1)?.message ?? '');
        return { response: wanted.length === 1 ? 0 : 1, checkboxChecked: wanted.length === 2 };
      }) as never;
    });
    const open = (url: string) =>
      inPage(address => (window as never as RipenWindow).ripen.call('links.open', { url: address }), url);
    expect(await open('https://www.mill.example/a')).toEqual({ ok: true, value: { opened: false } });
    expect(await open('https://www.mill.example/b')).toEqual({ ok: true, value: { opened: true } });
    expect(await open('https://www.mill.example/c')).toEqual({ ok: true, value: { opened: true } });
    expect(await open('https://xn--mll-hoa.example/')).toEqual({ ok: true, value: { opened: true } });
    const { wanted, opened } = await inMain(ripen, () => globalThis as never as { wanted: string[]; opened: string[] });
    expect(wanted.map(message => / of (\S+) in your browser/.exec(message)?.[1])).toEqual([
      'www.mill.example',
      'www.mill.example',
      'xn--mll-hoa.example',
    ]);
    expect(opened).toHaveLength(3);
  });

  it('17 is heard only as Ripen’s own page, only within the contract and only in bearable size', async () => {
    const answers = await inPage(async () => {
      const { ripen } = window as never as RipenWindow;
      const hostile = JSON.parse('{"__proto__":{"polluted":true},"constructor":{}}');
      return {
        unknown: await ripen.call('app.quit', {}),
        inherited: await ripen.call('constructor', {}),
        prototype: await ripen.call('__proto__', {}),
        notAName: await ripen.call({} as never, {}),
        hostile: await ripen.call('workspaces.state', hostile),
        huge: await ripen.call('workspaces.state', { text: 'x'.repeat(50_000_000) }),
        good: await ripen.call('workspaces.state', {}),
      };
    }, null);
    expect(answers.good).toMatchObject({ ok: true });
    for (const name of ['unknown', 'inherited', 'prototype', 'notAName', 'huge'] as const) {
      expect(answers[name], name).toMatchObject({ ok: false });
    }
    expect(await inMain(ripen, () => 'polluted' in {})).toBe(false);
    expect(await openForeignWindow(ripen, join(DIST, 'electron', 'preload.cjs'))).toMatch(/Refused/);
  });
});

it('1 reached for nothing beyond its own page while all of this ran', async () => {
  const { network } = await ripen.close();
  expect(network.filter(line => !line.includes('127.0.0.1'))).toEqual([]);
});

type RipenWindow = {
  readonly ripen: {
    readonly call: (name: string, input: unknown) => Promise<unknown>;
    readonly onMenu: (fn: (...all: unknown[]) => void) => void;
  };
};

const sendProbe = ({ BrowserWindow }: typeof import('electron')) =>
  BrowserWindow.getAllWindows()[0]?.webContents.send('ripen:menu', 'probe');

/** Drops a file on the middle of the window, as the system would. */
async function dropFile(path: string): Promise<void> {
  const cdp = await ripen.page.context().newCDPSession(ripen.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await ripen.page.waitForTimeout(300);
}
