// @vitest-environment happy-dom
// Ctrl+P saves what is on the screen; what stands on paper is what the screen lists, and no number of who asked not to be contacted.
import { expect, it } from 'vitest';
import { columnWidths } from '../../renderer/print/lists/column-widths.ts';
import { readList } from '../../renderer/print/lists/read-list.ts';
import { renderScreen } from '../support/render-screen.ts';

const cellsOf = (list: Awaited<ReturnType<typeof readList>>) =>
  list.groups.map(({ title, rows }) => [title, rows.map(({ cells }) => cells.map(String))] as const);

it('Today is a call list: a box, the number, what to do, the last note', async () => {
  const window = await renderScreen('today', null, {
    before: async ({ call, ids }) => {
      await call('leads.update', { id: ids.opportunity, attributes: { phone: '+49 30 1234567' } });
      await call('leads.update', { id: ids.mql, attributes: { phone: '+49 30 7654321', consent: 'no' } });
    },
  });
  await window.sees('1 next step is due');
  const list = cellsOf(await readList({ screen: 'today', memberId: null }));
  const [waiting] = list.find(([title]) => title === 'Waiting for sales')?.[1] ?? [];
  expect(waiting?.slice(0, 3)).toEqual(['\u2610', 'Ada, Mill', 'Asked not to be contacted']);
  const [due] = list.find(([title]) => title === 'Next steps due')?.[1] ?? [];
  expect(due).toEqual(expect.arrayContaining(['Bo, Quay', '030\u00a01234567', 'Send the offer (Pricing page visit)']));
  // Room to write by hand.
  const [group] = (await readList({ screen: 'today', memberId: null })).groups;
  expect(group?.heads.at(-1)).toBe('Notes');
  expect(group?.rows.map(({ cells }) => cells.at(-1))).toEqual(group?.rows.map(() => ''));
  expect(
    columnWidths(group ? [group] : [])
      .get(7)
      ?.at(-1),
  ).toBeGreaterThan(12);
  expect(JSON.stringify(list)).not.toContain('7654321');
});

it('the board has a table for each column that is shown, narrowed as on the screen', async () => {
  await renderScreen('board');
  const { groups } = await readList({
    screen: 'board',
    search: '',
    memberId: null,
    channelId: null,
    tagId: null,
    cell: null,
    order: 'score',
    stages: ['lead', 'customer'],
  });
  expect(groups.map(({ title, rows }) => [title, rows.map(({ cells }) => cells[0])])).toEqual([
    ['Lead: 3', ['Di', 'Ida Stone', 'Jon Reed']],
    ['Customer: 1', ['Cy']],
  ]);
});

it('Leads has the columns, the filter and the order of the table', async () => {
  await renderScreen('leads');
  const { groups, note } = await readList({
    screen: 'leads',
    search: 'reed',
    conditions: [],
    sort: 'name',
    descending: false,
    columns: ['name', 'company', 'stage'],
  });
  expect(note).toContain('1 lead');
  expect(groups[0]?.heads).toEqual(['Name', 'Company', 'Stage']);
  expect(groups[0]?.rows.map(({ cells }) => cells[1])).toEqual(['Reed']);
});

it('another screen says what can be saved, instead of saving the review', async () => {
  const window = await renderScreen('settings');
  await window.keys('{Control>}p{/Control}');
  await window.sees('Open Today, Board, Leads, Review or a lead, and save that as PDF.');
  expect(window.calls).not.toContain('documents.saveReview');
});

it('a column has room for its longest word, so that a number to dial is never cut', () => {
  const phone = '0044\u00a07700\u00a0900123';
  const long = 'A note that goes on about what was said on the telephone the other day';
  const group = (heads: readonly string[], cells: readonly string[]) => ({
    title: 'Due',
    heads,
    rows: [{ id: 'a', cells }],
  });
  const heads = ['Done', 'Name', 'Phone', 'When', 'What to do', 'Last note', 'Notes'];
  const widths =
    columnWidths([group(heads, ['\u2610', 'Ada Adler, Mill', phone, 'today', long, long, ''])]).get(7) ?? [];
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
  // 104 characters fill the sheet.
  expect(((widths[2] ?? 0) * 104) / 100).toBeGreaterThanOrEqual(phone.length + 1);
  expect(((widths[0] ?? 0) * 104) / 100).toBeGreaterThanOrEqual('Done'.length);
  expect(widths[6]).toBeGreaterThan(15);
  expect(columnWidths([group(['Name'], ['Ada'])]).get(1)).toEqual([100]);
});
