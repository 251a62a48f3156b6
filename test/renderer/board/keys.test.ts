// What keys mean on the board, and which question a move asks.
import { describe, expect, it } from 'vitest';
import { moveVerb, neighbour, questionOf, whyNot } from '../../../renderer/parts/moves/question.ts';
import { beside, keyAction } from '../../../renderer/screens/board/keys.ts';
import { stages } from '../../../shared/stages.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const here = { index: 3, total: 10, page: 5, carrying: false };

describe('keys of the board', () => {
  it('walk with the arrows and move on with Shift', () => {
    expect(keyAction(press('ArrowDown'), here)).toEqual({ do: 'walk', index: 4 });
    expect(keyAction(press('End'), here)).toEqual({ do: 'walk', index: 9 });
    expect(keyAction(press('ArrowRight'), here)).toEqual({ do: 'side', by: 1 });
    expect(keyAction(press('ArrowLeft', { shiftKey: true }), here)).toEqual({ do: 'move', by: -1 });
  });
  it('place a card with Alt and an arrow, and leave all else with Alt to others', () => {
    expect(keyAction(press('ArrowUp', { altKey: true }), here)).toEqual({ do: 'reorder', by: -1 });
    expect(keyAction(press('ArrowDown', { altKey: true }), here)).toEqual({ do: 'reorder', by: 1 });
    expect(keyAction(press('ArrowLeft', { altKey: true }), here)).toBeNull();
    expect(keyAction(press('ArrowDown', { altKey: true, ctrlKey: true }), here)).toBeNull();
  });
  it('carry a card that is picked up, and nothing else', () => {
    const carrying = { ...here, carrying: true };
    expect(keyAction(press(' '), here)).toEqual({ do: 'lift' });
    expect(keyAction(press('ArrowRight'), carrying)).toEqual({ do: 'carry', by: 1 });
    expect(keyAction(press('Enter'), carrying)).toEqual({ do: 'drop' });
    expect(keyAction(press('Escape'), carrying)).toEqual({ do: 'leave' });
    expect(keyAction(press('m'), carrying)).toBeNull();
  });
  it('leave the keys of the program alone', () => {
    expect(keyAction(press('z', { ctrlKey: true }), here)).toBeNull();
    expect(keyAction(press('ArrowDown', { metaKey: true }), here)).toBeNull();
  });
  it('stop at the outermost columns in sight', () => {
    expect(beside('customer', 1, ['opportunity', 'customer'])).toBe('customer');
    expect(beside('customer', 1, ['opportunity', 'customer', 'lost'])).toBe('lost');
  });
});

describe('the question of a move', () => {
  it('is asked wherever an answer is needed, and nowhere else', () => {
    expect(questionOf('mql', 'sql')).toBe('accept');
    expect(questionOf('mql', 'nurture')).toBe('reject');
    expect(questionOf('sql', 'nurture')).toBe('nurture');
    // Back from a deal: what becomes of it? Back from a mere talk nothing is asked.
    expect(questionOf('opportunity', 'sql')).toBe('back');
    expect(questionOf('customer', 'lead')).toBe('back');
    expect(questionOf('customer', 'opportunity')).toBe('again');
    expect(questionOf('sql', 'lead')).toBeNull();
    expect(stages.filter(to => questionOf('visitor', to) === null)).toEqual(['stranger', 'visitor', 'lead', 'mql']);
  });
  it('is not asked where one cannot go', () => {
    expect(stages.filter(from => whyNot(from, 'lost') === undefined)).toEqual(['sql', 'opportunity']);
  });
  it('has the verb people use', () => {
    expect(moveVerb('mql', 'sql')).toBe('Accept');
    expect(moveVerb('lead', 'sql')).toBe('Move to SQL');
    expect([neighbour('stranger', -1), neighbour('mql', 1), neighbour('customer', 1), neighbour('lost', 1)]).toEqual([
      null,
      'sql',
      null,
      null,
    ]);
  });
});
