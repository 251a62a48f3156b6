// @vitest-environment happy-dom
// Campaigns: weeks, spend entries, channels and campaigns, and cells pasted from a sheet.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('spend is added for a campaign, changed and deleted, and what cannot be read is said', async () => {
  const window = await renderScreen('campaigns', 'bills');
  const entries = async () => (await window.call('spend.list', {})).map(({ amount, note }) => [amount, note]);
  await window.press('Add spend');
  const dialog = window.at('Add spend');
  await dialog.type('Amount in EUR', 'much');
  await dialog.press('Save');
  await dialog.sees('Enter an amount such as 1,200.50.');
  await dialog.choose('For', 'Spring fair (campaign)');
  await dialog.type('Amount in EUR', '80.50');
  await dialog.type('Last day', '2026-06-01');
  await dialog.press('Save');
  await dialog.sees('day');
  await dialog.type('Last day', '2026-06-30');
  await dialog.type('Note', 'Flyers');
  await dialog.press('Save');
  await window.sees('Saved: €80.50.');
  expect(await entries()).toContainEqual([8050, 'Flyers']);
  await window.at(/Flyers/).press('Edit Spring fair');
  const edit = window.at('Edit spend');
  await edit.has('Amount in EUR', '€80.50');
  await edit.type('Amount in EUR', '90');
  await edit.press('Save');
  await window.sees('Saved: €90.');
  await window.at(/Flyers/).press('Delete Spring fair');
  await window.sees('Deleted: €90 for Spring fair.');
  expect(await entries()).toHaveLength(1);
});

it('a campaign is added in a channel, changed, archived and restored', async () => {
  const window = await renderScreen('campaigns', 'lists');
  const campaigns = async () => (await window.call('workspace.get', {})).campaigns;
  await window.press('Add campaign');
  const dialog = window.at('Add campaign');
  await dialog.press('Save');
  await dialog.sees('Enter a name for the campaign.');
  await dialog.type('Name', 'Autumn fair');
  await dialog.choose('Channel', 'Fair in Graz');
  await dialog.type('First day', '2026-10-05');
  await dialog.type('Last day', '2026-10-01');
  await dialog.press('Save');
  await dialog.sees('The last day is before the first day.');
  await dialog.type('Last day', '2026-10-09');
  await dialog.press('Save');
  await window.sees('Saved: Autumn fair.', 'Oct 5', 'Oct 9');
  expect(await campaigns()).toContainEqual(
    expect.objectContaining({ label: 'Autumn fair', channelId: window.ids.channel, startsOn: '2026-10-05' }),
  );
  await window.press('Edit Autumn fair');
  await window.at('Edit campaign').has('Name', 'Autumn fair');
  await window.at('Edit campaign').type('Name', 'Winter fair');
  await window.at('Edit campaign').press('Save');
  await window.sees('Saved: Winter fair.');
});

it('cells from a sheet are understood, counted and added with one step', async () => {
  const window = await renderScreen('campaigns');
  await window.press('Paste from a sheet');
  const dialog = window.at('Paste from a sheet');
  const cells = await dialog.field('Cells copied from a spreadsheet');
  await window.user.click(cells);
  await window.user.paste('Week\tChannel\tSpend\tVisitors\n2026-06-08\tLetters\t€ 120\t31\n2026-06-15\tLetters\tx\t7');
  await dialog.has('Meaning of “Spend”', 'Spend');
  await dialog.sees('to add');
  await dialog.choose('Meaning of “Visitors”', 'Strangers');
  await dialog.press(/^Add \d+ lines?$/);
  await window.sees(/Added: 1 spend entry, .*1 new channel/);
  const { channels } = await window.call('workspace.get', {});
  expect(channels.map(({ label }) => label)).toContain('Letters');
  const reach = await window.call('reach.list', {});
  expect(reach).toContainEqual(expect.objectContaining({ weekStart: '2026-06-08', strangers: 31 }));
  await window.undo();
  await expect
    .poll(async () => (await window.call('workspace.get', {})).channels.map(({ label }) => label))
    .not.toContain('Letters');
});

it('a week shows each channel with what longer periods add, and what is typed is saved', async () => {
  const window = await renderScreen('campaigns');
  await window.sees('Week 26 of 2026', 'Spring fair + €210 from longer periods €210', 'Total €210');
  await window.press(/^Week 25 of 2026/);
  await window.sees('Spend and reach of Week 25 of 2026');
  await expect.poll(window.route).toBe('/campaigns/weeks.2026-06-15');
});
