// What is printed of a screen: which page, on which sheet; and the file is shown in its folder when the owner asks.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Print } from '../../electron/jobs/print.ts';
import { startHost } from '../support/host.ts';
import { aFolder } from '../support/workspace.ts';

it('a table with many columns lies on the long side of the sheet, and the PDF is shown in its folder', async () => {
  const pages: Parameters<Print>[0][] = [];
  const here = startHost(aFolder(), {
    print: async page => {
      pages.push(page);
      return new Uint8Array([1]);
    },
  });
  here.lead.newWorkspace = join(here.folder, 'Mill.ripen');
  await here.call('workspaces.create', {});
  await here.call('files.showSaved', {});
  expect(here.seen.shown).toEqual([]);
  here.lead.save = join(here.folder, 'Leads.pdf');
  const leads = { screen: 'leads' as const, search: '', conditions: [], sort: 'name', descending: false };
  for (const many of [6, 7])
    await here.call('documents.saveScreen', { ...leads, columns: Array.from({ length: many }, (_, i) => `c${i}`) });
  await here.call('documents.saveScreen', { screen: 'today', memberId: null });
  expect(pages.map(({ landscape }) => landscape)).toEqual([false, true, false]);
  await here.call('files.showSaved', {});
  expect(here.seen.shown).toEqual([here.lead.save]);
});
