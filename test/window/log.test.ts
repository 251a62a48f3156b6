// @vitest-environment happy-dom
// The log box as three fields: from anywhere, repeated with a key, undone with a press.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

const openLog = '{Control>}l{/Control}';

it('logs an activity for the person that is typed, which Undo in the notification takes back', async () => {
  const window = await renderScreen('today');
  await window.keys(openLog);
  const box = window.at('Log activity');
  await box.press('Use three fields');
  await box.type('Who', 'Di');
  await box.press(/^Di Mill/);
  await box.fill('What', 'webinar');
  await box.has('What', 'Webinar attended');
  await box.type('When', 'yesterday');
  await box.sees('Sunday, June 28, 2026');
  await box.type('Note', 'Asked twice');
  await window.keys('{Enter}');
  await window.sees('Logged: Webinar attended, Di');
  const logged = async () => (await window.call('leads.get', { id: window.ids.lead })).activities[0];
  expect(await logged()).toMatchObject({ typeId: 'webinar-attended', note: 'Asked twice' });
  await window.undo();
  await window.sees('Undone: ');
  expect(await logged()).toMatchObject({ typeId: 'website-visit' });
});

it('remembers the last entry and repeats it for the next person', async () => {
  const window = await renderScreen('today');
  await window.keys(openLog);
  await window.at('Log activity').press('Use three fields');
  await window.at('Log activity').type('Who', 'Di');
  await window.at('Log activity').press(/^Di Mill/);
  await window.at('Log activity').fill('What', 'webinar');
  await window.at('Log activity').type('Note', 'Spring');
  await window.keys('{Enter}');
  await window.sees('Logged: Webinar attended, Di');
  await window.keys(openLog);
  const box = window.at('Log activity');
  await box.sees('Last time: Webinar attended, “Spring”.');
  await box.press(/^Repeat/);
  await box.has('What', 'Webinar attended');
  await box.has('Note', 'Spring');
});

it('Undo in a notification takes back what it names, and nothing that came after it', async () => {
  const window = await renderScreen('today');
  await window.keys(openLog);
  const box = window.at('Log activity');
  await box.press('Use three fields');
  await box.type('Who', 'Di');
  await box.press(/^Di Mill/);
  await box.fill('What', 'webinar');
  await window.keys('{Enter}');
  await window.sees('Logged: Webinar attended, Di');
  await window.call('tags.save', { id: null, label: 'Spring fair', archived: false });
  const labels = async () => (await window.call('tags.list', {})).map(({ label }) => label);
  await window.press('Undo');
  await window.sees('was done after this. Nothing was undone.');
  expect(await labels()).toContain('Spring fair');
  expect((await window.call('leads.get', { id: window.ids.lead })).activities[0]?.typeId).toBe('webinar-attended');
});

it('keeps the campaign and the content of what is logged, and offers the content again', async () => {
  const window = await renderScreen('today');
  await window.keys(openLog);
  const box = window.at('Log activity');
  await box.press('Use three fields');
  await box.type('Who', 'Di');
  await box.press(/^Di Mill/);
  await box.fill('What', 'content');
  await box.type('Content', 'Stair guide');
  await window.keys('{Enter}');
  await window.sees('Logged: Content downloaded, Di');
  const { activities } = await window.call('leads.get', { id: window.ids.lead });
  expect(activities[0]).toMatchObject({ typeId: 'content-downloaded', content: 'Stair guide' });
  expect(await window.call('activities.contents', {})).toEqual(['Stair guide']);
  // Words of the file stay in the file: what the window keeps on this computer is not erased with a person.
  expect(JSON.stringify({ ...localStorage })).toContain('content-downloaded');
  expect(JSON.stringify({ ...localStorage })).not.toContain('Stair');
  await window.keys(openLog);
  await window.at('Log activity').sees('Last time: Content downloaded, Stair guide.');
});
