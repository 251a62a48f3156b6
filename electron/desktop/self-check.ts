// `--self-check`: one page that says whether Ripen works on this computer, with nothing of its owner in it, to be sent to us.
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { settingsOf } from '../db/file/pragmas.ts';
import { createWorkspace, makeApp } from '../open-workspace.ts';
import { fuses } from './fuses.ts';

export type SelfCheckOptions = {
  readonly version: string;
  readonly migrationsFolder: string;
  readonly addon: string | undefined;
  /** The program whose fuses are read. */
  readonly executable: string;
  readonly package: 'none' | 'test' | 'release';
  readonly now: () => number;
};

type Finding = { readonly ok: boolean; readonly text: string };
export type SelfCheck = { readonly ok: boolean; readonly page: string };

/** Looks at everything, whatever fails on the way. */
export async function selfCheck(options: SelfCheckOptions): Promise<SelfCheck> {
  const looks: readonly (readonly [name: string, look: () => Finding | Promise<Finding>])[] = [
    ['System', system],
    ['Electron', engines],
    ['Fuses', () => lookAtFuses(options)],
    ['Database', () => database(options)],
    ['File settings', () => inScratch(options, fileSettings)],
    ['Scratch workspace', () => inScratch(options, writeAndRead)],
  ];
  const lines: string[] = [];
  let ok = true;
  for (const [name, look] of looks) {
    const found = await attempt(look, options);
    ok &&= found.ok;
    lines.push(`${found.ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${found.text}`);
  }
  const end = ok ? 'Ripen works on this computer.' : 'Ripen does not work on this computer as it should.';
  const day = new Date(options.now()).toISOString().slice(0, 10);
  return { ok, page: [`Ripen ${options.version}, self-check of ${day}`, '', ...lines, '', end, ''].join('\n') };
}

/** A fault is a finding; its sentence goes without paths, which may name a person. */
async function attempt(look: () => Finding | Promise<Finding>, options: SelfCheckOptions): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { ok: false, text: pathsOf(options).reduce((rest, path) => rest.replaceAll(path, '...'), text) };
  }
}

/** Longest first: one may lie in another. */
const pathsOf = ({ addon = '', executable, migrationsFolder }: SelfCheckOptions): readonly string[] =>
  [addon, executable, migrationsFolder, tmpdir(), homedir()]
    .filter(path => path.length > 1)
    .toSorted((one, other) => other.length - one.length);

const system = (): Finding => ({
  ok: true,
  text: `${process.platform} ${release()}, ${process.arch}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
});

const engines = (): Finding => {
  const { electron, chrome, node, modules, napi } = process.versions;
  return {
    ok: electron !== undefined,
    text: `${electron}, Chromium ${chrome}, Node ${node} (modules ${modules}, Node-API ${napi})`,
  };
};

async function lookAtFuses(options: SelfCheckOptions): Promise<Finding> {
  if (options.package === 'none') return { ok: true, text: 'not looked at: this Ripen is not packaged' };
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(options.executable)) };
  const wrong = Object.entries(fuses(options.package === 'test')).filter(([name, on]) => {
    const index = FuseV1Options[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options];
    return wire[index] !== (on ? FuseState.ENABLE : FuseState.DISABLE);
  });
  const count = Object.keys(fuses(false)).length;
  return wrong.length === 0
    ? { ok: true, text: `all ${count} as they should be` }
    : { ok: false, text: `not as they should be: ${wrong.map(([name]) => name).join(', ')}` };
}

/** SQLite's version, asked of the addon that is really loaded. */
const database = (options: SelfCheckOptions): Promise<Finding> =>
  inScratch(options, file => {
    const app = openScratch(options, file);
    try {
      const version = app.reader.pluck<string>('SELECT sqlite_version()')[0];
      return {
        ok: true,
        text: `SQLite ${version}, ${options.addon ? 'addon compiled for this Electron' : 'prebuilt addon'}`,
      };
    } finally {
      app.close();
    }
  });

function fileSettings(file: string, options: SelfCheckOptions): Finding {
  const app = openScratch(options, file);
  try {
    const settings = settingsOf(name => app.reader.pluck(`PRAGMA ${name}`)[0]);
    const text = settings.map(({ name, found }) => `${name} ${String(found)}`).join(', ');
    return { ok: settings.every(({ found, expected }) => found === expected), text };
  } finally {
    app.close();
  }
}

/** What is written before the file is closed is there when it is opened again, and the file is whole. */
async function writeAndRead(file: string, options: SelfCheckOptions): Promise<Finding> {
  const began = performance.now();
  const written = openScratch(options, file);
  const created = await written.call('leads.create', { attributes: { firstName: 'Scratch' } });
  written.close();
  const read = openScratch(options, file);
  try {
    const names = read.reader.pluck<string>('SELECT first_name FROM lead');
    const whole = read.reader.pluck<string>('PRAGMA integrity_check')[0];
    const ok = created.ok && names.length === 1 && names[0] === 'Scratch' && whole === 'ok';
    const took = Math.round(performance.now() - began);
    return {
      ok,
      text: ok ? `written, read and whole, in ${took} ms` : `read ${names.length} of 1 leads, file: ${whole}`,
    };
  } finally {
    read.close();
  }
}

async function inScratch(
  options: SelfCheckOptions,
  work: (file: string, options: SelfCheckOptions) => Finding | Promise<Finding>,
): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-self-check-'));
  try {
    const file = join(folder, 'Scratch.ripen');
    createWorkspace({ ...appOptions(options), file });
    return await work(file, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const openScratch = (options: SelfCheckOptions, file: string) => makeApp({ ...appOptions(options), file });

const appOptions = ({ migrationsFolder, addon, now }: SelfCheckOptions) => ({
  migrationsFolder,
  addon,
  now,
  deviceId: 'self-check',
});
