// @vitest-environment happy-dom
// Help: F1 on a screen, in a dialog and without a workspace; its search, its pages, the glossary, and the way through the palette.
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';

it('F1 opens the page of the screen beside it, and Escape closes it', async () => {
  const window = await renderScreen('board');
  await window.keys('{F1}');
  const help = window.at('Help');
  await help.sees('All leads by Stage, from Stranger to Customer.', 'Move a lead');
  await help.has('Search help', '');
  await window.keys('{Escape}');
  await window.misses('Move a lead');
  await window.goTo('settings', 'backups');
  await window.sees('Back up now');
  await window.keys('{F1}');
  await help.sees('Data file and backups', 'Keep a copy elsewhere');
});

it('F1 in the log box opens its page over the box, which keeps what was typed', async () => {
  const window = await renderScreen('today');
  await window.keys('{Control>}l{/Control}');
  await window.type('What happened', 'ada rang');
  await window.keys('{F1}');
  const help = window.at('Help');
  await help.sees('The log line', 'What you can write');
  await help.press('Close');
  await window.has('What happened', 'ada rang');
});

it('without a workspace it shows all pages', async () => {
  const window = await renderScreen(null, null, { start: 'none' });
  await window.sees('Try the sample');
  window.menu('help');
  const help = window.at('Help');
  await help.sees('How do I …', 'Screens', 'Glossary');
  await help.press('Bring in a spreadsheet or a mailbox');
  await help.sees('Preview import', 'A mailbox');
});

it('finds pages and terms, goes from page to page and back, and to the screen itself', async () => {
  const window = await renderScreen('today');
  window.menu('how-to');
  const help = window.at('Help');
  await help.type('Search help', 'threshold');
  await help.sees('The score at which a lead becomes MQL.', 'Criteria');
  await help.type('Search help', 'zebra');
  await help.sees('Nothing found for “zebra”');
  await help.type('Search help', 'excel');
  await help.press('Bring in a spreadsheet or a mailbox');
  await help.sees('Read next');
  await help.press('Import');
  await help.sees('Rows that could not be imported can be saved, corrected and imported again.');
  await help.press('Back to the page before');
  await help.sees('Export the mailbox from your mail program');
  await help.press('Import');
  await help.press('Show Import');
  await expect.poll(window.route).toBe('/import');
  await help.press('All pages');
  await help.press('Glossary');
  await help.sees('What the words on the screen mean.', 'Receipt');
});

it('the palette finds help beside commands, and "?" shows help alone', async () => {
  const window = await renderScreen('today');
  await window.keys('{Control>}k{/Control}');
  const palette = window.at('Search and commands');
  await palette.type('Search leads, screens and commands', 'board');
  await palette.sees('Go to Board');
  // Enter means the screen, help comes after it.
  expect((await palette.element()).querySelector('[aria-selected=true]')?.textContent).toContain('Go to Board');
  await palette.type('Search leads, screens and commands', '?gdpr');
  await palette.misses('Commands');
  await window.keys('{Enter}');
  const help = window.at('Help');
  await help.sees('Someone asks to be erased');
  await help.press('Close');
});

it('a problem report is shown whole before it is saved, and holds no one', async () => {
  const window = await renderScreen('today');
  window.menu('report-problem');
  const report = window.at('Report a problem');
  await expect
    .poll(() => document.querySelector<HTMLTextAreaElement>('[aria-label=Report]')?.value)
    .toContain('Settings');
  const text = document.querySelector<HTMLTextAreaElement>('[aria-label=Report]')?.value ?? '';
  expect(text).toContain('appearance: ');
  for (const name of ['Ada', 'Mill', 'Mara', 'Quay']) expect(text).not.toContain(name);
  await report.press('Cancel');
  await window.misses('This is the whole report');
});
