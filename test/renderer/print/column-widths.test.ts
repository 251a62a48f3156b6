// Groups of a printed list line up.
import { expect, it } from 'vitest';
import { columnWidths } from '../../../renderer/print/lists/column-widths.ts';

const group = (title: string, ...cells: string[]) => ({
  title,
  heads: ['', 'Who', 'Phone'],
  rows: [{ id: title, cells }],
});

it('groups with as many columns share their widths, which are those of the longest cells of all of them', () => {
  const widths = columnWidths([
    group('Due', '☐', 'Bo', '030 123'),
    group('Quiet', '☐', 'Bartholomew Featherstone', '1'),
  ]);
  expect([...widths.keys()]).toEqual([3]);
  const [box = 0, who = 0, phone = 0] = widths.get(3) ?? [];
  expect(box + who + phone).toBeCloseTo(100, 0);
  expect(who).toBeGreaterThan(4 * phone);
  expect(phone).toBeGreaterThan(box);
});

it('a note of a thousand letters leaves room for the other columns', () => {
  const [box = 0, , phone = 0] = columnWidths([group('Due', '☐', 'x'.repeat(1000), '030 1234567')]).get(3) ?? [];
  // 104 characters fill the sheet.
  expect((box * 104) / 100).toBeGreaterThan(2);
  expect((phone * 104) / 100).toBeGreaterThan('030 1234567'.length);
});

it('columns that know their widths keep them beside each other', () => {
  const widths = columnWidths([{ ...group('All', 'a', 'b', 'c'), widths: [100, 300, 100] }]).get(3);
  expect(widths).toEqual([20, 60, 20]);
});
