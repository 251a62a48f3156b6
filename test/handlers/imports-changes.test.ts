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
  expect(lines(first.checked.changes)).toContain('Ada Holm+ Deal:  > Roof, open, €1,200, 50 %, expected 2026-07-01');
  const second = await importOne(workspace, [head, 'Roof;Ada Holm;ada@mill.example;1200;Closed won;2026-05-04;100']);
  expect(lines(second.checked.changes).find(text => text.includes('Deal:'))).toMatch(
    /^Ada Holm Deal: Roof, open, €1,200, 50 %, expected 2026-07-01 > Roof, won, €1,200/,
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

const proofLines = (who: string) => [
  `${who} Consent given on:  > 2026-04-01`,
  `${who} Consent source:  > Web form`,
  `${who} Consent wording:  > You may write to me`,
];

it.each([
  ['new', 'unknown', 'Ada Holm+', true],
  ['known, who said nothing', 'unknown', 'Ada Holm', true],
  ['known, who said yes', 'yes', 'Ada Holm', true],
  ['known, who said no', 'no', 'Ada Holm', false],
  ['known, who says no in this row', 'no in the file', 'Ada Holm', false],
  ['new, who says no in this row', 'no in the file', 'Ada Holm+', false],
] as const)('proof of consent is shown and written, but never beside a no: %s', async (_, said, who, isFilled) => {
  const workspace = berlin();
  const { call } = workspace;
  const consent = said === 'yes' || said === 'no' ? said : 'unknown';
  const known = { firstName: 'Ada', lastName: 'Holm', email: 'ada@mill.example', consent } as const;
  if (who === 'Ada Holm') await call('leads.create', { attributes: known });
  const { checked } = await importOne(workspace, [
    'Name;E-mail;Consent;Consent given on;Consent source;Consent wording',
    `Ada Holm;ada@mill.example;${said === 'no in the file' ? 'no' : ''};2026-04-01;Web form;You may write to me`,
  ]);
  expect(lines(checked.changes).filter(text => / Consent (given|source|wording)/.test(text))).toEqual(
    isFilled ? proofLines(who) : [],
  );
  const { rows } = await call('leads.list', { search: 'ada@mill' });
  const privacy = await call('privacy.ofLead', { id: rows[0]?.id ?? '' });
  expect(privacy.consent).toBe(said === 'no in the file' ? 'no' : said);
  expect(privacy.consentOn).toBe(isFilled ? '2026-04-01' : null);
  expect(privacy.consentSource).toBe(isFilled ? 'Web form' : null);
});
