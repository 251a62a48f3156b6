// @vitest-environment happy-dom
// Criteria: what is moved becomes the draft.
import { join } from 'node:path';
import { fireEvent } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('the threshold that is typed is saved as the draft', async () => {
  const window = await renderScreen('criteria');
  await window.fill('Threshold, as a number', '60');
  await window.sees('Threshold 60 instead of 100.');
  expect((await window.call('criteria.draft', {})).draft?.criteria.threshold).toBe(60);
});

it('a slider that is moved is saved when it is let go, and not before', async () => {
  const window = await renderScreen('criteria');
  const slider = await window.field(/^Threshold$/);
  const saved = async () => (await window.call('criteria.draft', {})).draft?.criteria.threshold;
  fireEvent.pointerDown(slider);
  fireEvent.change(slider, { target: { value: '70' } });
  await window.has('Threshold, as a number', '70');
  expect(window.calls).not.toContain('criteria.changeDraft');
  expect(await saved()).toBe(10);
  fireEvent.pointerUp(slider);
  await expect.poll(saved).toBe(70);
  await window.sees('Threshold 70 instead of 100.');
});

it('publishing asks why, says who becomes MQL, and can be undone', async () => {
  const window = await renderScreen('criteria');
  await window.press('Publish…');
  const dialog = window.at('Publish version 2');
  await dialog.sees('Threshold 10 instead of 100.', '1 person becomes MQL:', 'Di');
  await dialog.press('Publish version 2');
  await dialog.sees('Enter a short reason.');
  await dialog.type('Why', 'More calls');
  await dialog.press('Publish version 2');
  await window.sees('Version 2 published. 1 person became MQL.');
  const stage = async () => (await window.call('leads.get', { id: window.ids.lead })).lead.stage;
  expect(await stage()).toBe('mql');
  await window.undo();
  await expect.poll(stage).toBe('lead');
});

it('a template is read before it becomes the draft', async () => {
  const window = await renderScreen('criteria', 'start');
  const [set] = await window.call('sets.list', {});
  await window.press(`Preview ${set?.label}`);
  const dialog = window.at(set?.label ?? '');
  await dialog.sees(set?.about ?? '', set?.changes[0] ?? '');
  await dialog.press('Use template');
  await window.sees(`“${set?.label}” is now your draft. Publish it under Rules.`);
});

it('a criteria file is compared with the rules before it becomes the draft', async () => {
  const window = await renderScreen('criteria', 'start');
  window.answers.criteria = join(import.meta.dirname, '../fixtures/criteria/agency.json');
  window.menu('read-criteria');
  await window.sees('Differences from your rules');
  await window.press('Add to draft');
  await window.sees('is now your draft. Publish it under Rules.');
});

it('points of an activity are typed in the sheet, removed, and given to another one', async () => {
  const window = await renderScreen('criteria');
  const rules = async () => (await window.call('criteria.draft', {})).draft?.criteria.behavior ?? [];
  const pointsOf = async (id: string) => (await rules()).find(({ typeId }) => typeId === id)?.points;
  await window.sees('An opened e-mail gives 5 points, every time, only in the last 90 days.');
  expect(await pointsOf('email-opened')).toBe(5);
  await window.press('Remove E-mail opened');
  await expect.poll(() => pointsOf('email-opened')).toBeUndefined();
  await window.press(/^Show \d activity types without points/);
  await window.sees('Call made');
  await window.press('Discard');
  await expect.poll(async () => (await window.call('criteria.draft', {})).draft).toBeNull();
  await window.sees('An opened e-mail gives 5 points, every time, only in the last 90 days.');
});

it('the ideal customer writes rules, said in words before they are added', async () => {
  const window = await renderScreen('criteria', 'start');
  await window.sees('Not quite.', 'Answer a question to see its rule here.');
  await window.type('Which job titles do your buyers have?', 'owner, CEO');
  await window.keys('{Enter}');
  await window.type('Smallest company (people)', '10');
  await window.type('Which countries do you sell to?', 'Austria');
  await window.keys('{Enter}');
  await window.sees('owner', 'Austria');
  await window.press('Remove CEO');
  const form = window.at(/^Describe your/);
  await form.press('Add to draft');
  await window.sees('Publish it under Rules.');
  expect((await window.call('idealCustomer.get', {})).answers).toMatchObject({ titles: ['owner'], sizeFrom: 10 });
});

it('versions are compared in words, and each is read', async () => {
  const window = await renderScreen('criteria', 'versions');
  await window.sees('Threshold 10 instead of 100.', 'current since Monday, June 1, 2026');
  await window.press('View rules');
  await window.sees('A demo request gives 50 points');
});

it('what cannot be learned yet says what is missing', async () => {
  const window = await renderScreen('criteria', 'learn');
  await window.sees('Suggestions need 10 customers', 'So far, 1 of 6 leads have closed, 1 of them as a customer.');
});

it('a rejection shows the rules behind it, and the smallest change that would have kept it back', async () => {
  const window = await renderScreen('criteria', 'rejections', {
    before: ({ call, ids }) =>
      call('leads.move', {
        ids: [ids.mql],
        move: { to: 'nurture', until: '2026-09-01', reason: 'no-budget' },
      } as never),
  });
  await window.sees('Ada', 'Demo requested');
  await window.press('Last 90 days');
  await window.sees('Ada');
});

it('a cap is added, named and limited in the draft, and read as a sentence', async () => {
  const window = await renderScreen('criteria', 'rules.caps');
  await window.sees('E-mail opened and E-mail clicked give at most 30 points together.');
  await window.fill('At most for all activities', '150');
  await window.sees('All activities together give at most 150 points.');
  await window.press('Add a cap');
  await expect
    .poll(async () => (await window.call('criteria.draft', {})).draft?.criteria.caps?.map(({ label }) => label))
    .toEqual(['Cheap signs', 'Website visit']);
  // Its activity is in no other cap, nor is any that can be added to it.
  await window.sees('Website visit gives at most 30 points.');
  const { draft } = await window.call('criteria.draft', {});
  expect(draft?.criteria.caps?.[1]?.typeIds).toEqual(['website-visit']);
  expect((await window.call('criteria.draft', {})).draft?.criteria.engagementCap).toBe(150);
});

it('a persona is added with rules of its own, named, read as a sentence, and removed', async () => {
  const window = await renderScreen('criteria', 'rules.fit');
  const personas = async () => (await window.call('criteria.draft', {})).draft?.criteria.personas ?? [];
  const before = (await personas()).length;
  await window.press('Add a persona');
  await expect.poll(async () => (await personas()).length).toBe(before + 1);
  const label = (await personas()).at(-1)?.label ?? '';
  const rules = window.at(`Persona ${label}`);
  await rules.fill(`Name of the persona ${label}`, 'Architects');
  await expect.poll(async () => (await personas()).at(-1)?.label).toBe('Architects');
  const named = window.at('Persona Architects');
  await named.sees(/at least 10/);
  await named.fill(/^Points: /, '35');
  await expect.poll(async () => (await personas()).at(-1)?.fit).toMatchObject([{ field: 'companySize', points: 35 }]);
  await window.press('Remove persona Architects');
  await expect.poll(async () => (await personas()).length).toBe(before);
});
