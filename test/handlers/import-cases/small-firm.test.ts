// A sheet as a small firm really keeps it, from the first row to the last.
import { describe, expect, it } from 'vitest';
import { berlin, everybody, importOne, said } from '../../support/imported.ts';

const sheet = [
  'Leads 2026 – Fern & Sons,,,,,,,,,,,,,',
  ',,,,,,,,,,,,,',
  'Name,Who,How did they hear?,Status,Est. value,Value,Chase on,Next step,Phone,E-mail,Postcode,Notes,Newsletter?,Date in',
  '--- SPRING ---,,,,,,,,,,,,,',
  'Mr & Mrs Patel,Sam,Leaflet,Quote out,3-4k,,12/06/2026,ring back,07700 900555,patel@web.example,LS1 4AB,"rang twice',
  'wants oak",N,04/02/2026',
  'Ada Holm,Jo,Word of mouth,Won,,"£2,300 + VAT",,,07700 900556,ada@mill.example,YO1 7HH,,Y,14/02/2026',
  '--- SUMMER ---,,,,,,,,,,,,,',
  'Bo Lind,Sam,Instagram,Thinking,tbc,,,ASAP,+44 7700 900557,bo@quay.example,HU1 2AA,,N,20/05/2026',
  'Total,,,,,"£2,300",,,,,,,,',
];
const latin1 = (lines: readonly string[]): Uint8Array =>
  Uint8Array.from([...`${lines.join('\r\n')}\r\n`].map(char => (char === '–' ? 0x96 : (char.codePointAt(0) ?? 63))));

describe('the sheet of a small firm', () => {
  it('comes back as its people', async () => {
    const workspace = berlin({ timeZone: 'Europe/London', currency: 'GBP' }, 'en-GB');
    for (const name of ['Sam Roe', 'Jo Finch'])
      await workspace.call('members.save', { id: null, name, side: 'both', archived: false });
    const { checked, preview } = await importOne(workspace, latin1(sheet));
    expect(preview.encoding).toBe('windows-1252');
    expect(everybody(workspace)).toMatchObject([
      {
        last_name: 'Patel',
        who: 'Patel',
        phone: '07700 900555',
        next_step: 'ring back',
        next_step_on: '2026-06-12',
        channel: 'Leaflet',
        member: 'Sam Roe',
        deals: [expect.stringContaining('3000')],
        notes: expect.stringMatching(/Mr & Mrs Patel[\s\S]*LS1 4AB[\s\S]*rang twice\nwants oak/),
      },
      { who: 'Ada Holm', stage: 'customer', deals: [expect.stringContaining('won 2300')], member: 'Jo Finch' },
      { who: 'Bo Lind', next_step: 'ASAP', stage: expect.not.stringMatching(/customer|lost/) },
    ]);
    expect(everybody(workspace)).toHaveLength(3);
    for (const lead of everybody(workspace)) expect(lead.consent).not.toBe('no');
    expect(said(checked)).toMatch(/range/);
  });

  it('twice is once', async () => {
    const workspace = berlin({ timeZone: 'Europe/London', currency: 'GBP' }, 'en-GB');
    await importOne(workspace, latin1(sheet));
    const { counts } = await importOne(workspace, latin1(sheet));
    expect(counts).toMatchObject({ created: 0, updated: 0 });
  });
});
