// Exports as files: what is in them, that they are whole or not there, and that a workspace goes out and comes back the same.

import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { dayMs } from '../../shared/dates.ts';
import { runConfirmed } from '../support/imported.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../support/workspace.ts';

/** The same workspace with a place to save to. */
function saving(workspace: TestWorkspace) {
  const { clock } = workspace;
  workspace.app().close();
  let savePath: string | null = null;
  const app = makeApp({
    file: workspace.file,
    migrationsFolder,
    now: () => clock.now,
    deviceId: 'test',
    saveAs: async () => savePath,
  });
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await app.call(name, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.value as Output<N>;
  };
  const save = async (path: string | null, request: Partial<Input<'exports.save'>> = {}) => {
    savePath = path;
    return call('exports.save', { jobId: 'e', what: 'leads', as: 'ripen', kind: 'csv', who: null, ...request });
  };
  return { call, save, app, clock };
}

/** Takes a file in as the window does, without a change. */
async function takeIn(call: TestWorkspace['call'], path: string): Promise<void> {
  const source = { kind: 'file', path } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source, choices: {} });
  const decisions = { rows: [], alike: [] };
  await call('imports.run', { jobId: 'x', source, choices: {}, mapping, decisions });
}

const attributes = { firstName: '=cmd|calc', lastName: 'Lee', email: 'ann@acme.example', phone: '+49 30 1234567' };

describe('an export', () => {
  it('is safe to open in a spreadsheet, and leaves telephone numbers as they are for other programs', async () => {
    const { call, save, app } = saving(aWorkspace());
    await call('leads.create', { attributes });
    const path = join(aFolder(), 'leads.csv');
    expect(await save(path)).toEqual({ saved: path, rows: 1 });
    const customValues = readFileSync(path, 'utf8');
    expect(customValues).toContain("'=cmd|calc,Lee,ann@acme.example,'+49 30 1234567");
    await save(path, { as: 'hubspot' });
    const hubspot = readFileSync(path, 'utf8');
    expect(hubspot.split('\r\n')[0]).toContain('First Name,Last Name,Email,Phone Number,Company Name');
    expect(hubspot).toContain("'=cmd|calc,Lee,ann@acme.example,+49 30 1234567");
    app.close();
  });

  it('holds nobody of an import that is only previewed meanwhile', async () => {
    const { call, save, app } = saving(aWorkspace());
    await call('leads.create', { attributes });
    const sheet = join(aFolder(), 'people.csv');
    const people = Array.from({ length: 3000 }, (_, n) => `P${n},p${n}@quay.example`);
    writeFileSync(sheet, ['First name,E-mail', ...people].join('\n'));
    const source = { kind: 'file', path: sheet } as const;
    const { mapping } = await call('imports.read', { jobId: 'r', source });
    const inFile = () => app.reader.pluck<number>('SELECT count(*) FROM lead')[0] ?? 0;
    const preview = call('imports.check', { jobId: 'c', source, mapping });
    while (inFile() < 100) await nextTurn();
    const path = join(aFolder(), 'leads.csv');
    expect(await save(path)).toEqual({ saved: path, rows: 1 });
    expect(readFileSync(path, 'utf8')).not.toContain('quay.example');
    expect((await preview).counts.created).toBe(3000);
    app.close();
  });

  it('gives no day to a stage whose day is not known, and none comes back', async () => {
    const first = saving(aWorkspace());
    const sheet = join(aFolder(), 'customers.csv');
    const lines = ['Ann Lee,ann@acme.example,Customer,', 'Bob Fox,bob@fox.example,Customer,2026-03-02'];
    lines.push('Cy Oak,cy@oak.example,Lost,', 'Di Elm,di@elm.example,Lead,');
    writeFileSync(sheet, ['Name,E-mail,Stage,Stage since', ...lines, ''].join('\n'));
    await takeIn(first.call, sheet);
    const files = { leads: join(aFolder(), 'leads.csv'), stages: join(aFolder(), 'stages.csv') };
    for (const what of ['leads', 'stages'] as const) await first.save(files[what], { what });
    first.app.close();
    for (const [what, path] of Object.entries(files)) {
      const rowOf = (name: string) =>
        readFileSync(path, 'utf8')
          .split('\r\n')
          .find(line => line.includes(name) && /Customer|Lost/.test(line)) ?? '';
      expect(rowOf('Bob')).toContain('2026-03-02');
      // The import was on 1 June 2026: only when a lead was added is of that day.
      for (const name of ['Ann', 'Cy']) {
        expect(rowOf(name)).toContain(name);
        expect(rowOf(name).match(/2026-06-01/g)?.length ?? 0, rowOf(name)).toBe(what === 'leads' ? 1 : 0);
      }
    }

    const second = aWorkspace();
    for (const path of Object.values(files)) await takeIn(second.call, path);
    const { figures } = await second.call('review.get', { kind: 'year', date: '2026-06-01' });
    expect(figures.figures.find(({ id }) => id === 'new-customers')).toMatchObject({ value: 1 });
    second.app().close();
    const connection = new DatabaseSync(second.file, { readOnly: true });
    const undated = connection.prepare("SELECT to_stage FROM stage_change WHERE cause = 'opening' ORDER BY to_stage");
    expect(undated.all().map(row => row.to_stage)).toEqual(expect.arrayContaining(['customer', 'lost']));
    connection.close();
  });

  it('has only the leads that were chosen, in the order they were chosen', async () => {
    const { call, save, app } = saving(aWorkspace());
    const ids: string[] = [];
    for (const firstName of ['Ann', 'Bob', 'Cy'])
      ids.push((await call('leads.create', { attributes: { firstName } })).id);
    expect(await call('exports.count', {})).toEqual({ leads: 3, activities: 0, stages: 3, deals: 0 });
    const path = join(aFolder(), 'some.csv');
    await save(path, { who: { by: 'ids', ids: [ids[2] ?? '', ids[0] ?? ''] } });
    expect(readFileSync(path, 'utf8').match(/Ann|Bob|Cy/g)).toEqual(['Cy', 'Ann']);
    const filter = { by: 'filter', search: '', conditions: [], except: [ids[1] ?? ''] } as const;
    expect((await save(path, { who: { ...filter, conditions: [], except: [...filter.except] } })).rows).toBe(2);
    app.close();
  });

  it('is not there at all when it is stopped, when nobody chooses a place, or when the folder refuses', async () => {
    const { call, save, app } = saving(aWorkspace());
    for (let i = 0; i < 120; i++) await call('leads.create', { attributes: { firstName: `Ann ${i}` } });
    const folder = aFolder();
    expect(await save(null)).toEqual({ saved: null, rows: 0 });
    const running = save(join(folder, 'stopped.csv'));
    await call('imports.cancel', { jobId: 'e' });
    await expect(running).rejects.toThrow('Export stopped. No file was written.');
    await expect(save(join(folder, 'nowhere', 'leads.csv'))).rejects.toThrow('This folder no longer exists.');
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o500);
    if (process.getuid?.() !== 0)
      await expect(save(join(folder, 'leads.csv'))).rejects.toThrow('Ripen has no permission to write to this folder.');
    chmodSync(folder, 0o700);
    expect(existsSync(join(folder, 'leads.csv'))).toBe(false);
    app.close();
  });
});

