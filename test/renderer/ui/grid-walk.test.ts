// Keys in a table: where they lead, what they ask for, and which cell Tab edits next.
import { describe, expect, it } from 'vitest';
import { gridKey, nextEditable } from '../../../renderer/ui/table/walk.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const grid = { row: 5, column: 1, count: 100, columns: 4, page: 20 };
const press = (key: string, more: Partial<typeof plain> = {}) => gridKey({ ...plain, key, ...more }, grid);

describe('a key in a table', () => {
  it.each([
    ['ArrowDown', 6, 1],
    ['ArrowUp', 4, 1],
    ['ArrowLeft', 5, 0],
    ['ArrowRight', 5, 2],
    ['PageDown', 25, 1],
    ['Home', 0, 1],
    ['End', 99, 1],
  ])('%s goes to row %i, column %i', (key, row, column) => {
    expect(press(key)).toEqual({ what: 'go', row, column, select: false });
  });

  it('selects on the way with Shift, all with Ctrl+A, one with Space', () => {
    expect(press('ArrowDown', { shiftKey: true })).toMatchObject({ row: 6, select: true });
    expect(press('a', { ctrlKey: true })).toEqual({ what: 'all' });
    expect(press(' ')).toEqual({ what: 'select' });
  });

  it('widens and narrows the column with Alt+Shift and arrows, and leaves other shortcuts alone', () => {
    expect(press('ArrowRight', { altKey: true, shiftKey: true })).toEqual({ what: 'resize', by: 16 });
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('l', { ctrlKey: true })).toBeNull();
    expect(press('x')).toBeNull();
  });
});

describe('Tab while editing', () => {
  const edit = () => ({});
  const columns = [{}, { edit }, {}, { edit }];
  const rowAt = (index: number) => (index < 3 ? `row ${index}` : undefined);
  const next = (row: number, column: number, by: 1 | -1) => nextEditable(columns, rowAt, { row, column }, by, 4);

  it('goes to the next cell that can be edited, into the next row at the end of one, and back', () => {
    expect(next(0, 1, 1)).toEqual({ row: 0, column: 3 });
    expect(next(0, 3, 1)).toEqual({ row: 1, column: 1 });
    expect(next(1, 1, -1)).toEqual({ row: 0, column: 3 });
  });

  it('stops at either end of what is loaded', () => {
    expect(next(0, 1, -1)).toBeNull();
    expect(next(2, 3, 1)).toBeNull();
  });
});
