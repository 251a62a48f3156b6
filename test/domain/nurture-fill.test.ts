// Templates filled in for one person: fields in any case, a word for what is not known, and nothing invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from '../../electron/domain/nurture/fill.ts';
import { datedTouches, planEnd } from '../../electron/domain/nurture/plan.ts';
import { templatePlan } from '../../shared/nurture.ts';
import { stages } from '../../shared/stages.ts';

const ida = {
  'first name': 'Ida',
  'last name': 'Stone',
  name: 'Ida Stone',
  company: null,
  'job title': null,
  'my name': 'Mara',
  'my company': 'Mill & Sons',
};

describe('a template', () => {
  it.each([
    ['Hello {{first name}}', 'Hello Ida'],
    ['Hello {{ First   NAME }}', 'Hello Ida'],
    ['At {{company|your firm}}', 'At your firm'],
    ['At {{company}}.', 'At .'],
    ['{{name}}, {{my name}}, {{my company}}', 'Ida Stone, Mara, Mill & Sons'],
    ['{{shoe size}} and {not a field}', '{{shoe size}} and {not a field}'],
  ])('%j becomes %j', (template, text) => expect(fill(template, ida).text).toBe(text));

  it('names once what nobody knows, and what is no field', () => {
    const { missing, unknown } = fill('{{company}} {{company}} {{job title|boss}} {{hobby}}', ida);
    expect(missing).toEqual(['company']);
    expect(unknown).toEqual(['hobby']);
  });

  it('without fields stays as it is, and what is filled in is never read as a template again', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        fc.pre(!text.includes('{{'));
        expect(fill(text, ida).text).toBe(text);
      }),
    );
    expect(fill('{{first name}}', { ...ida, 'first name': '{{company}}' }).text).toBe('{{company}}');
  });

  it('that comes with Ripen names fields that exist', () => {
    for (const { subject, body } of templatePlan.touches) {
      expect([...fill(subject, ida).unknown, ...fill(body, ida).unknown]).toEqual([]);
    }
  });
});

it('dates its e-mails from the day somebody begins, over the end of a month', () => {
  const touches = templatePlan.touches.map((touch, index) => ({ ...touch, id: String(index) })).toReversed();
  expect(datedTouches(touches, '2026-01-31').map(({ dueOn }) => dueOn)).toEqual([
    '2026-01-31',
    '2026-02-14',
    '2026-03-02',
  ]);
});

it('goes on until sales accepts, and ends where the lead is out', () => {
  expect(stages.filter(stage => planEnd(stage) === null)).toEqual(['stranger', 'visitor', 'lead', 'mql', 'nurture']);
});
