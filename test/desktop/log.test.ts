// The log says where a bug was and nothing of whom it met.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../electron/desktop/log.ts';

describe('createLog', () => {
  it('writes call, kind of error and place under an id, without the message', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ripen-log-')), 'ripen.log');
    const id = createLog(file, () => 0)(new TypeError('Ada Lovelace <ada@example.org>'), 'leads.update');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`1970-01-01T00:00:00.000Z ${id} leads.update TypeError`);
    expect(text).toContain('log.test.ts');
    expect(text).not.toMatch(/Ada|example/);
  });

  it('does not add a second failure where it cannot write', () => {
    expect(createLog('/proc/nowhere/ripen.log', () => 0)(new Error('x'), 'a')).toMatch(/^[0-9a-f]{8}$/);
  });
});
