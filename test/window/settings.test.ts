// @vitest-environment happy-dom
// Settings: each section saves what is typed or chosen, and what is archived comes back.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

async function settingsAt(section: string) {
  const window = await renderScreen('settings', section);
  return { window, settings: async () => (await window.call('workspace.get', {})).settings };
}

it('members are added, moved to another department, deactivated and brought back', async () => {
  const { window, settings } = await settingsAt('team');
  const members = async () =>
    (await window.call('workspace.get', {})).members.map(({ name, side, archived }) => ({ name, side, archived }));
  await window.at('Department of the new member').press('Marketing');
  await window.type('Name of a new member', 'Nils');
  await window.keys('{Enter}');
  await window.sees('Nils added to the team.');
  await window.at('Department of Nils').press('Both');
  await expect.poll(members).toContainEqual({ name: 'Nils', side: 'both', archived: false });
  await window.choose('Acting as', 'Nils');
  await expect.poll(async () => (await settings()).actingAs).not.toBe(window.ids.member);
  await window.press('Deactivate Nils');
  await window.sees('Nils deactivated. Their work stays.');
  await window.press('Restore Nils');
  await window.sees('Nils reactivated.');
  await window.fill('Name of Nils', '');
  await window.sees('Enter a name for the member.');
  await window.press('Deactivate Mara');
  await window.sees('Mara deactivated.');
});

it('response times, days off and holidays are saved', async () => {
  const { window, settings } = await settingsAt('handoff');
  await window.fill('Answer within', '12');
  await window.fill('Inactive after', '30');
  await window.fill('Benchmark to', 'x');
  await window.sees('Enter a whole number.');
  await window.press('Sat');
  await window.press('Sun');
  await expect.poll(async () => (await settings()).freeWeekdays).toEqual([6, 7]);
  await window.press('Sat');
  await expect.poll(async () => (await settings()).freeWeekdays).toEqual([7]);
  await window.type('New holiday', '2026-12-24');
  await window.keys('{Enter}');
  await expect.poll(async () => (await settings()).holidays).toEqual(['2026-12-24']);
  expect(await settings()).toMatchObject({ answerWithinHours: 12, quietAfterDays: 30 });
  await window.press(/^Remove holiday Thursday, December 24/);
  await window.sees('Holiday removed.');
  expect((await settings()).holidays).toEqual([]);
});

it('limits and probabilities of stages are saved', async () => {
  const { window, settings } = await settingsAt('stages');
  await window.fill('Limit for MQL', '5');
  await window.fill('Deal probability in SQL, percent', '35');
  await expect.poll(async () => (await settings()).probabilities.sql).toBe(35);
  expect((await settings()).stageLimits.mql).toBe(5);
  await window.fill('Limit for MQL', '');
  await expect.poll(async () => (await settings()).stageLimits.mql ?? null).toBeNull();
});

it('MQLs are assigned in turn, or by a rule that is said in words', async () => {
  const { window, settings } = await settingsAt('assignment');
  await window.press('Round robin');
  await window.sees('A lead that a sales member already owns stays with them.');
  await window.press('By rules');
  await window.press('Add a rule');
  await window.sees('Country', 'Mara');
  await expect.poll(async () => (await settings()).assignment.rules).toHaveLength(1);
  await window.at('If no rule matches').press('Unassigned');
  await expect.poll(async () => (await settings()).assignment.otherwise).toBe('nobody');
  await window.press(/^Remove .*Mara/);
  await expect.poll(async () => (await settings()).assignment.rules).toEqual([]);
});

it('a nurture plan gets another e-mail, and is archived and restored', async () => {
  const { window } = await settingsAt('nurture');
  const plan = async () => (await window.call('nurture.plans', {}))[0];
  await window.press('Add an e-mail');
  await window.sees('E-mail added on day 14.');
  await window.fill('Days after the start, Guide', '2');
  await expect.poll(async () => (await plan())?.touches.map(({ day }) => day)).toEqual([2, 14]);
  await window.press('Remove Guide from the plan');
  await window.sees('“Guide” removed. Leads already on the plan still get it.');
  await window.fill('Subject', 'Hello');
  await expect.poll(async () => (await plan())?.touches.map(({ subject }) => subject)).toEqual(['Hello']);
  await window.press('Archive plan');
  await window.sees('“Keep warm” archived. Leads already on it stay on it.');
  await window.press('Restore Keep warm');
  await window.sees('“Keep warm” restored.');
  await window.press(/^Add a plan/);
  await window.sees('created.');
});

