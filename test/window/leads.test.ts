// @vitest-environment happy-dom
// The table of leads: views, filters, columns, bulk actions and the panel of a lead.
import { describe, expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

describe('columns', () => {
  it('one is hidden, another shown and moved, and the default comes back', async () => {
    const window = await renderScreen('leads');
    const heads = () =>
      window
        .offers()
        .filter(one => one.startsWith('columnheader '))
        .map(one => one.slice('columnheader '.length))
        .filter(Boolean);
    await window.press('Columns');
    const dialog = window.at('Columns');
    await dialog.press('Company');
    await expect.poll(heads).not.toContain('Company');
    await dialog.type('Find a column', 'job');
    await dialog.press('Job title');
    await dialog.type('Find a column', '');
    await expect.poll(() => heads().at(-1)).toBe('Job title');
    await dialog.press('Move Job title to the left');
    await expect.poll(() => heads().at(-2)).toBe('Job title');
    await dialog.press('Reset to default');
    await expect.poll(heads).toContain('Company');
    expect(heads()).not.toContain('Job title');
  });
});

describe('filters', () => {
  it('one is added in words, changed, and removed', async () => {
    const window = await renderScreen('leads');
    await window.press('Filter');
    await window.at('Filter by').type('Filter by', 'stage');
    await window.keys('{Enter}');
    await window.at('Stage').press('MQL');
    await window.at('Stage').press('Customer');
    await window.at('Stage').press('Done');
    await window.sees('Stage: MQL or Customer', 'Ada', 'Cy');
    await window.misses('Jon Reed');
    await window.press('Stage: MQL or Customer');
    await window.at('Stage').press('is not');
    await window.sees('Stage: not MQL or Customer', 'Jon Reed');
    await window.misses('Ada');
    await window.at('Stage').press('Done');
    await window.press('Remove filter: Stage: not MQL or Customer');
    await window.sees('Ada', 'Jon Reed');
  });

  it('a number between two ends, and one that says nothing goes away', async () => {
    const window = await renderScreen('leads');
    await window.press('Filter');
    await window.at('Filter by').press('Score');
    await window.at('Score').type('From', '50');
    await window.sees('Score: at least 50', 'Ada', 'Bo');
    await window.misses('Jon Reed');
    await window.at('Score').type('To', '100');
    await window.sees('Score: 50 to 100', 'Bo');
    await window.misses('Ada');
    await window.at('Score').type('From', 'x');
    await window.sees('Type a number.');
    await window.at('Score').type('From', '');
    await window.at('Score').type('To', '');
    await window.at('Score').press('Done');
    await window.misses('Score: ');
    await window.sees('Jon Reed');
  });

  it('two are cleared at once', async () => {
    const window = await renderScreen('leads');
    await window.press('Warm');
    await window.sees('Score: at least 50');
    await window.press('Filter');
    await window.at('Filter by').press('Company');
    await window.at('Company').type('Words, separated by commas (any match)', 'mill, reed');
    await window.sees('Company: “mill” or “reed”', 'Ada');
    await window.misses('Bo 70');
    await window.press('Clear');
    await window.sees('Bo 70', 'Jon Reed');
  });
});

describe('views', () => {
  it('a changed view is saved under a name, renamed, moved and deleted', async () => {
    const window = await renderScreen('leads');
    const labels = async () => (await window.call('views.list', {})).map(({ label }) => label);
    await window.press('Warm');
    await window.press('Remove filter: Score: at least 50');
    await window.press('Discard changes');
    await window.sees('Score: at least 50');
    await window.press('Remove filter: Score: at least 50');
    await window.press('Save as view');
    const dialog = window.at('Save as view');
    await dialog.press('Save');
    await dialog.sees('Enter a name for the view.');
    await dialog.type('View name', 'Cool');
    await dialog.press('Save');
    await window.sees('View “Cool” saved.');
    expect(await labels()).toEqual(['Warm', 'Everybody', 'Cool']);
    await window.press('More about Cool');
    await window.press('Move to the left');
    await expect.poll(labels).toEqual(['Warm', 'Cool', 'Everybody']);
    await window.press('More about Cool');
    await window.press('Rename');
    await window.at('Rename view').has('View name', 'Cool');
    await window.at('Rename view').type('View name', 'Cold');
    await window.at('Rename view').press('Rename');
    await window.sees('View renamed to “Cold”.');
    await window.press('More about Cold');
    await window.press('Delete');
    await window.sees('View “Cold” deleted.');
    expect(await labels()).toEqual(['Warm', 'Everybody']);
    await window.undo();
    await expect.poll(labels).toEqual(['Warm', 'Cold', 'Everybody']);
  });
});

describe('a selection', () => {
  it('is tagged, assigned, given a next step, a field and an activity', async () => {
    const window = await renderScreen('leads');
    const get = (id: string) => window.call('leads.get', { id });
    const { lead, customer } = window.ids;
    await window.press('Select Di');
    await window.press('Select Cy');
    const bar = window.at('Selected');
    await bar.sees('2 leads selected');

    await bar.press('Tag');
    await window.at('Tag').press('Tag');
    await window.at('Tag').sees('Choose tags to add or remove.');
    await window.at('Tag').press('Fair');
    await window.at('Tag').press('Tag');
    await window.sees('“Fair” added to 2 leads');
    expect((await get(lead)).tagIds).toEqual([window.ids.tag]);

    await bar.press('Assign');
    await window.at('Assign').press('Unassign');
    await window.sees('2 leads unassigned');
    expect((await get(customer)).lead.memberId).toBeNull();

    await bar.press('Next step');
    await window.at('Next step').press('Plan');
    await window.at('Next step').sees('Enter the next step.');
    await window.at('Next step').type('Next step', 'Ring');
    await window.at('Next step').press('Plan');
    await window.sees('“Ring” planned for 2 leads on Jun 29');
    expect((await get(lead)).lead).toMatchObject({ nextStep: 'Ring', nextStepOn: '2026-06-29' });

    await bar.press('Log');
    await window.at('Log').choose('Activity', 'Call made');
    await window.at('Log').type('Note', 'Both at once');
    await window.at('Log').press('Log');
    await window.sees('Call made logged for 2 leads');
    expect((await get(customer)).activities[0]).toMatchObject({ typeId: 'call-made', note: 'Both at once' });

    await bar.press('Set field');
    await window.at('Set field').sees('Field');
    await window.keys('{Escape}');
    await bar.press('Clear selection');
    await window.misses('leads selected');
  });

  it('is moved with its question, and deleted', async () => {
    const window = await renderScreen('leads');
    const stageOf = async (id: string) => (await window.call('leads.get', { id })).lead.stage;
    await window.press('Select Di');
    await window.at('Selected').press('Move');
    await window.press('Disqualified');
    await window.at('Disqualify: Di').press('Competitor');
    await window.at('Disqualify: Di').press('Disqualify');
    await window.sees('1 lead moved to Disqualified');
    expect(await stageOf(window.ids.lead)).toBe('disqualified');
    await window.at('Selected').press('Move');
    await window.press('Visitor');
    await window.sees('1 lead moved to Visitor');
    await window.at('Selected').press('Delete');
    await window.sees('1 lead deleted');
    expect((await window.call('leads.list', {})).total).toBe(5);
    await window.undo();
    await expect.poll(async () => (await window.call('leads.list', {})).total).toBe(6);
  });

  it('is exported into a file', async () => {
    const window = await renderScreen('leads');
    window.answers.save = `${window.folder}/some.csv`;
    await window.press('Select Di');
    await window.at('Selected').press('Export');
    const dialog = window.at('Export of 1 lead');
    await dialog.sees('One row per lead');
    await dialog.press('HubSpot');
    await dialog.sees('Uses the column names this program recognizes.');
    await dialog.press('A spreadsheet or Ripen');
    await dialog.press('Activities');
    await dialog.sees('One row per activity');
    await dialog.press('Leads');
    await dialog.press('Export 1 lead');
    await window.sees('some.csv');
    await window.misses('Export of 1 lead');
  });
});

describe('a lead over the table', () => {
  it('opens in a panel that Escape closes, and as a page', async () => {
    const window = await renderScreen('leads');
    await window.goTo('leads', `with/${window.ids.lead}`);
    const panel = window.at('Di');
    await panel.sees('Why 10', 'Next steps');
    await window.keys('{Escape}');
    await window.misses('Why 10');
    expect(window.route()).toBe('/leads');
    await window.goTo('leads', `with/${window.ids.lead}`);
    await window.at('Di').press('Open as a page');
    await expect.poll(window.route).toBe(`/lead/${window.ids.lead}`);
  });
});

describe('duplicates', () => {
  it('two records are compared field by field and merged', async () => {
    const window = await renderScreen('leads', 'duplicates', {
      before: async ({ call, ids }) => {
        await call('leads.update', { id: ids.lead, attributes: { email: 'di@mill.example', city: 'Graz' } });
        await call('leads.create', {
          attributes: { firstName: 'Diana', email: 'DI@mill.example', city: 'Wien', jobTitle: 'Miller' },
        });
      },
    });
    await window.sees('1 pair may be the same person.', 'Same e-mail, but a different name.');
    await window.press('Compare');
    const dialog = window.at('Same person?');
    await dialog.sees('City', 'Job title', 'Kept from both records: 1 activity, 0 deals');
    await dialog.press('City: Wien');
    await dialog.press('First name: Diana');
    await dialog.press('Merge');
    await window.sees('Merged into');
    const { rows } = await window.call('leads.list', { search: 'di@mill' });
    expect(rows.map(({ name }) => name)).toEqual(['Diana']);
    const { lead } = await window.call('leads.get', { id: rows[0]?.id ?? '' });
    expect(lead).toMatchObject({ city: 'Wien', jobTitle: 'Miller' });
    await window.sees('No duplicates');
  });

  it('two are marked as different people, and do not come back', async () => {
    const window = await renderScreen('leads', 'duplicates', {
      before: async ({ call, ids }) => {
        await call('leads.update', { id: ids.lead, attributes: { email: 'di@mill.example' } });
        await call('leads.create', { attributes: { firstName: 'Diana', email: 'di@mill.example' } });
      },
    });
    await window.press('Compare');
    await window.at('Same person?').press('Different people');
    await window.sees('Marked as different people.', 'No duplicates');
    expect((await window.call('duplicates.list', { limit: 5 })).total).toBe(0);
  });
});
