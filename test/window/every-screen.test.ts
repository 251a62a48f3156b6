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

/** Dialogs, and the words by which a test opens each. A new one fails until it has such a test. */
const tested: Readonly<Record<string, string>> = {
  'renderer/app/KeysSheet.tsx': "at('Keyboard shortcuts')",
  'renderer/app/Recovered.tsx': "at('Ripen recovered from a crash')",
  'renderer/parts/backups/BackupList.tsx': "at('Restore this backup')",
  'renderer/parts/card/ScanCard.tsx': "at('Scan with your phone')",
  'renderer/parts/duplicates/MergeDialog.tsx': "at('Same person?')",
  'renderer/parts/export/ExportDialog.tsx': "at('Export')",
  'renderer/parts/help/HelpPanel.tsx': "at('Help')",
  'renderer/parts/help/ReportDialog.tsx': "at('Report a problem')",
  'renderer/parts/leads/LeadsDrawer.tsx': "at('Reached SQL')",
  'renderer/parts/moves/MoveQuestion.tsx': "at('Accept: Ada')",
  'renderer/parts/moves/use-next-step.tsx': "at('Next step: Di')",
  'renderer/parts/moves/use-plan-choice.tsx': "at('Nurture plan: Ada')",
  'renderer/parts/moves/use-step-done.tsx': 'at(/^Done: ',
  'renderer/parts/passphrase/LockingDialog.tsx': "at('Locking Mill & Sons')",
  'renderer/parts/passphrase/NewPassphrase.tsx': "at('Lock this workspace')",
  'renderer/parts/passphrase/RecoverySheet.tsx': "at('Recovery sheet')",
  'renderer/parts/passphrase/RemovePassphrase.tsx': "at('Unlock for good')",
  'renderer/parts/passphrase/UnlockDialog.tsx': "at('Unlock Mill & Sons')",
  'renderer/parts/privacy/EraseDialog.tsx': "at('Erase Di')",
  'renderer/parts/sharing/ChangePassphrase.tsx': "at('Change passphrase of the shared workspace')",
  'renderer/parts/sharing/DatabaseAddress.tsx': "at('Database address')",
  'renderer/parts/sharing/Invitation.tsx': "at('Invite the others')",
  'renderer/parts/sharing/JoinWorkspace.tsx': "at('Join a shared workspace')",
  'renderer/parts/sharing/ShareWorkspace.tsx': "at('Share this workspace')",
  'renderer/parts/sharing/SharingLayer.tsx': "sees('The sample workspace cannot be shared.')",
  'renderer/parts/sharing/SharingPanel.tsx': "at('Sharing')",
  'renderer/parts/sharing/SharingPlace.tsx': "at('Stop sharing')",
  'renderer/parts/sharing/WhoAreYou.tsx': "at('Who are you?')",
  'renderer/parts/welcome/Basics.tsx': "at('Currency, week and days off')",
  'renderer/screens/board/Filters.tsx': "at('Filter the board')",
  'renderer/screens/board/Lanes.tsx': "press('Actions for Di')",
  'renderer/screens/campaigns/CampaignForm.tsx': "at('Add campaign')",
  'renderer/screens/campaigns/ChannelForm.tsx': 'press(/^(Add|New) channel/)',
  'renderer/screens/campaigns/Paste.tsx': "at('Paste from a sheet')",
  'renderer/screens/campaigns/SpendForm.tsx': "at('Add spend')",
  'renderer/screens/criteria/rules/PublishDialog.tsx': "at('Publish version 2')",
  'renderer/screens/criteria/start/FileDialog.tsx': "sees('Differences from your rules')",
  'renderer/screens/criteria/start/ReadySets.tsx': "press('Use template')",
  'renderer/screens/lead/EditActivity.tsx': "at('Edit activity')",
  'renderer/screens/lead/DealSheet.tsx': "at('Deal')",
  'renderer/screens/lead/LeadPanel.tsx': "press('Open as a page')",
  'renderer/screens/lead/LeadTags.tsx': "press('Add tag')",
  'renderer/screens/lead/ManualChanges.tsx': "at('Adjust score: Di')",
  'renderer/screens/leads/AddLead.tsx': "at('Add lead')",
  'renderer/screens/leads/ColumnsButton.tsx': "at('Columns')",
  'renderer/screens/leads/FilterBar.tsx': "at('Filter by')",
  'renderer/screens/leads/SelectionBar.tsx': "at('Tag')",
  'renderer/screens/leads/ViewTabs.tsx': "at('Save as view')",
  'renderer/screens/log/LogFields.tsx': "at('Log activity')",
  'renderer/screens/log/line/LineForm.tsx': "type('What happened'",
  'renderer/screens/review/print/MeetingTimeForm.tsx': "at('Weekly meeting')",
  'renderer/screens/settings/About.tsx': "at('Licenses')",
  'renderer/screens/settings/DataFile.tsx': "at('Remove the sample')",
  'renderer/screens/today/use-today-actions.tsx': "keys: '[MouseRight]'",
};

it('every dialog is opened by a test', () => {
  const dialogs = globSync('renderer/{app,parts,screens}/**/*.tsx', { cwd: root })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => /<(Dialog|Floating|SidePanel)\b/.test(readFileSync(join(root, file), 'utf8')));
  expect(dialogs.sort()).toEqual(Object.keys(tested).sort());
});

it.each(Object.entries(tested))('%s is opened', (_, words) => {
  expect(tests).toContain(words);
});
