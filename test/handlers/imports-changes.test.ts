// The preview row by row: what is added and changed of leads, deals, activities, tags and custom fields, before and after.
import { expect, it } from 'vitest';
import { berlin, importOne } from '../support/imported.ts';

type Changes = Awaited<ReturnType<typeof importOne>>['checked']['changes'];
const lines = (changes: Changes): string[] =>
  changes.flatMap(({ name, isNew, fields }) =>
    fields.map(({ field, was, becomes }) => `${name}${isNew ? '+' : ''} ${field}: ${was} > ${becomes}`),
  );

it('deals are shown as they are made, and as they change', async () => {
  const workspace = berlin();
  const head = 'Deal name;Contact;E-mail;Amount;Stage;Close date;Probability';
  const first = await importOne(workspace, [head, 'Roof;Ada Holm;ada@mill.example;1200;Proposal;2026-07-01;50']);
  expect(lines(first.checked.changes)).toContain('Ada Holm+ Deal:  > Roof, open, EUR 1,200, 50 %, expected 2026-07-01');
  const second = await importOne(workspace, [head, 'Roof;Ada Holm;ada@mill.example;1200;Closed won;2026-05-04;100']);
  expect(lines(second.checked.changes).find(text => text.includes('Deal:'))).toMatch(
    /^Ada Holm Deal: Roof, open, EUR 1,200, 50 %, expected 2026-07-01 > Roof, won, EUR 1,200/,
  );
});

it('activities, tags and custom fields are shown for new leads and for those who are here', async () => {
  const workspace = berlin();
  const sheet = (tag: string, day: string, shoe: string) => [
    'Name;E-mail;Tags;Webinar attended;Shoe',
    `Ada Holm;ada@mill.example;${tag};${day};${shoe}`,
  ];
  const change = (mapping: Parameters<NonNullable<Parameters<typeof importOne>[2]>['change'] & {}>[0]) => ({
    ...mapping,
    rows: 'leads-and-activities' as const,
    columns: mapping.columns
      .filter(({ column }) => column < 3)
      .concat([
        { column: 3, target: 'activity', typeId: 'webinar-attended', dateOrder: 'dmy' },
        { column: 4, target: 'customField', fieldId: 'new:text:Shoe', policy: 'overwrite' },
      ]),
  });
  const first = await importOne(workspace, sheet('vip', '04.05.2026', 'red'), { change });
  expect(lines(first.checked.changes)).toEqual(
    expect.arrayContaining([
      'Ada Holm+ Tag:  > vip',
      'Ada Holm+ Activity:  > Webinar attended, 2026-05-04',
      'Ada Holm+ Shoe:  > red',
    ]),
  );
  const second = await importOne(workspace, sheet('vip, fair', '05.05.2026', 'blue'), { change });
  expect(lines(second.checked.changes)).toEqual(
    expect.arrayContaining([
      'Ada Holm Tag:  > fair',
      'Ada Holm Activity:  > Webinar attended, 2026-05-05',
      'Ada Holm Shoe: red > blue',
    ]),
  );
  const again = await importOne(workspace, sheet('vip, fair', '05.05.2026', 'blue'), { change });
  expect(again.checked.changes).toEqual([]);
});

it('a lead with many activities shows the first, and how many more there are', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `Ada Holm;ada@mill.example;Call;${String(i + 1).padStart(2, '0')}.04.2026`,
  );
  const { checked } = await importOne(berlin(), ['Name;E-mail;Activity;Date', ...rows]);
  const texts = lines(checked.changes);
  expect(texts.filter(text => text.includes('Activity:')).length).toBeGreaterThan(5);
  expect(texts.at(-1)).toMatch(/^Ada Holm\+ More: {2}> \d\d more$/);
});
