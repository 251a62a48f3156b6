// @vitest-environment happy-dom
// Every screen over a real file: what is pressed is done and can be undone, what is typed is saved, and an empty one says what to do.
import { describe, expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

describe('Today', () => {
  it('Done logs the next step as done, and Undo brings it back', async () => {
    const window = await renderScreen('today');
    const step = async () => (await window.call('leads.get', { id: window.ids.opportunity })).lead.nextStep;
    await window.press('Done');
    await window.at(/^Done: Send the offer/).press('Log as done');
    await window.misses('1 next step is due');
    expect(await step()).toBeNull();
    await window.undo();
    await window.sees('1 next step is due');
    expect(await step()).toBe('Send the offer');
  });

  it('shows what changes elsewhere without being asked', async () => {
    const window = await renderScreen('today');
    await window.sees('Ada');
    await window.call('leads.update', { id: window.ids.mql, attributes: { lastName: 'Holm' } });
    await window.sees('Ada Holm');
  });

  it('of a new workspace says what to do first', async () => {
    const window = await renderScreen('today', null, { start: 'empty' });
    await window.sees('First steps', 'Import your leads');
    await window.misses('All done');
  });
});

describe('Leads', () => {
  it('search narrows the table, and what nothing matches can be cleared', async () => {
    const window = await renderScreen('leads');
    await window.sees('Jon Reed');
    await window.type('Search leads', 'ida@stone');
    await window.misses('Jon Reed');
    await window.sees('Ida Stone');
    await window.type('Search leads', 'sauna');
    await window.sees('No matching leads', 'No lead has “sauna”');
    await window.press('Clear filters');
    await window.sees('Jon Reed');
  });

  it('a lead that is added is saved and opened', async () => {
    const window = await renderScreen('leads');
    await window.press('Add lead');
    const dialog = window.at('Add lead');
    await dialog.type('First name', 'Eve');
    await dialog.type('E-mail', 'eve@dock.example');
    await dialog.press('Add lead');
    await window.sees('Eve added.');
    await expect.poll(window.route).toMatch(/^\/leads\/with\//);
    const { rows } = await window.call('leads.list', { search: 'eve@dock' });
    expect(rows.map(({ name }) => name)).toEqual(['Eve']);
  });

  it('without anybody says so and offers the first one', async () => {
    const window = await renderScreen('leads', null, { start: 'empty' });
    await window.sees('No leads yet', 'Import spreadsheet');
  });
});

describe('Board', () => {
  it('names every stage with its count, and a search narrows the cards', async () => {
    const window = await renderScreen('board');
    await window.sees('6 people', 'Jon Reed');
    await window.type('Search the board', 'ida');
    await window.misses('Jon Reed');
    await window.sees('1 person', 'Ida Stone');
  });
});

describe('Campaigns', () => {
  it('a channel that is added in its dialog is in the file, and Undo takes it away', async () => {
    const window = await renderScreen('campaigns');
    const labels = async () => (await window.call('workspace.get', {})).channels.map(({ label }) => label);
    await window.press(/^Channels and campaigns/);
    await window.press(/^(Add|New) channel/);
    await window.type('Name', 'Door to door');
    await window.keys('{Enter}');
    await expect.poll(labels).toContain('Door to door');
    await window.undo();
    await expect.poll(labels).not.toContain('Door to door');
  });
});

describe('Settings', () => {
  it('a name that is typed is saved on leaving the field', async () => {
    const window = await renderScreen('settings');
    await window.fill('Name of Mara', 'Maria');
    const names = async () => (await window.call('workspace.get', {})).members.map(({ name }) => name);
    await expect.poll(names).toEqual(['Maria']);
  });

  it('one that is refused stays in the field, with the sentence', async () => {
    const window = await renderScreen('settings');
    window.refuse('members.save', 'The disk is full. Nothing was changed.');
    await window.fill('Name of Mara', 'Maria');
    await window.sees('The disk is full. Nothing was changed.');
  });
});

describe('Import', () => {
  it('shows what was imported, and undoes it', async () => {
    const window = await renderScreen('import');
    await window.sees('Import your list', 'Pasted cells');
    await window.press('Undo import');
    await expect.poll(async () => (await window.call('leads.list', {})).total).toBe(4);
  });
});

describe('Lead', () => {
  it('a field that is typed is saved and shown in the head', async () => {
    const window = await renderScreen('lead');
    location.hash = `#/lead/${window.ids.lead}`;
    await window.sees('Di');
    await window.fill('Job title', 'Miller');
    await expect
      .poll(async () => (await window.call('leads.get', { id: window.ids.lead })).lead.jobTitle)
      .toBe('Miller');
  });
});

describe('without a file', () => {
  it('the welcome offers a sample and a new workspace', async () => {
    const window = await renderScreen(null, null, { start: 'none' });
    await window.sees('sample');
    window.answers.newWorkspace = `${window.folder}/mine.ripen`;
    await window.press(/own leads|New workspace|Start/);
    await window.sees('First steps');
  });
});

describe('keys', () => {
  it('Ctrl+/ opens the sheet of keys, and Escape closes it', async () => {
    const window = await renderScreen('today');
    await window.keys('{Control>}/{/Control}');
    await window.at('Keyboard shortcuts').sees('Log activity', 'On the board');
    await window.keys('{Escape}');
    await window.misses('Keyboard shortcuts');
  });

  it('Ctrl+K finds a screen and goes there', async () => {
    const window = await renderScreen('today');
    await window.keys('{Control>}k{/Control}');
    await window.keys('campai');
    await window.press(/^(Go to )?Campaigns/);
    await expect.poll(window.route).toBe('/campaigns');
  });
});
