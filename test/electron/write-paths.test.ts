// Nothing is written over the open workspace, however its path is spelled; and there is no way to write that does not ask.
import { existsSync, linkSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder } from '../../electron/files/backup-folder.ts';
import { looseName } from '../../electron/files/identity.ts';
import type { CallName } from '../../shared/contract.ts';
import { openElsewhere } from '../support/children.ts';
import { fileHash } from '../support/content.ts';
import { startHost } from '../support/host.ts';
import { aFolder } from '../support/workspace.ts';

async function aHostWithAWorkspace() {
  const here = startHost(aFolder(), {
    print: async () => new Uint8Array([1]),
  });
  const folder = aFolder();
  const file = join(folder, 'Mill.ripen');
  here.lead.newWorkspace = file;
  await here.call('workspaces.create', {});
  const { id: ada } = await here.call('leads.create', { attributes: { firstName: 'Ada' } });
  const step = { what: 'Call', on: '2026-06-03', time: null, repeats: null };
  await here.call('nextSteps.save', { leadId: ada, id: null, ...step });
  await here.call('backups.take', {});
  return { ...here, folder, file, ada };
}

/** Other spellings of the open file and of what belongs to it; each is made where it has to be. */
const spellings: readonly (readonly [what: string, spell: (file: string) => string])[] = [
  ['by its own path', file => file],
  ['by a path with a dot in it', file => `${dirname(file)}/./Mill.ripen`],
  ['by a path with a way up in it', file => `${dirname(file)}/../${dirname(file).split('/').at(-1)}/Mill.ripen`],
  ['through a linked folder', file => join(link(dirname(file), join(aFolder(), 'linked')), 'Mill.ripen')],
  ['through a link to it', file => link(file, join(dirname(file), 'linked.csv'))],
  [
    'by a second name of it',
    file => {
      const other = join(dirname(file), 'second.csv');
      linkSync(file, other);
      return other;
    },
  ],
  ['by the log beside it', file => `${file}-wal`],
  ['by the old pages beside it', file => `${file}-journal`],
  ['by its lock', file => `${file}-lock`],
  ['by one of its backups', file => join(backupFolder(file), readdirSync(backupFolder(file))[0] ?? '')],
  ['by a new name among its backups', file => join(backupFolder(file), 'mine.csv')],
  [
    'by a path with another letter case, where the disk does not tell them apart',
    file => (existsSync(file.replace('Mill', 'mILL')) ? file.replace('Mill', 'mILL') : file),
  ],
];

function link(target: string, path: string): string {
  symlinkSync(target, path);
  return path;
}

const calls: readonly (readonly [name: CallName, input: object])[] = [
  ['backups.saveCopy', {}],
  ['exports.save', { jobId: 'a', what: 'leads', as: 'ripen', kind: 'csv', who: null }],
  ['exports.save', { jobId: 'a', what: 'leads', as: 'ripen', kind: 'xlsx', who: null }],
  ['criteriaFile.save', { what: 'in-force' }],
  ['documents.savePicture', { name: 'chart', png: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]) }],
  ['documents.saveScreen', { screen: 'today', memberId: null }],
  ['documents.saveReview', { kind: 'week', date: '2026-06-01' }],
  ['documents.saveCalendar', {}],
  ['about.saveReport', { text: 'Ripen problem report' }],
];

