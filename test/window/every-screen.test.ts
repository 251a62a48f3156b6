// Every screen of the app's list and every dialog is drawn by a test of this folder.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { screenIds } from '../../renderer/parts/navigation/route.ts';

const root = join(import.meta.dirname, '../..');
const tests = globSync('test/window/*.test.ts', { cwd: root })
  .filter(file => !file.includes('every-screen'))
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n');

it.each(screenIds)('the screen %s is drawn', id => {
  expect(tests).toContain(`renderScreen('${id}'`);
});

/** Dialogs, and how a test names them. */
const tested: Readonly<Record<string, string>> = {
  'renderer/app/KeysSheet.tsx': "at('Keyboard shortcuts')",
  'renderer/parts/moves/use-step-done.tsx': 'at(/^Done: ',
  'renderer/screens/campaigns/ChannelForm.tsx': 'press(/^(Add|New) channel/)',
  'renderer/screens/leads/AddLead.tsx': "at('Add lead')",
  'renderer/screens/log/LogLine.tsx': "at('Log activity')",
};

/** Dialogs that only end-to-end tests open so far. None may be added: this list gets shorter. */
const without: readonly string[] = [
  'renderer/app/Recovered.tsx',
  'renderer/parts/backups/BackupList.tsx',
  'renderer/parts/duplicates/MergeDialog.tsx',
  'renderer/parts/export/ExportDialog.tsx',
  'renderer/parts/leads/LeadsDrawer.tsx',
  'renderer/parts/moves/MoveQuestion.tsx',
  'renderer/parts/moves/use-next-step.tsx',
  'renderer/parts/moves/use-plan-choice.tsx',
  'renderer/parts/privacy/EraseDialog.tsx',
  'renderer/screens/board/Filters.tsx',
  'renderer/screens/board/Lanes.tsx',
  'renderer/screens/campaigns/CampaignForm.tsx',
  'renderer/screens/campaigns/Paste.tsx',
  'renderer/screens/campaigns/SpendForm.tsx',
  'renderer/screens/criteria/rules/PublishDialog.tsx',
  'renderer/screens/criteria/start/FileDialog.tsx',
  'renderer/screens/criteria/start/ReadySets.tsx',
  'renderer/screens/lead/DealSheet.tsx',
  'renderer/screens/lead/LeadPanel.tsx',
  'renderer/screens/lead/LeadTags.tsx',
  'renderer/screens/lead/ManualChanges.tsx',
  'renderer/screens/leads/ColumnsButton.tsx',
  'renderer/screens/leads/FilterBar.tsx',
  'renderer/screens/leads/SelectionBar.tsx',
  'renderer/screens/leads/ViewTabs.tsx',
  'renderer/screens/review/print/MeetingTimeForm.tsx',
  'renderer/screens/settings/About.tsx',
  'renderer/screens/settings/DataFile.tsx',
];

it('every dialog is opened by a test, or stands on the list of those that are still to come', () => {
  const dialogs = globSync('renderer/{app,parts,screens}/**/*.tsx', { cwd: root })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => /<(Dialog|Floating|SidePanel)\b/.test(readFileSync(join(root, file), 'utf8')));
  expect(dialogs.sort()).toEqual([...Object.keys(tested), ...without].sort());
});

it.each(Object.entries(tested))('%s is opened', (_, words) => {
  expect(tests).toContain(words);
});
