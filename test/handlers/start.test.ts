// Starting with the criteria, through the bridge: ready sets, the ideal customer, is a score needed, criteria as a file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { IdealCustomer } from '../../shared/ideal-customer.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../support/workspace.ts';

const answers: IdealCustomer = {
  titles: ['owner', 'head of sales'],
  industries: ['Retail'],
  sizeFrom: 20,
  sizeTo: 200,
  countries: ['Austria', 'Germany'],
  budget: 500_000,
  excludedCountries: ['Atlantis'],
  competitors: ['rival.example'],
};
const agency = join(import.meta.dirname, '..', 'fixtures', 'criteria', 'agency.json');

describe('a ready set', () => {
  it('is read in plain words, with what it would change and which types it brings', async () => {
    const { call } = aWorkspace();
    const sets = await call('sets.list', {});
    expect(sets.map(({ label }) => label)).toEqual(['Simple points', 'Consultancy', 'Software company']);
    expect(sets[0]?.changes).toEqual([]);
    const consultancy = sets[1];
    expect(consultancy?.newTypes).toEqual(['Services page visit']);
    expect(consultancy?.text.join('\n')).toMatch(
      /^3 downloads and .*Services page visit.* make an MQL, whatever the score\.$/m,
    );
    expect(consultancy?.changes.join('\n')).toMatch(/New: .*Services page visit/);
  });

  it('becomes the draft with its types, and one undo takes both away', async () => {
    const { call } = aWorkspace();
    const types = async () => (await call('activityTypes.list', {})).length;
    const before = await types();
    expect(await call('sets.take', { id: 'consultancy' })).toEqual({ draft: true });
    const { draft } = await call('criteria.draft', {});
    expect(draft?.criteria.shortcuts[0]?.label).toBe('3 downloads and 2 services page visits');
    expect(await types()).toBe(before + 1);
    expect((await call('journal.undo', {})).label).toBe('start from a template');
    expect((await call('criteria.draft', {})).draft).toBeNull();
    expect(await types()).toBe(before);
  });

  it('uses a type of the same name that is there already', async () => {
    const { call } = aWorkspace();
    const mine = { label: 'services PAGE visit', ourSide: false, impliesStage: null, archived: false };
    const { id } = await call('activityTypes.save', { id: null, ...mine });
    await call('sets.take', { id: 'consultancy' });
    const { draft } = await call('criteria.draft', {});
    expect(draft?.criteria.behavior.some(({ typeId }) => typeId === id)).toBe(true);
    expect((await call('activityTypes.list', {})).some(type => type.id === 'services-page-visit')).toBe(false);
  });

  it('keeps what the owner said about the ideal customer', async () => {
    const { call } = aWorkspace();
    await call('idealCustomer.save', { answers });
    await call('sets.take', { id: 'software' });
    const { draft } = await call('criteria.draft', {});
    expect(draft?.criteria.fit.some(({ id }) => id === 'fit-ideal-title')).toBe(true);
    expect(draft?.criteria.shortcuts[0]?.label).toBe('Requested a demo');
  });

  it('that nobody knows is refused', async () => {
    expect(await aWorkspace().appError('sets.take', { id: 'bakery' })).toBe('This template no longer exists.');
  });
});

describe('the ideal-customer questions', () => {
  it('tell what answers would write before they are given', async () => {
    const { call } = aWorkspace();
    const { text, changes } = await call('idealCustomer.preview', { answers });
    expect(text[0]).toBe('Job title contains “owner” or “head of sales”: gives 20 points.');
    expect(text.at(-1)).toMatch(/^Never an MQL when e-mail contains “@rival\.example”/i);
    expect(changes.length).toBeGreaterThanOrEqual(text.length);
    expect((await call('criteria.draft', {})).draft).toBeNull();
  });

  it('write the fit rules into the draft, are remembered, and are answered anew in place', async () => {
    const { call } = aWorkspace();
    expect((await call('idealCustomer.get', {})).answers).toBeNull();
    await call('idealCustomer.save', { answers });
    expect((await call('idealCustomer.get', {})).answers).toEqual(answers);
    const rules = async () => (await call('criteria.draft', {})).draft?.criteria.fit ?? [];
    const before = (await rules()).length;
    await call('idealCustomer.save', { answers: { ...answers, titles: [] } });
    expect((await rules()).some(({ field }) => field === 'jobTitle')).toBe(false);
    expect((await rules()).length).toBe(before - 1);
    expect((await call('journal.undo', {})).label).toBe('set ideal customer');
    expect((await call('idealCustomer.get', {})).answers?.titles).toEqual(['owner', 'head of sales']);
    expect((await rules()).length).toBe(before);
  });

  it('speak of money in the currency of the workspace, not in cents', async () => {
    const { call } = aWorkspace();
    const { text } = await call('idealCustomer.preview', { answers });
    expect(text).toContain('Budget is at least €5,000: gives 15 points.');
    await call('idealCustomer.save', { answers });
    expect((await call('criteria.draft', {})).changes.join('\n')).toMatch(/Budget is at least €5,000:/);
  });

  it('offer what is frequent among the leads', async () => {
    const { call } = aWorkspace();
    for (const [jobTitle, industry] of [
      ['Head of sales', 'Retail'],
      ['Sales manager', 'Retail'],
      ['Owner', 'Wine'],
    ]) {
      await call('leads.create', { attributes: { jobTitle, industry, country: 'Austria' } });
    }
    const { frequent } = await call('idealCustomer.get', {});
    expect(frequent.titles[0]).toBe('sales');
    expect(frequent.titles).not.toContain('of');
    expect(frequent).toMatchObject({ industries: ['Retail', 'Wine'], countries: ['Austria'] });
  });

  it('refuse a smallest company larger than the largest', async () => {
    const wrong = { answers: { ...answers, sizeFrom: 300 } };
    expect(await aWorkspace().appError('idealCustomer.save', wrong)).toMatch(/smallest company size is larger/);
  });
});