const listedLead = fc.record({
  first: fc.constantFrom('Ann', 'Bob', 'Čy', '=Dee'),
  last: fc.constantFrom('Lee', 'Fox', 'Müller'),
  company: fc.constantFrom(null, 'Acme GmbH', 'Fox, Ltd'),
  notes: fc.constantFrom(null, 'two\nlines', '+1 more', 'n/a'),
  size: fc.constantFrom(null, 45),
  budget: fc.constantFrom(null, 120_050),
  tag: fc.constantFrom(null, 'VIP'),
  contract: fc.constantFrom(null, '2026-12-31'),
  points: fc.constantFrom(null, 20, 150),
  never: fc.constantFrom(null, 'A friend of the house'),
  deals: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  actions: fc.array(
    fc.record({
      type: fc.constantFrom('email-clicked', 'demo-requested', 'website-visit', 'sauna'),
      daysAgo: fc.integer({ min: 0, max: 200 }),
    }),
    { maxLength: 5 },
  ),
  moves: fc.array(fc.constantFrom<'nurture' | 'sql' | 'customer' | 'lost'>('nurture', 'sql', 'customer', 'lost'), {
    maxLength: 3,
  }),
});

/** Everything that is to come back, by name and not by the ids of this workspace. */
type Everything = {
  leads: object[];
  activities: object[];
  stages: object[];
  deals: object[];
  points: object[];
  scores: object[];
};
async function everything({ call, app }: ReturnType<typeof saving>): Promise<Everything> {
  const { reader } = app;
  const { rows } = await call('leads.list', { limit: 500 });
  const scores = rows.map(({ id, score, stage, stageSince }) => ({ id, score, stage, stageSince }));
  return {
    leads: reader.all(
      `SELECT id, mql_exclusion, first_name, last_name, company, email, notes, company_size, budget, stage, stage_since, created_at,
       (SELECT group_concat(t.label) FROM lead_tag lt JOIN tag t ON t.id = lt.tag_id WHERE lt.lead_id = lead.id) AS tags,
       (SELECT group_concat(f.kind || f.label || v.value) FROM custom_value v JOIN custom_field f ON f.id = v.field_id
        WHERE v.lead_id = lead.id) AS customValues FROM lead ORDER BY id`,
    ),
    activities: reader.all(
      `SELECT a.lead_id, t.label, a.at, a.note, (SELECT name FROM member WHERE id = a.member_id) AS who
       FROM activity a JOIN activity_type t ON t.id = a.type_id
       ORDER BY a.lead_id, a.at, t.label`,
    ),
    stages: reader.all('SELECT lead_id, from_stage, to_stage, at, reason FROM stage_change ORDER BY lead_id, at, id'),
    deals: reader.all(
      `SELECT lead_id, name, amount, expected_close, probability, status, closed_at, reason, created_at FROM deal
       ORDER BY lead_id, created_at, name, amount, status, closed_at`,
    ),
    points: reader.all('SELECT lead_id, points, at, reason FROM score_adjustment ORDER BY lead_id, at, points'),
    scores: scores.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

describe('a workspace that goes out and comes back', () => {
  it.each(['csv', 'xlsx'] as const)(
    'has the same leads, activities, stages, deals, points and scores (%s)',
    { timeout: 300_000 },
    async kind => {
      await fc.assert(
        fc.asyncProperty(fc.array(listedLead, { minLength: 1, maxLength: 6 }), async leads => {
          const from = saving(aWorkspace());
          const { clock } = from;
          const start = clock.now;
          const sauna = await from.call('activityTypes.save', {
            id: null,
            label: 'Sauna evening',
            ourSide: false,
            impliesStage: null,
            archived: false,
          });
          const field = await from.call('customFields.save', {
            id: null,
            label: 'Contract end',
            kind: 'date',
            choices: [],
            archived: false,
          });
          const tag = await from.call('tags.save', { id: null, label: 'VIP', archived: false });
          for (const [index, one] of leads.entries()) {
            clock.now = start - 250 * dayMs + index * 1000;
            const { first, last, company, notes, size: companySize, budget } = one;
            const email = `p${index}@acme.example`;
            const { id } = await from.call('leads.create', {
              attributes: { firstName: first, lastName: last, company, notes, companySize, budget, email },
            });
            if (one.tag) await from.call('tags.put', { ids: [id], add: [tag.id] });
            if (one.contract) await from.call('customFields.set', { id, fieldId: field.id, value: one.contract });
            if (one.points) {
              clock.now = start - 3 * dayMs;
              await from.call('leads.adjustScore', { id, points: one.points, reason: 'Met | at the fair' });
              await from.call('leads.adjustScore', { id, points: -1, reason: 'Late' });
            }
            if (one.never) await from.call('leads.setMqlExclusion', { id, reason: one.never });
            for (const { type, daysAgo } of one.actions) {
              const typeId = type === 'sauna' ? sauna.id : type;
              const date = new Date(start - daysAgo * dayMs).toISOString().slice(0, 10);
              clock.now = start;
              await from.call('activities.log', { leadIds: [id], typeId, when: { date, time: '10:30' } });
            }
            for (const [step, to] of one.moves.entries()) {
              clock.now = start + (step + 1) * 3_600_000;
              await from.app.call('leads.move', { ids: [id], move: moveTo(to) });
            }
            for (const amount of one.deals) {
              clock.now = start + 5 * 3_600_000 + amount;
              // Refused for whoever is no opportunity.
              await from.app.call('deals.save', {
                id: null,
                leadId: id,
                name: 'Ovens',
                amount,
                expectedClose: '2027-01-31',
                probability: 40,
              });
            }
          }
          clock.now = start + dayMs;
          const folder = aFolder();
          const into = saving(aWorkspace());
          into.clock.now = clock.now;
          for (const what of ['leads', 'stages', 'activities', 'deals'] as const) {
            const path = join(folder, `${what}.${kind}`);
            const { rows } = await from.save(path, { what, kind });
            if (rows === 0) continue;
            const source = { kind: 'file', path } as const;
            const { mapping } = await into.call('imports.read', { jobId: 'r', source });
            const { counts } = await runConfirmed(into, { jobId: 'x', source, mapping });
            expect(counts.rejected).toBe(0);
          }
          expect(await everything(into)).toEqual(await everything(from));
          from.app.close();
          into.app.close();
        }),
        { numRuns: kind === 'csv' ? 12 : 4 },
      );
    },
  );
});

function moveTo(to: 'nurture' | 'sql' | 'customer' | 'lost'): Input<'leads.move'>['move'] {
  switch (to) {
    case 'nurture':
      return { to, until: '2027-01-01', reason: 'bad-timing' } as Input<'leads.move'>['move'];
    case 'customer':
      return { to, amount: 110_000 } as Input<'leads.move'>['move'];
    case 'lost':
      return { to, reason: 'price' } as Input<'leads.move'>['move'];
    default:
      return { to } as Input<'leads.move'>['move'];
  }
}

describe('proof of consent', () => {
  const proof = {
    consentOn: '2026-05-03',
    consentSource: 'Spring fair, paper form',
    consentWording: 'You may write to me.\nAbout offers.',
  };

  it.each(['csv', 'xlsx'] as const)(
    'goes out and comes back the same as %s, and a second import changes nothing and loses none',
    async kind => {
      const first = saving(aWorkspace());
      const { id } = await first.call('leads.create', { attributes: { ...attributes, consent: 'yes' } });
      const { id: other } = await first.call('leads.create', {
        attributes: { firstName: 'Bo', email: 'bo@acme.example' },
      });
      // Consent that was taken back since keeps its proof.
      const { id: withdrawn } = await first.call('leads.create', {
        attributes: { firstName: 'Cy', email: 'cy@quay.example', consent: 'no' },
      });
      await first.call('privacy.setLead', { id: withdrawn, change: proof });
      await first.call('privacy.setLead', { id, change: proof });
      const path = join(aFolder(), `leads.${kind}`);
      await first.save(path, { kind });
      const second = saving(aWorkspace());
      await takeIn(second.call, path);
      expect(await second.call('privacy.ofLead', { id })).toMatchObject({ ...proof, consent: 'yes' });
      expect(await second.call('privacy.ofLead', { id: withdrawn })).toMatchObject({ ...proof, consent: 'no' });
      expect(await second.call('privacy.ofLead', { id: other })).toMatchObject({
        consentOn: null,
        consentSource: null,
      });
      const again = join(aFolder(), `again.${kind}`);
      await second.save(again, { kind });
      if (kind === 'csv') expect(readFileSync(again, 'utf8')).toBe(readFileSync(path, 'utf8'));
      const source = { kind: 'file', path } as const;
      const { mapping } = await second.call('imports.read', { jobId: 'r', source, choices: {} });
      const decisions = { rows: [], alike: [] };
      const { counts } = await second.call('imports.run', { jobId: 'x', source, choices: {}, mapping, decisions });
      expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
      expect(await second.call('privacy.ofLead', { id })).toMatchObject(proof);
      first.app.close();
      second.app.close();
    },
  );

  it('of a file fills what is not known, is undone with its import, and never takes the place of another proof', async () => {
    const { call, app } = saving(aWorkspace());
    const { id } = await call('leads.create', { attributes: { ...attributes, email: 'ann@acme.example' } });
    const path = join(aFolder(), 'form.csv');
    writeFileSync(
      path,
      'E-mail;Consent given on;Consent source;Consent wording\nann@acme.example;2026-04-01;Web form;You may write to me about offers',
    );
    await takeIn(call, path);
    const taken = {
      consentOn: '2026-04-01',
      consentSource: 'Web form',
      consentWording: 'You may write to me about offers',
    };
    expect(await call('privacy.ofLead', { id })).toMatchObject(taken);
    await call('journal.undo', {});
    expect(await call('privacy.ofLead', { id })).toMatchObject({
      consentOn: null,
      consentSource: null,
      consentWording: null,
    });
    await call('privacy.setLead', { id, change: { consentOn: '2026-01-01' } });
    await takeIn(call, path);
    expect(await call('privacy.ofLead', { id })).toMatchObject({ consentOn: '2026-01-01', consentSource: null });
    app.close();
  });
});
