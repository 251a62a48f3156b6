// Promotions in a shared workspace: what two computers find out apart is one row, and what only both know together is found when they meet.
import { describe, expect, it } from 'vitest';
import { allMeet, meetIn, twoComputers } from '../support/shared-folder.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const historyIn = ({ app }: TestWorkspace) =>
  app().reader.pluck<string>(
    "SELECT from_stage || ' ' || to_stage FROM stage_change WHERE from_stage IS NOT NULL ORDER BY at, id",
  );
const receiptsIn = ({ app }: TestWorkspace) => app().reader.pluck<number>('SELECT count(*) FROM receipt')[0];
const log = ({ call }: TestWorkspace, id: string, ...types: readonly string[]) =>
  Promise.all(types.map(typeId => call('activities.log', { leadIds: [id], typeId, when: null, note: null })));

async function twoWithOneLead() {
  const both = await twoComputers(async ({ call }) => {
    await call('leads.create', {
      attributes: { firstName: 'Ada', jobTitle: 'Managing director', company: 'Mill', email: 'ada@mill.example' },
    });
  });
  const [ada = ''] = both.a.app().reader.pluck<string>('SELECT id FROM lead');
  return { ...both, ada };
}
/** By the default criteria each half is too little, and both are enough. */
const halves = [['demo-requested'], ['information-requested', 'webinar-attended']] as const;
const enough = halves.flat();

describe('a promotion', () => {
  it('that two computers make of the same lead apart is one, with one receipt, and nothing is sent for ever', async () => {
    const { folder, a, b, ada } = await twoWithOneLead();
    await log(a, ada, ...enough);
    b.clock.now += 60_000;
    await log(b, ada, ...enough);
    expect([historyIn(a), historyIn(b)]).toEqual([['lead mql'], ['lead mql']]);
    await allMeet(folder, [a, b]);
    expect(historyIn(b)).toEqual(['lead mql']);
    expect(receiptsIn(b)).toBe(1);
  });

  it('that only both know together is made when they meet, once', async () => {
    const { folder, a, b, ada } = await twoWithOneLead();
    await log(a, ada, ...halves[0]);
    await log(b, ada, ...halves[1]);
    expect([historyIn(a), historyIn(b)]).toEqual([[], []]);
    await allMeet(folder, [a, b]);
    expect(historyIn(a)).toEqual(['lead mql']);
    expect(receiptsIn(b)).toBe(1);
  });

  it('made when they meet is nobody’s to take back, and what could be done again still can', async () => {
    const { folder, a, b, ada } = await twoWithOneLead();
    await log(a, ada, ...halves[0]);
    await a.call('leads.create', { attributes: { firstName: 'Bo' } });
    await a.call('journal.undo', {});
    await log(b, ada, ...halves[1]);
    const before = await a.call('journal.state', {});
    expect(before).toEqual({ undo: 'log activity', redo: 'add lead' });
    await meetIn(folder, b);
    await meetIn(folder, a);
    expect(historyIn(a)).toEqual(['lead mql']);
    expect(await a.call('journal.state', {})).toEqual(before);
    await a.call('journal.redo', {});
    await allMeet(folder, [a, b]);
    expect(historyIn(b)).toEqual(['lead mql']);
    expect(b.app().reader.pluck("SELECT count(*) FROM lead WHERE first_name = 'Bo'")).toEqual([1]);
  });
});