describe('the open workspace', () => {
  it.each(spellings)('is not written over %s', async (_, spell) => {
    const { raw, call, lead, file, folder, clock, ada } = await aHostWithAWorkspace();
    await call('documents.setMeetingTime', { weekday: 1, time: '09:00', minutes: 30 });
    const target = spell(file);
    const names = readdirSync(folder);
    lead.save = target;
    const ofLead = [
      ['documents.saveStep', { leadId: ada, id: ada }],
      ['documents.saveCard', { id: ada }],
    ] as const;
    for (const [name, input] of [...calls, ...ofLead]) {
      const answer = await raw(name, input);
      expect([name, answer]).toEqual([
        name,
        { ok: false, error: { kind: 'file', message: expect.stringMatching(/Nothing was written; choose another/) } },
      ]);
    }
    clock.now += 1000;
    expect(await call('leads.create', { attributes: { firstName: 'Bo' } })).toBeTruthy();
    expect(readdirSync(folder).sort()).toEqual(names.sort());
    await call('workspaces.close', {});
    await call('workspaces.open', { file });
    expect((await call('leads.list', {})).total).toBe(2);
  });

  it('is not written over where it was, while it is not there', async () => {
    const { raw, lead, file, folder } = await aHostWithAWorkspace();
    renameSync(file, join(folder, 'moved.ripen'));
    lead.save = file;
    for (const [name, input] of calls.slice(0, 4)) expect(await raw(name, input)).toMatchObject({ ok: false });
    lead.save = join(folder, 'moved.ripen');
    for (const [name, input] of calls.slice(0, 4)) expect(await raw(name, input)).toMatchObject({ ok: false });
    expect(existsSync(file)).toBe(false);
  });

  it('leaves every other place free, and what lies beside it alone', async () => {
    const { call, lead, folder } = await aHostWithAWorkspace();
    for (const name of ['Leads.csv', 'mill.csv', 'Mill.ripen.csv', 'Mill copy.ripen']) {
      for (const end of ['.part', '.new', '.restoring']) writeFileSync(join(folder, name + end), 'of somebody else');
      lead.save = join(folder, name);
      if (name.endsWith('.ripen')) await call('backups.saveCopy', {});
      else await call('exports.save', { jobId: 'a', what: 'leads', as: 'ripen', kind: 'csv', who: null });
      expect(existsSync(lead.save)).toBe(true);
      for (const end of ['.part', '.new', '.restoring']) {
        expect(readFileSync(join(folder, name + end), 'utf8')).toBe('of somebody else');
      }
    }
  });

  it('is not written through a link in the place of a draft', async () => {
    const { call, lead, folder, file } = await aHostWithAWorkspace();
    symlinkSync(file, join(folder, 'Leads.csv.part'));
    lead.save = join(folder, 'Leads.csv');
    await call('exports.save', { jobId: 'a', what: 'leads', as: 'ripen', kind: 'csv', who: null });
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('of another Ripen is not replaced by a copy', async () => {
    const { raw, lead, call } = await aHostWithAWorkspace();
    const other = startHost(aFolder());
    const theirs = join(aFolder(), 'Theirs.ripen');
    other.lead.newWorkspace = theirs;
    await other.call('workspaces.create', {});
    const hash = fileHash(theirs);
    lead.save = theirs;
    expect(await raw('backups.saveCopy', {})).toMatchObject({ ok: false, error: { kind: 'file' } });
    expect(fileHash(theirs)).toBe(hash);
    await call('backups.take', {});
  });

  it('cannot be chosen to be read, and keeps its lock', async () => {
    const { raw, host, lead, call, file, folder } = await aHostWithAWorkspace();
    linkSync(file, join(folder, 'list.csv'));
    symlinkSync(file, join(folder, 'list.json'));
    for (const path of [file, join(folder, 'list.csv'), join(folder, 'list.json'), `${file}-wal`]) {
      lead.imports = [path];
      lead.criteria = path;
      const [token] = (await call('files.choose', { purpose: 'import' })).paths;
      const rejected = {
        ok: false,
        error: { kind: 'file', message: expect.stringMatching(/is the workspace that is open/) },
      };
      const input = { jobId: 'a', source: { kind: 'file', path: token }, choices: {}, like: null };
      expect(await raw('imports.read', input)).toMatchObject(rejected);
      const [other] = (await call('files.choose', { purpose: 'criteria' })).paths;
      expect(await raw('criteriaFile.read', { path: other })).toMatchObject(rejected);
      await host.openFile(path);
    }
    expect((await call('workspaces.state', {})).open?.file).toBe(file);
    expect(await openElsewhere(file)).toMatchObject({ opened: false });
  });
});

describe('a name', () => {
  it('is the same in any letter case and any Unicode form, where one of the two may be all the disk tells', () => {
    expect(looseName('/a/M\u00fcller.ripen')).toBe(looseName('/A/mu\u0308ller.RIPEN'));
    expect(looseName('/a/Mill.ripen')).not.toBe(looseName('/a/Mile.ripen'));
  });
});

describe('the program', () => {
  const root = join(import.meta.dirname, '../../electron');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
  const using = (pattern: RegExp) => {
    const found = sources.filter(name => pattern.test(readFileSync(join(root, name), 'utf8')));
    return found.map(name => name.replaceAll('\\', '/')).sort();
  };

  it('opens files for writing in these places only, none of which takes a path of the owner’s without asking', () => {
    const opening =
      /import (?:type )?\{[^}]*\b(?:open|openSync|writeFile\w*|appendFile\w*|copyFile\w*|rename\w*|createWriteStream|cp\w*)\b[^}]*\} from 'node:fs/;
    expect(using(opening)).toEqual([
      'backups/mend.ts',
      'backups/mending.ts',
      'backups/put-in-place.ts',
      'backups/save-copy.ts',
      'backups/store.ts',
      'db/file/atomic-write.ts',
      'db/file/copy.ts',
      'db/file/foreign-log.ts',
      'db/file/new-file-builder.ts',
      'db/file/open.ts',
      'db/file/rollback-mode.ts',
      'db/raw/read-tables.ts',
      'desktop/device.ts',
      // Reads the beginning of a calendar file before it is deleted; never one that is held.
      'desktop/left-calendars.ts',
      'desktop/log.ts',
      'desktop/sharing-memory.ts',
      'desktop/window-state.ts',
      'encryption/encrypted-copy.ts',
      'encryption/format.ts',
      'handlers/criteria-file.ts',
      'jobs/import-parser/bytes.ts',
      'jobs/save-file.ts',
      'sharing/folder.ts',
      'sharing/join.ts',
      // Sealed, in the folder of the system for what is passing.
      'sharing/sealed-place.ts',
      // Looks only whether what this program wrote is there.
      'sharing/whole-packets.ts',
    ]);
    expect(using(/from 'node:(?:fs|fs\/promises)'.*\bas\b|import \* as \w+ from 'node:fs/)).toEqual([]);
  });

  it('asks before it writes where the owner said, and before it reads what the owner chose', () => {
    expect(using(/refuseHeldTarget\(/)).toEqual([
      'backups/save-copy.ts',
      'db/file/new-file-builder.ts',
      'db/file/open.ts',
      'desktop/calendar-file.ts',
      'files/held.ts',
      'jobs/save-file.ts',
      'sharing/folder.ts',
      'sharing/join.ts',
      'sharing/place-elsewhere.ts',
    ]);
    expect(using(/refuseHeldSource\(/)).toEqual([
      'db/file/open.ts',
      'desktop/workspace-manager.ts',
      'files/held.ts',
      'handlers/criteria-file.ts',
      'ipc/file-tokens.ts',
      'jobs/import-parser/bytes.ts',
      'services/lead-files.ts',
      'sharing/folder.ts',
    ]);
    // Who asks the owner for a place writes there by saveFile or saveCopy, or makes a workspace.
    const asking = using(/\b(?:saveAs|chooseSave|chooseNewWorkspace)\(/).filter(name => name !== 'desktop/dialogs.ts');
    expect(
      asking.filter(
        name =>
          !/\b(?:saveFile|saveCopy|saveRejected|workspaces\.create)\b/.test(readFileSync(join(root, name), 'utf8')),
      ),
    ).toEqual([]);
  });
});
