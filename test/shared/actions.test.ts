// The table of actions: ids and keys are unique, and every key press finds its action.
import { describe, expect, it } from 'vitest';
import { actionOf } from '../../renderer/parts/actions/actions.ts';
import { actions, keysOf, leadAction, leadOf, recentAction, recentOf } from '../../shared/actions.ts';

const press = (keys: string, change: Partial<KeyboardEvent> = {}) => {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const has = (part: string) => parts.includes(part);
  return {
    key: key.length === 1 && !has('Shift') ? key.toLowerCase() : key,
    ctrlKey: has('Mod'),
    metaKey: false,
    shiftKey: has('Shift'),
    altKey: has('Alt'),
    ...change,
  };
};

describe('actions', () => {
  it('have ids and keys of their own', () => {
    const keys = actions.flatMap(action => (action.keys ? [action.keys] : []));
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(actions.filter(({ keys }) => keys !== null))('$keys is $id, on a Mac too', ({ id }) => {
    expect(actionOf(press(keysOf(id)))).toBe(id);
    if (keysOf(id).includes('Mod')) {
      expect(actionOf(press(keysOf(id), { ctrlKey: false, metaKey: true }))).toBe(id);
    }
  });

  it('finds digits and signs on keyboards that have them behind Shift', () => {
    expect(actionOf(press('Mod+1', { shiftKey: true }))).toBe('go-today');
    expect(actionOf(press('Mod+/', { shiftKey: true }))).toBe('keys');
    expect(actionOf(press('?', { shiftKey: true }))).toBe('keys');
  });

  it('tells undo from redo, and leaves bare letters alone', () => {
    expect(actionOf(press('Mod+Z'))).toBe('undo');
    expect(actionOf(press('Mod+Shift+Z'))).toBe('redo');
    expect(actionOf(press('L'))).toBeNull();
    expect(actionOf(press('Mod+Alt+Z'))).toBeNull();
  });

  it.each([['/home/mara/Mine.ripen'], ['C:\\Users\\Mara\\open-recent 2.ripen'], [' /odd ']])(
    'names a recent workspace of the menu by its file: %s',
    file => {
      expect(recentOf(recentAction(file))).toBe(file);
      expect(leadOf(recentAction(file))).toBeNull();
    },
  );

  it('takes no other message for a recent workspace', () => {
    expect(recentOf('open-workspace')).toBeNull();
    expect(recentOf(leadAction('1'))).toBeNull();
  });
});
