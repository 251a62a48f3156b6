// @vitest-environment happy-dom
// A right click on a card or row opens the menu of that lead; a cell is copied; a column of the board can be hidden.
import { describe, expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

type Window = Awaited<ReturnType<typeof renderScreen>>;

const withText = (selector: string, text: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(element =>
    element.textContent?.includes(text),
  );
  if (!found) throw new Error(`Nothing with “${text}”.`);
  return found;
};

const rightClick = (window: Window, target: HTMLElement) =>
  window.user.pointer([{ target }, { keys: '[MouseRight]', target }]);

const copied = () => navigator.clipboard.readText();

describe('a right click', () => {
  it('on a card plans the next step of that lead, wherever the keyboard was', async () => {
    const window = await renderScreen('board');
    await window.sees('Jon Reed');
    await rightClick(window, withText('[data-card]', 'Jon Reed'));
    await window.at('Jon Reed').press(/^Next step…/);
    await window.type('What', 'Send the drawings');
    await window.press('Save');
    await expect
      .poll(async () => (await window.call('leads.list', { search: 'Jon Reed' })).rows.map(({ nextStep }) => nextStep))
      .toEqual(['Send the drawings']);
  });

  it('on a cell of the Leads table edits or copies it, and opens the lead of that row', async () => {
    const window = await renderScreen('leads');
    await window.sees('Ida Stone');
    const row = withText('[role=row]', 'Ida Stone');
    await rightClick(window, withText('[role=gridcell]', 'Ida Stone'));
    await window.press(/^Copy Name/);
    await expect.poll(copied).toBe('Ida Stone');
    await rightClick(window, row.querySelectorAll<HTMLElement>('[role=gridcell]')[1] as HTMLElement);
    await window.sees('Log…', 'Exclude from MQL…', 'Move to');
    await window.press('Open');
    await expect.poll(window.route).toMatch(/^\/leads\/with\//);
  });

  it('on a row of Today opens its menu', async () => {
    const window = await renderScreen('today');
    await window.sees('Ada');
    await rightClick(window, withText('[data-row]', 'Ada'));
    await window.sees('Add to nurture plan…');
    await window.press(/^Open ?Enter/);
    await expect.poll(window.route).toContain('/with/');
  });
});

describe('Ctrl+C in the table', () => {
  it('copies the cell that has the keyboard', async () => {
    const window = await renderScreen('leads');
    await window.sees('Ida Stone');
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
    await window.keys('{ArrowDown}{ArrowUp}{Control>}c{/Control}');
    const first = document.getElementById('cell-0-0')?.textContent?.trim() ?? '';
    expect(first).not.toBe('');
    await expect.poll(copied).toBe(first);
  });
});

describe('columns of the board', () => {
  it('are hidden and come back by one click, with their count below the board meanwhile', async () => {
    const window = await renderScreen('board');
    await window.press('Hide Stranger');
    const more = window.at('More stages');
    await more.sees('Stranger');
    await expect.poll(() => document.querySelector('[data-list=stranger]')).toBeNull();
    await more.press(/^Stranger/);
    await expect.poll(() => document.querySelector('[data-list=stranger]')).not.toBeNull();
    await more.misses('Stranger');
  });
});
