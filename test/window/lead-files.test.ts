// @vitest-environment happy-dom
// Files on the page of a lead: chosen or dropped, the question where they are kept, opened, saved, removed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

async function leadPage() {
  const window = await renderScreen('lead', null);
  const { mql } = window.ids;
  await window.goTo('lead', mql);
  await window.sees('Add file');
  const file = (name: string, content = 'a quote') => {
    mkdirSync(window.folder, { recursive: true });
    const path = join(window.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const names = async () =>
    (await window.call('leadFiles.ofLead', { leadId: mql })).files.map(({ name, inside }) => `${name} ${inside}`);
  return { window, file, names };
}

it('a chosen file is kept in the workspace by default, and the growth is told first', async () => {
  const { window, file, names } = await leadPage();
  window.answers.files = [file('Stairs.pdf', 'x'.repeat(2000))];
  await window.press('Add file');
  const form = window.at('Add files');
  await form.sees('Stairs.pdf', '2 KB', 'The workspace grows by 2 KB', 'of 200 MB. Each backup grows as much.');
  await form.press('Add file');
  await window.sees('“Stairs.pdf” added.');
  expect(await names()).toEqual(['Stairs.pdf true']);
  await window.undo();
  await expect.poll(names).toEqual([]);
});

it('is kept by where it lies when that is chosen, opened after a question, and says when it is gone', async () => {
  const { window, file, names } = await leadPage();
  window.answers.files = [file('Plan.pdf')];
  await window.press('Add file');
  await window.at('Add files').press('Keep where it lies');
  await window.at('Add files').sees('Only its place is noted. It is in no backup');
  await window.at('Add files').press('Add file');
  await expect.poll(names).toEqual(['Plan.pdf false']);
  await window.press('Plan.pdf');
  await expect.poll(() => window.openedFiles.map(({ name }) => name)).toEqual(['Plan.pdf']);
  window.answers.save = join(window.folder, 'Copy.pdf');
  await window.press('Save a copy of Plan.pdf');
  await window.sees(/Copy saved to .*Copy\.pdf/);
  expect(readFileSync(window.answers.save, 'utf8')).toBe('a quote');
  await window.press('Remove Plan.pdf');
  await window.sees('“Plan.pdf” removed.');
  expect(await names()).toEqual([]);
  expect(existsSync(join(window.folder, 'Plan.pdf'))).toBe(true);
});

it('programs are refused by name, the others of the choice are added', async () => {
  const { window, file, names } = await leadPage();
  window.answers.files = [file('setup.exe'), file('Offer.docx')];
  await window.press('Add file');
  const form = window.at('Add files');
  await form.sees('“setup.exe” is a program or a script');
  await form.press('Add file');
  await expect.poll(names).toEqual(['Offer.docx true']);
});

it('is kept where it lies when it is too big for the workspace', async () => {
  const { window, file, names } = await leadPage();
  window.answers.files = [file('Film.mp4', 'x'.repeat(10_000_001))];
  await window.press('Add file');
  const form = window.at('Add files');
  await form.sees('Only its place is noted.');
  await form.press('Keep in the workspace');
  await form.sees('“Film.mp4” is larger than 10 MB', 'Keep it where it lies instead.');
  await form.press('Keep where it lies');
  await form.press('Add file');
  await expect.poll(names).toEqual(['Film.mp4 false']);
});

it('a file dropped on the lead is added to it, and not imported', async () => {
  const { window, file, names } = await leadPage();
  file('Sketch.pdf');
  const data = new DataTransfer();
  data.items.add(new File(['a quote'], 'Sketch.pdf'));
  const target = document.querySelector('[data-takes-files]');
  const send = (type: string) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: data.files } });
    target?.dispatchEvent(event);
  };
  send('dragover');
  await window.sees('Drop to add to Ada');
  await window.misses('Drop to import');
  send('drop');
  await window.at('Add files').sees('Sketch.pdf');
  await window.at('Add files').press('Add file');
  await expect.poll(names).toEqual(['Sketch.pdf true']);
  expect(window.route()).toContain('lead');
});
