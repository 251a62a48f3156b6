// What is exported is safe to open, and comes back as it was: import(export(x)) is x.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ripenActivities, ripenStages } from '../../../electron/domain/export/event-files.ts';
import { amountText, instantText } from '../../../electron/domain/export/instants.ts';
import type { LeadToExport } from '../../../electron/domain/export/lead-file.ts';
import { ripenLeads } from '../../../electron/domain/export/lead-file.ts';
import { leadFiles } from '../../../electron/domain/export/other-programs.ts';
import { cleanCell, withoutGuard } from '../../../electron/domain/import/text.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { csvOf, guarded } from '../../../electron/formats/csv/write-csv.ts';
import { writeXlsx } from '../../../electron/formats/xlsx/write-xlsx.ts';
import { builtInActivityTypes } from '../../../shared/activity.ts';
import type { Lead } from '../../../shared/lead.ts';
import { emptyAttributes } from '../../../shared/lead.ts';
import { stages } from '../../../shared/stages.ts';
import { now, read, text } from '../import/support.ts';

const zone = zoneOf('Europe/Berlin');
const context = { zone, minorUnits: 100 };
const lead: Lead = {
  ...emptyAttributes,
  id: '0190a6a0-0000-7000-8000-000000000001',
  firstName: 'Ann',
  lastName: 'Lee',
  email: 'ann@acme.example',
  phone: '+49 170 1234567',
  company: 'Acme GmbH',
  jobTitle: 'Head of Sales',
  industry: 'Toys',
  companySize: 45,
  country: 'Germany',
  region: 'Bavaria',
  city: 'Munich',
  website: 'www.acme.example',
  linkedinUrl: 'https://www.linkedin.com/in/ann-lee',
  budget: 120_050,
  need: 'yes',
  needNote: 'more leads',
  authority: 'no',
  consent: 'yes',
  notes: 'two\nlines',
  externalId: 'A-100',
  stage: 'mql',
  stageSince: Date.UTC(2024, 1, 1, 11),
  nurtureUntil: null,
  mqlExclusion: null,
  nextStep: 'Call',
  nextStepOn: '2024-05-01',
  nextStepTime: null,
  nextStepRepeats: null,
  createdAt: Date.UTC(2024, 0, 5, 8, 30, 15, 120),
  batchId: null,
};
const item: LeadToExport = {
  lead,
  channel: 'Trade show',
  campaign: 'Spring',
  member: 'Ann Lee',
  stageOn: Date.UTC(2024, 1, 1, 11),
  entered: { mql: Date.UTC(2024, 1, 1, 11) },
  reason: null,
  deal: { name: 'Acme deal', amount: 99_900, expectedClose: '2024-06-30', probability: 40 },
};

