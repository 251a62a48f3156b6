// @vitest-environment happy-dom
// The address card on the page of a lead: as a code that a phone reads, and as a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { shortCard } from '../../shared/address-card.ts';
import { renderScreen } from '../support/render-screen.ts';

/** What a camera reads: the drawn code as pixels, each square a few of them wide. */
function scanned(svg: Element): string | undefined {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of svg
    .querySelector('path')
    ?.getAttribute('d')
    ?.matchAll(/M(\d+) (\d+)h1v1h-1z/g) ?? []) {
    for (let down = 0; down < scale; down += 1) {
      const from = ((Number(y) * scale + down) * width + Number(x) * scale) * 4;
      for (let at = from; at < from + scale * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsqr(pixels, width, width)?.data;
}

async function leadPage(who: 'lead' | 'mql', attributes = {}) {
  const window = await renderScreen('lead', null, {
    before: ({ call, ids }) => call('leads.update', { id: ids[who], attributes }),
  });
  const id = window.ids[who];
  await window.goTo('lead', id);
  await window.sees('Next steps');
  return { window, id };
}

it('the code holds the short card, to the last character', async () => {
  const { window, id } = await leadPage('mql', {
    lastName: 'Łog, the 2nd; 🌻',
    company: 'Mühle & Söhne, Köln',
    phone: '+49 30 1234567',
    email: 'ada@mill.example',
  });
  await window.press('Address card');
  await window.press('Scan with your phone…');
  const dialog = window.at('Scan with your phone');
  await dialog.sees('Mühle & Söhne, Köln', '+49 30 1234567', 'ada@mill.example');
  const svg = (await dialog.element()).querySelector('svg[role=img]');
  const { lead } = await window.call('leads.get', { id });
  expect(svg?.getAttribute('aria-label')).toBe('QR code of Ada Łog, the 2nd; 🌻');
  expect(svg && scanned(svg)).toBe(shortCard(lead));
  expect(shortCard(lead)).toContain('FN:Ada Łog\\, the 2nd\\; 🌻');
  await dialog.press('Done');
  await window.misses('Point the camera');
});

it('a card too long for a code is offered as a file', async () => {
  const { window } = await leadPage('mql', { company: 'Mühle '.repeat(45).trim(), lastName: 'ö'.repeat(150) });
  window.answers.save = join(window.folder, 'Ada.vcf');
  window.menu('scan-card');
  const dialog = window.at('Scan with your phone');
  await dialog.sees('too long for a code');
  await dialog.press('Save address card…');
  await window.sees('Address card saved. Open the file to add it to your contacts.');
  expect(readFileSync(join(window.folder, 'Ada.vcf'), 'utf8')).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
});

it('the file is saved from the page, from the menu bar and not for a lead who wants no contact', async () => {
  const { window, id } = await leadPage('lead');
  window.answers.save = join(window.folder, 'Di.vcf');
  await window.press('Address card');
  await window.press('Save address card…');
  await window.sees('Address card saved.');
  expect(readFileSync(join(window.folder, 'Di.vcf'), 'utf8')).toContain(`UID:ripen:lead:${id}\r\n`);
  await window.call('leads.update', { id, attributes: { consent: 'no' } });
  window.menu('save-card');
  await window.sees('Di asked not to be contacted. Nothing was saved.');
  window.menu('scan-card');
  await window.at('Scan with your phone').sees('Di asked not to be contacted.');
});
