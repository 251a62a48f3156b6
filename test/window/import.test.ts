// @vitest-environment happy-dom
// Import: from pasted cells over columns, questions and the preview to the leads, and back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encode } from '../domain/import/encodings.ts';
import { renderScreen } from '../support/render-screen.ts';

/** Pastes cells on the screen of imports and waits for its columns. */
async function pasted(text: string) {
  const window = await renderScreen('import');
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));
  await window.sees('columns recognized');
  return window;
}

const rows = [
  'Name;E-mail;Phase;Colour;Budget',
  'Eve Dock;eve@dock.example;Won;red;1.200,50',
  'Finn Pier;finn@pier.example;Talks;blue;800',
  'Ida Stone;ida@stone.example;Talks;;',
  'Nobody;not an address;Talks;;',
].join('\n');

it('columns are mapped, values decided, and the preview says what will happen', async () => {
  const window = await pasted(rows);
  await window.has('Map Name to', 'Full name');
  await window.press('More options for Colour');
  await window.press('Create custom field');
  await window.press('Preview import');
  await window.sees('new');
  // Row by row, as the lead's page writes it.
  await window.sees('Stage Lead', 'Budget €1,200.50');
  await window.press(/^Import \d/);
  await window.sees('Eve Dock');
  const { rows: found } = await window.call('leads.list', { search: 'eve@dock' });
  expect(found.map(({ name }) => name)).toEqual(['Eve Dock']);
  const { customFields } = await window.call('workspace.get', {});
  expect(customFields.map(({ label }) => label)).toContain('Colour');
  await window.press('Undo import');
  await expect.poll(async () => (await window.call('leads.list', {})).total).toBe(6);
});

it('the preview asks whether plans that start on a download start for those of the file', async () => {
  const window = await pasted('Name;E-mail;Downloaded on\nEve Dock;eve@dock.example;2026-06-20');
  await window.call('nurture.savePlan', {
    id: window.ids.plan,
    starts: { download: { content: null, campaignId: null }, rejected: [] },
  });
  await window.press('Preview import');
  await window.sees('A nurture plan could start for 1 person', 'The file holds their downloads: Eve Dock.');
  await window.press('Start “Keep warm” for this person');
  await window.press(/^Import \d/);
  await window.sees('Undo import');
  const [eve] = (await window.call('leads.list', { search: 'eve@dock' })).rows;
  expect((await window.call('nurture.ofLead', { leadId: eve?.id ?? '' })).plan?.startedBy).toBe('download');
});

it('a row that may be somebody who is here is decided side by side', async () => {
  const window = await pasted(
    'First name;Last name;Company;E-mail\nJon;Reed;Reed;j.reed@other.example\nEve;Dock;;eve@dock.example',
  );
  await window.press('Preview import');
  await window.press('Review one by one');
  await window.sees('0 of 1 reviewed.', 'Jon Reed', 'j.reed@other.example', 'jon@reed.example');
  await window.keys('s');
  await window.sees('1 of 1 reviewed.');
  await window.press('Update preview');
  await window.press(/^Import \d/);
  await window.sees('Undo import');
  expect((await window.call('leads.list', { search: 'reed' })).total).toBe(1);
});

it('cells without a place are opened, saved, and become a custom field by one click', async () => {
  const window = await pasted('Name;E-mail;Shoe\nEve Dock;eve@dock.example;38\nFinn Pier;finn@pier.example;41');
  await window.press('Preview import');
  await window.sees('Create custom field “Shoe”');
  const details = [...document.querySelectorAll('details')].find(one => one.textContent?.includes('Show all cells'));
  if (details) details.open = true;
  await window.sees('38', '41');
  await window.press('Create custom field “Shoe”');
  await window.press('Preview again');
  await window.misses('Create custom field “Shoe”');
  await window.press(/^Import \d/);
  await window.sees('Undo import');
  const { rows: found } = await window.call('leads.list', { search: 'eve@dock' });
  const detail = await window.call('leads.get', { id: found[0]?.id ?? '' });
  expect(Object.values(detail.customValues)).toEqual([38]);
});

it('what was corrected is used for the next file, said so, and forgotten', async () => {
  const window = await pasted('Name;E-mail;Phase\nEve Dock;eve@dock.example;Sauna');
  await window.choose('Map Sauna to', 'SQL');
  await window.press('Preview import');
  await window.press(/^Import \d/);
  await window.press('Import another file');
  const again = () => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Name;E-mail;Phase;Colour\nFinn Pier;finn@pier.example;Sauna;red');
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));
  };
  await window.sees('Remembered for the next files');
  again();
  await window.sees('As last time: “Sauna” is SQL.');
  await window.press('Forget values');
  await window.misses('As last time');
  await window.press('Choose another file');
  // The own address of the workspace is all that is left.
  await window.press(/^Forget/);
  await window.sees('nothing yet');
});