describe('do you need scoring yet', () => {
  it('counts what is in the workspace', async () => {
    const { call } = aWorkspace();
    expect(await call('scoringNeed.get', {})).toMatchObject({ needed: false });
    const ids: string[] = [];
    for (let i = 0; i < 30; i++) ids.push((await call('leads.create', { attributes: { lastName: `L${i}` } })).id);
    for (let i = 0; i < 3; i++) await call('activities.log', { leadIds: ids, typeId: 'website-visit' });
    await call('activities.log', { leadIds: ids, typeId: 'call-made' });
    const { needed, checks } = await call('scoringNeed.get', {});
    expect(needed).toBe(true);
    expect(checks.map(({ found }) => found).slice(0, 2)).toEqual([
      '30 leads, 30 of them new in the last 90 days.',
      '100 % of them have activities, 3.0 each on average.',
    ]);
  });
});

describe('criteria as a file', () => {
  it('tell in words what differs before they become the draft, types and all, in one undo step', async () => {
    const { call } = aWorkspace();
    const read = await call('criteriaFile.read', { path: agency });
    expect(read).toMatchObject({ name: 'An agency in Graz', unknown: ['Workshop attended'], rulesOnUnknown: 2 });
    expect(read.changes).toContain('Threshold 80 instead of 100.');
    expect(read.changes.join('\n')).toMatch(/“Workshop attended” gives 45 points, at most 2 times/);
    expect((await call('criteria.draft', {})).draft).toBeNull();
    await call('criteriaFile.take', { path: agency });
    expect((await call('criteria.draft', {})).changes).toEqual(read.changes);
    expect((await call('activityTypes.list', {})).some(({ label }) => label === 'Workshop attended')).toBe(true);
    await call('journal.undo', {});
    expect((await call('criteria.draft', {})).draft).toBeNull();
    expect((await call('activityTypes.list', {})).some(({ label }) => label === 'Workshop attended')).toBe(false);
  });

  it('can leave out the rules on what the workspace does not have', async () => {
    const { call } = aWorkspace();
    await call('criteriaFile.take', { path: agency, unknown: 'leave-out' });
    const { draft } = await call('criteria.draft', {});
    expect(draft?.criteria.shortcuts).toEqual([]);
    expect(draft?.criteria.behavior.some(({ id }) => id === 'behaviour-workshop')).toBe(false);
    expect(draft?.criteria.threshold).toBe(80);
  });

  it('go out where the owner says and come back the same in another workspace', async () => {
    const path = join(aFolder(), 'ours.json');
    const request: string[] = [];
    const { app, file, clock, call } = aWorkspace({ name: 'Mill: the old one' });
    await call('sets.take', { id: 'consultancy' });
    app().close();
    const again = makeApp({
      file,
      migrationsFolder,
      now: () => clock.now,
      deviceId: 'test',
      saveAs: async name => {
        request.push(name);
        return request.length === 1 ? path : null;
      },
    });
    expect(await again.call('criteriaFile.save', { what: 'draft' })).toEqual({ ok: true, value: { saved: path } });
    expect(await again.call('criteriaFile.save', { what: 'in-force' })).toEqual({ ok: true, value: { saved: null } });
    expect(request).toEqual([
      'Mill  the old one, draft of the criteria.json',
      'Mill  the old one, criteria version 1.json',
    ]);
    again.close();
    const other = aWorkspace();
    await other.call('sets.take', { id: 'consultancy' });
    expect((await other.call('criteriaFile.read', { path })).changes).toEqual([]);
  });

  it('are refused in one sentence when the file is something else', async () => {
    const { appError } = aWorkspace();
    const folder = aFolder();
    const path = join(folder, 'wrong.json');
    expect(await appError('criteriaFile.read', { path })).toBe('This file no longer exists.');
    expect(await appError('criteriaFile.read', { path: folder })).toBe('Ripen has no permission to read this file.');
    writeFileSync(path, 'name;company');
    expect(await appError('criteriaFile.read', { path })).toBe('This is not a criteria file: it is not JSON.');
    const twice = JSON.parse(readFileSync(agency, 'utf8'));
    twice.criteria.fit = [twice.criteria.fit[0], twice.criteria.fit[0]];
    writeFileSync(path, JSON.stringify(twice));
    expect(await appError('criteriaFile.take', { path })).toMatch(/^This criteria file is damaged: /);
  });
});
