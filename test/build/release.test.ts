// What a release consists of beside its installers: checksums that find a changed file, and notes from the changelog.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/paths.ts';
import { checksumFile, checksumsOf } from '../../build/release/checksums.ts';
import { notesFor } from '../../build/release/notes.ts';
import { aFolder } from '../support/workspace.ts';

async function aRelease() {
  const folder = aFolder();
  const [deb, exe] = ['ripen_1.2.3_amd64.deb', 'ripen-1.2.3-win-x64.exe'].map(name => join(folder, name)) as [
    string,
    string,
  ];
  writeFileSync(deb, 'one');
  writeFileSync(exe, 'two');
  writeFileSync(join(folder, checksumFile), await checksumsOf([deb, exe]));
  return { folder, deb, exe };
}

const runVerify = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'build/run.mjs'), 'verify', ...args], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

describe('checksums', () => {
  it.skipIf(process.platform !== 'linux')('are what sha256sum reads', async () => {
    const { folder } = await aRelease();
    expect(execFileSync('sha256sum', ['--check', '--strict', checksumFile], { cwd: folder, encoding: 'utf8' })).toBe(
      'ripen-1.2.3-win-x64.exe: OK\nripen_1.2.3_amd64.deb: OK\n',
    );
  });

  it('let a downloaded file pass only while it is the released one', { timeout: 120_000 }, async () => {
    const { folder, deb, exe } = await aRelease();
    expect(runVerify(deb)).toEqual({ status: 0, said: 'ripen_1.2.3_amd64.deb is the file that was released.\n' });
    appendFileSync(exe, '!');
    expect(runVerify(exe)).toMatchObject({
      status: 1,
      said: expect.stringContaining('NOT the file that was released'),
    });
    const stranger = join(folder, 'ripen.exe');
    writeFileSync(stranger, 'one');
    expect(runVerify(stranger)).toMatchObject({ status: 1, said: expect.stringContaining('is not listed') });
    expect(runVerify(join(aFolder(), 'ripen.deb'))).toMatchObject({
      status: 1,
      said: expect.stringContaining(`Download ${checksumFile} from the same release`),
    });
  });
});

describe('the notes of a release', () => {
  const changelog = '# Changelog\n\n## 1.2.3 (2026-12-01)\n\n- New.\n\n## 1.2.2 (2026-11-01)\n\n- Old.\n';

  it('are the section of its version', () => {
    expect(notesFor('v1.2.3', '1.2.3', changelog)).toBe('- New.\n');
    expect(notesFor('v1.2.2', '1.2.2', changelog)).toBe('- Old.\n');
  });

  it.each([
    ['v1.2.4', '1.2.3', changelog, 'The tag is v1.2.4, and package.json says 1.2.3.'],
    ['v1.2.4', '1.2.4', changelog, 'CHANGELOG.md has no section "## 1.2.4".'],
    ['v1.2.3', '1.2.3', changelog.replace('2026-12-01', 'not released yet'), 'does not say on which day 1.2.3'],
    ['v1.2.3', '1.2.3', changelog.replace('- New.', ''), 'CHANGELOG.md says nothing of 1.2.3.'],
  ])('%s of %s stop the release where it does not fit', (tag, version, text, sentence) => {
    expect(() => notesFor(tag, version, text)).toThrow(sentence);
  });
});