describe('Ripen’s own files', () => {
  test('leads come back without a question, to the millisecond', async () => {
    const { preview, rows, rejected } = await read(text(csvOf(ripenLeads.header, [ripenLeads.row(item, context)])));
    expect([preview.source?.id, rejected]).toEqual(['ripen-leads', []]);
    const {
      id,
      stage,
      stageSince: _since,
      nurtureUntil: _until,
      mqlExclusion: _never,
      nextStep,
      nextStepOn,
      createdAt,
      batchId: _batch,
      ...attributes
    } = lead;
    const known = Object.fromEntries(
      Object.entries(attributes).filter(([, value]) => value !== null && value !== 'unknown'),
    );
    expect(rows[0]).toMatchObject({
      leadId: id,
      stage,
      nextStep,
      nextStepOn,
      createdAt,
      stageDates: [{ stage: 'mql', at: Date.UTC(2024, 1, 1, 11) }],
      references: { channel: 'Trade show', campaign: 'Spring', member: 'Ann Lee' },
      deal: { name: 'Acme deal', amount: 99_900, closeOn: '2024-06-30', probability: 40 },
      warnings: [],
    });
    expect(rows[0]?.attributes).toEqual(known);
  });

  test('whatever stands in a fact comes back: formulas, words that say nothing, broken addresses, any letters', async () => {
    const attribute = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.constantFrom(
          '=1+1',
          "'=1",
          '+49 170',
          '-',
          '@x',
          'n/a',
          'Select',
          '1.5E+11',
          'a@b',
          '"',
          'a;b',
          "''@",
          '＝x',
          '12.03.2024',
          'TRUE',
        ),
      )
      .map(value => cleanCell(`x${value}`).slice(1).trim())
      .map(value => withoutGuard(guarded(value)))
      .filter(value => value !== '' && cleanCell(guarded(value)) === value);
    const stage = fc.constantFrom(...stages);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(attribute, attribute, attribute, attribute, stage, fc.nat({ max: 1e9 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async listedLeads => {
          const items = listedLeads.map(
            ([firstName, company, email, notes, at, budget], i): LeadToExport => ({
              ...item,
              entered: {},
              stageOn: null,
              deal: null,
              lead: {
                ...lead,
                id: `0190a6a0-0000-7000-8000-00000000000${i}`,
                firstName,
                company,
                email,
                phone: notes,
                jobTitle: company,
                externalId: email,
                notes,
                stage: at,
                budget,
              },
            }),
          );
          const { rows, rejected } = await read(
            text(
              csvOf(
                ripenLeads.header,
                items.map(one => ripenLeads.row(one, context)),
              ),
            ),
          );
          expect(rejected).toEqual([]);
          expect(
            rows.map(row => [
              row.attributes.firstName,
              row.attributes.company,
              row.attributes.email,
              row.attributes.phone,
              row.attributes.externalId,
              row.attributes.notes,
              row.stage,
              row.attributes.budget,
            ]),
          ).toEqual(
            items.map(({ lead: one }) => [
              one.firstName,
              one.company,
              one.email,
              one.phone,
              one.externalId,
              one.notes,
              one.stage,
              one.budget,
            ]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('activities and stage history come back on their own moments', async () => {
    const ats = [
      Date.UTC(2024, 2, 31, 0, 59, 59, 7),
      Date.UTC(2024, 2, 31, 10),
      Date.UTC(2023, 9, 29, 0, 30),
      Date.UTC(2023, 9, 29, 1, 30),
    ];
    const items = builtInActivityTypes.flatMap((type, i) => ({
      lead,
      typeLabel: type.label,
      at: ats[i % 4] ?? 0,
      note: i % 2 ? 'said, "yes"' : null,
      campaign: i % 2 ? 'Spring fair' : null,
      content: i % 3 ? 'Stair guide' : null,
      member: i % 3 ? 'Kim Day' : null,
    }));
    const { preview, mapping, rows } = await read(
      text(
        csvOf(
          ripenActivities.header,
          items.map(one => ripenActivities.row(one, context)),
        ),
      ),
    );
    expect([preview.source?.id, mapping.rows]).toEqual(['ripen-activities', 'activities']);
    expect(rows.flatMap(row => row.activities)).toEqual(
      builtInActivityTypes.map((type, i) => ({
        typeId: type.id,
        at: ats[i % 4],
        note: i % 2 ? 'said, "yes"' : null,
        ...(i % 2 ? { campaign: 'Spring fair' } : {}),
        ...(i % 3 ? { content: 'Stair guide' } : {}),
      })),
    );
    expect(rows.map(row => row.back?.loggedBy ?? null)).toEqual(items.map(({ member }) => member));
    expect(new Set(rows.map(row => row.leadId))).toEqual(new Set([lead.id]));
    const changes = stages.map((to, i) => ({ lead, to, at: now - (10 - i) * 86_400_123, reason: null }));
    const history = await read(
      text(
        csvOf(
          ripenStages.header,
          changes.map(one => ripenStages.row(one, context)),
        ),
      ),
    );
    expect(history.preview.source?.id).toBe('ripen-stages');
    expect(history.rows.map(row => row.stageDates)).toEqual(changes.map(({ to, at }) => [{ stage: to, at }]));
  });

  test('as a workbook they come back as well', async () => {
    const bytes = writeXlsx([{ name: 'Leads', rows: [[...ripenLeads.header], [...ripenLeads.row(item, context)]] }]);
    const { preview, rows } = await read({ kind: 'bytes', name: 'leads.xlsx', bytes });
    expect([preview.source?.id, rows[0]?.attributes.phone, rows[0]?.attributes.budget]).toEqual([
      'ripen-leads',
      '+49 170 1234567',
      120_050,
    ]);
  });
});

describe('other programs', () => {
  test.each(Object.entries(leadFiles))('%s recognises its own headers and reads same person', async (program, file) => {
    const { preview, rows } = await read(text(csvOf(file.header, [file.row(item, context)])));
    expect(preview.source?.id.split('-')[0]).toBe(program);
    expect(rows[0]?.attributes).toMatchObject({
      firstName: 'Ann',
      lastName: 'Lee',
      email: 'ann@acme.example',
      phone: '+49 170 1234567',
      company: 'Acme GmbH',
    });
  });

  test('each stage has a word in each of them', () => {
    for (const stage of stages) {
      for (const file of Object.values(leadFiles)) {
        expect(file.row({ ...item, lead: { ...lead, stage } }, context)).toHaveLength(file.header.length);
      }
    }
  });

  test('somebody who opted out is opted out everywhere', () => {
    const row = (file: (typeof leadFiles)[keyof typeof leadFiles]) =>
      file.row({ ...item, lead: { ...lead, consent: 'no' } }, context);
    expect(row(leadFiles.hubspot)).toContain('true');
    expect(row(leadFiles.zoho)).toContain('true');
    expect(row(leadFiles.pipedrive)).toContain('Unsubscribed');
  });
});

describe('formulas', () => {
  test.each(['=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1', "'=1"])(
    '%s does not become one',
    value => {
      expect(guarded(value).startsWith("'")).toBe(true);
      expect(withoutGuard(guarded(value))).toBe(value);
    },
  );

  test('what is none stays as it is, and every text comes back', () => {
    expect(['Ann', "'tis", '1-2', 'a=b', ''].map(guarded)).toEqual(['Ann', "'tis", '1-2', 'a=b', '']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), value => {
        expect(withoutGuard(guarded(value))).toBe(value);
        expect(guarded(value)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});

test('moments and amounts', () => {
  expect(instantText(zone, zone.noon('2024-03-31'))).toBe('2024-03-31');
  expect(instantText(zone, Date.UTC(2024, 6, 1, 12, 0, 0, 5))).toBe('2024-07-01T14:00:00.005+02:00');
  expect(instantText(zoneOf('America/New_York'), Date.UTC(2024, 0, 1))).toBe('2023-12-31T19:00:00-05:00');
  expect([amountText(5, 100), amountText(120_050, 100), amountText(7, 1), amountText(1234, 1000)]).toEqual([
    '0.05',
    '1200.50',
    '7',
    '1.234',
  ]);
});