it('a nurture plan starts by itself where its owner says so', async () => {
  const { window } = await settingsAt('nurture');
  const starts = async () => (await window.call('nurture.plans', {}))[0]?.starts;
  await window.press('When a download is logged');
  await expect.poll(starts).toEqual({ download: { content: null, campaignId: null }, rejected: [] });
  await window.fill('Content', 'Stair guide');
  await window.sees('No download of “Stair guide” is known yet', 'starts by itself on a download of “Stair guide”');
  await window.press('Too small');
  await window.press('Bad timing');
  await window.press('Too small');
  await expect.poll(starts).toEqual({
    download: { content: 'Stair guide', campaignId: null },
    rejected: ['bad-timing'],
  });
  await window.call('journal.undo', {});
  await expect.poll(async () => (await starts())?.rejected).toEqual(['too-small', 'bad-timing']);
  await window.call('activities.log', {
    leadIds: [window.ids.mql],
    typeId: 'content-downloaded',
    content: 'stair guide',
  });
  await window.sees('“Keep warm” started by itself for Ada, after a download.');
  await window.undo();
  await expect.poll(async () => (await window.call('nurture.ofLead', { leadId: window.ids.mql })).plan).toBe(null);
});

it('activity types are added, renamed, archived and restored', async () => {
  const { window } = await settingsAt('activities');
  const types = async () =>
    (await window.call('activityTypes.list', {})).map(({ label, ourSide, archived }) => ({ label, ourSide, archived }));
  await window.press('By us');
  await window.type('Name of a new activity type', 'Site visit');
  await window.keys('{Enter}');
  await expect.poll(types).toContainEqual({ label: 'Site visit', ourSide: true, archived: false });
  await window.fill('Name of Site visit', 'Workshop');
  await expect.poll(types).toContainEqual({ label: 'Workshop', ourSide: true, archived: false });
  await window.press('Archive Workshop');
  await window.sees('“Workshop” archived. Logged activities stay.');
  await window.press('Restore Workshop');
  await window.sees('“Workshop” restored.');
});

it('custom fields are added with options, reordered, and options renamed on their leads', async () => {
  const { window } = await settingsAt('fields');
  const labels = async () =>
    (await window.call('customFields.list', {})).filter(({ archived }) => !archived).map(({ label }) => label);
  await window.press('Options');
  await window.type('Options, separated by commas', 'A, B, A');
  await window.type('Name of a new field', 'Size');
  await window.keys('{Enter}');
  await window.sees('“Size” created.');
  const size = (await window.call('customFields.list', {})).find(({ label }) => label === 'Size');
  expect(size).toMatchObject({ kind: 'choice', choices: ['A', 'B'] });
  await window.press('Move Size up');
  await expect.poll(labels).toEqual(['Machine', 'Size', 'Seats']);
  await window.press('Move Machine down');
  await expect.poll(labels).toEqual(['Size', 'Machine', 'Seats']);
  await window.fill('Options of Machine', 'None\nSingle\nMany');
  const { mql, customField } = window.ids;
  await expect.poll(async () => (await window.call('leads.get', { id: mql })).customValues[customField]).toBe('Single');
  await window.press('Archive Seats');
  await window.sees('“Seats” archived. Its values stay.');
  await window.press('Restore Seats');
  await expect.poll(labels).toContain('Seats');
});

it('tags are added, renamed, and deleted with what they were on', async () => {
  const { window } = await settingsAt('tags');
  await window.type('Name of a new tag', 'fair');
  await window.keys('{Enter}');
  await window.sees('A tag named “Fair” already exists');
  await window.has('Name of a new tag', 'fair');
  await window.type('Name of a new tag', 'Key account');
  await window.keys('{Enter}');
  await window.sees('“Key account” created.');
  await window.fill('Name of Fair', 'Trade fair');
  await window.press('Archive Key account');
  await window.sees('“Key account” archived. Leads keep the tag.');
  await window.press('Delete Trade fair');
  await window.sees('“Trade fair” was deleted; it was on 1 lead.');
  expect((await window.call('leads.get', { id: window.ids.mql })).tagIds).toEqual([]);
});

it('appearance, undo history and the folder of the file', async () => {
  const { window, settings } = await settingsAt('appearance');
  await window.press('Dark');
  await expect.poll(() => document.documentElement.dataset.appearance).toBe('dark');
  await window.press('1 month');
  await expect.poll(async () => (await settings()).undoHistory).toBe('month');
});

it('the retention review lists who is due, to keep or to erase', async () => {
  const { window } = await settingsAt('privacy');
  window.clock.now += 400 * 86_400_000;
  await window.fill('Review leads after', '6');
  await window.sees('leads without activity for 6 months.');
  await window.press('Keep a year: Di');
  await window.sees('Di kept for a year.');
  await window.press('Erase: Cy');
  await window.at('Erase Cy').press('Cancel');
  window.answers.save = `${window.folder}/record.txt`;
  await window.fill('Controller', 'Mill & Sons, Graz');
  await window.press('Save as text');
  await window.sees('The record is in');
});