it('files that wait are not read unseen as an earlier one was corrected', async () => {
  const window = await renderScreen('import');
  const file = (name: string, who: string, encoding: string) => {
    const path = join(window.folder, name);
    writeFileSync(path, encode(`Name;E-mail\n${who};${name}@mill.example\n`, encoding, false));
    return path;
  };
  window.answers.imports = [
    file('first.csv', 'Änne Öttl', 'macintosh'),
    file('second.csv', 'Jörg Müller', 'windows-1252'),
    file('third.csv', 'Rita Öttl', 'macintosh'),
  ];
  await window.press('Choose file');
  await window.sees('columns recognized');
  const format = [...document.querySelectorAll('details')].find(one => one.textContent?.includes('Encoding'));
  if (format) format.open = true;
  await window.choose('Encoding', /Mac/);
  await window.sees('Änne Öttl');
  await window.press('Preview import');
  await window.press(/^Import \d/);
  await window.press('Import the other 2 the same way');
  // What is found to be in another encoding is shown as it is found, and waits to be seen.
  await window.sees('second.csv', 'Jörg Müller', 'Preview import');
  await window.press('Preview import');
  await window.press(/^Import \d/);
  await window.press('Import the other file the same way');
  await window.sees('third.csv', 'Rita Öttl', 'As last time', 'Preview import');
  await window.press('Preview import');
  await window.press(/^Import \d/);
  await window.sees('File imported.');
  const { rows: found } = await window.call('leads.list', { search: 'csv@mill' });
  expect(found.map(({ name }) => name).sort()).toEqual(['Jörg Müller', 'Rita Öttl', 'Änne Öttl']);
});

it('of mail it is asked whose the addresses are, by name and count; one that is missing can be typed', async () => {
  const window = await renderScreen('import', '', { start: 'empty' });
  const path = join(window.folder, 'sent.eml');
  writeFileSync(
    path,
    'From: mara@oaklane.example\r\nTo: Eve Dock <eve@dock.example>\r\nSubject: Offer\r\nDate: Mon, 1 Jun 2026 09:00:00 +0200\r\n\r\nHello Eve\r\n',
  );
  window.answers.imports = [path];
  await window.press('Choose file');
  await window.sees('Which of these addresses are yours?', 'Select your own address first.');
  await window.press(/^mara@oaklane\.example, one message/);
  await window.press('Skip them');
  await window.press('Preview import');
  await window.sees('Nothing would change.');
  await window.press('Back');
  await window.press('Add them');
  await window.press('Preview import');
  await window.press('Import 1');
  await expect
    .poll(async () => (await window.call('leads.list', {})).rows.map(({ name }) => name))
    .toEqual(['Eve Dock']);
});

/** A mailbox in which shop@mill.example and mara@oaklane.example look like the owner's; shows whose it may be. */
async function aMailbox() {
  const window = await renderScreen('import', '', { start: 'empty' });
  const path = join(window.folder, 'in.mbox');
  // Many who are in every message, so that nobody else of the second firm is offered at first.
  const crowd = Array.from({ length: 20 }, (_, i) => `p${i}@firm${i}.example`).join(', ');
  const message = (number: number) =>
    [
      'From eve@dock.example Mon Jun  1 09:00:00 2026',
      'From: Eve Dock <eve@dock.example>',
      `To: ${crowd}`,
      'Cc: zoe@second.example',
      `Delivered-To: ${number % 2 === 0 ? 'mara@oaklane' : 'shop@mill'}.example`,
      `Message-ID: <${number}@dock.example>`,
      `Date: Mon, 1 Jun 2026 0${number}:00:00 +0200`,
      'Subject: A staircase',
      '',
      'How much is one?',
      '',
    ].join('\r\n');
  writeFileSync(path, [1, 2, 3, 4].map(message).join('\r\n'));
  window.answers.imports = [path];
  await window.press('Choose file');
  await window.has(/^mara@oaklane\.example/, 'on');
  return window;
}
const counted = (calls: readonly string[]) =>
  ['imports.addOwnAddress', 'imports.read', 'imports.check'].map(name => calls.filter(one => one === name).length);

it('two quick clicks on the preview of mail save, read and try out once', async () => {
  const window = await aMailbox();
  const release = window.hold('imports.addOwnAddress');
  const button = [...document.querySelectorAll('button')].find(one => one.textContent === 'Preview import');
  button?.click();
  button?.click();
  await window.keys('{Enter}');
  release();
  await window.sees('Preview of the import. Nothing has been saved yet.');
  expect(counted(window.calls)).toEqual([1, 2, 1]);
});

it('mail whose reading is stopped is not tried out, and the choices about it stay', async () => {
  const window = await aMailbox();
  await window.press(/^shop@mill\.example/);
  await window.press('Skip them');
  const release = window.hold('imports.read');
  await window.press('Preview import');
  await window.press('Stop');
  release();
  await window.sees('Import stopped.', 'Your addresses stay saved.', 'Which of these addresses are yours?');
  await window.has(/^shop@mill\.example/, 'off');
  await window.has('Skip them', 'on');
  await window.press('Preview import');
  await window.sees('“shop@mill.example” is in 2 messages and may be yours.', 'Nothing would change.');
  await window.press('Back');
  await window.sees('Already saved: mara@oaklane.example.');
  await window.has(/^shop@mill\.example/, 'off');
});

it('addresses that turn up later are asked about, and those that were unticked stay so', async () => {
  const window = await aMailbox();
  await window.press(/^shop@mill\.example/);
  await window.type('Find: Your addresses', 'Office@Second.example');
  await window.keys('{Enter}');
  await window.has('office@second.example', 'on');
  await window.misses('zoe@second.example');
  await window.press('Preview import');
  await window.has(/^zoe@second\.example/, 'on');
  await window.has(/^shop@mill\.example/, 'off');
  await window.press('Preview import');
  await window.sees('“shop@mill.example” is in 2 messages and may be yours.', '2 Your addresses');
  await window.misses('twice in the file', 'Map columns');
  const { addresses } = await window.call('imports.memory', {});
  expect(addresses.map(({ address }) => address).sort()).toEqual([
    'mara@oaklane.example',
    'office@second.example',
    'zoe@second.example',
  ]);
});
