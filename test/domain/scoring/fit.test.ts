// Tests on one fact, and how every rule reads.
import { describe, expect, it } from 'vitest';
import { behaviorRule, fitRule } from '../../../electron/domain/scoring/defaults.ts';
import { passes } from '../../../electron/domain/scoring/fit.ts';
import { normalize } from '../../../electron/domain/scoring/normalize.ts';
import {
  behaviorText,
  disqualifierText,
  fitRuleText,
  shortcutText,
  thresholdText,
} from '../../../shared/criteria-text.ts';

describe('text', () => {
  it('is compared without case, accents and stray spaces', () => {
    expect(normalize('  Änne   GROẞ ')).toBe('anne gross');
    expect(normalize('Łódź, Ærø, İstanbul')).toBe('lodz, aero, istanbul');
    expect(passes({ test: 'is', value: 'österreich' }, ' OSTERREICH', 'jobTitle')).toBe(true);
    expect(passes({ test: 'is-one-of', values: ['Peru', 'Côte d’Ivoire'] }, 'cote d’ivoire', 'jobTitle')).toBe(true);
  });

  it('contains a short word only where it stands alone, a longer one anywhere', () => {
    expect(passes({ test: 'contains', values: ['CTO'] }, 'Director', 'jobTitle')).toBe(false);
    expect(passes({ test: 'contains', values: ['CTO'] }, 'Founder/CTO', 'jobTitle')).toBe(true);
    expect(passes({ test: 'contains', values: ['leiter'] }, 'Vertriebsleiter', 'jobTitle')).toBe(true);
    expect(passes({ test: 'contains', values: ['.uk'] }, 'www.shop.co.uk', 'jobTitle')).toBe(true);
    expect(passes({ test: 'contains', values: ['@rival.example'] }, 'Eve@RIVAL.example', 'jobTitle')).toBe(true);
  });
});

describe('numbers', () => {
  it('lie between both ends inclusive', () => {
    const range = { test: 'between', from: 50, to: 200 } as const;
    expect([49, 50, 200, 201].map(value => passes(range, value, 'companySize'))).toEqual([false, true, true, false]);
    expect(passes({ test: 'at-least', value: 5 }, 5, 'jobTitle')).toBe(true);
    expect(passes({ test: 'is', value: '50' }, 50, 'jobTitle')).toBe(true);
  });
});

describe('the unknown', () => {
  it('passes no test, and "no" is known', () => {
    expect(passes({ test: 'is-known' }, null, 'jobTitle')).toBe(false);
    expect(passes({ test: 'is-known' }, 'unknown', 'jobTitle')).toBe(false);
    expect(passes({ test: 'is-known' }, 'no', 'jobTitle')).toBe(true);
    expect(passes({ test: 'is', value: 'unknown' }, 'unknown', 'jobTitle')).toBe(false);
    expect(passes({ test: 'between', from: 0, to: 10 }, null, 'jobTitle')).toBe(false);
    expect(passes({ test: 'contains', values: ['null'] }, null, 'jobTitle')).toBe(false);
  });
});

describe('every rule reads as a sentence', () => {
  it('for behaviour', () => {
    expect(behaviorText(behaviorRule('pricing-page-visit', 25, { how: 'at-most', times: 3 }, 60))).toBe(
      'A pricing page visit gives 25 points, at most 3 times, with a half-life of 60 days.',
    );
    expect(behaviorText(behaviorRule('email-opened', 5))).toBe('An opened e-mail gives 5 points, every time.');
    expect(behaviorText(behaviorRule('unsubscribed', -50, { how: 'first' }))).toBe(
      'An unsubscription takes away 50 points, the first time only.',
    );
    expect(behaviorText(behaviorRule('call-made', 0))).toBe('A call made gives no points.');
    expect(
      behaviorText(behaviorRule('own-1', 5, { how: 'at-most', times: 1 }, 1), {
        type: () => 'Fair visit',
        value: String,
      }),
    ).toBe('“Fair visit” gives 5 points, only the latest, with a half-life of 1 day.');
  });

  it('for fit, disqualifiers, shortcuts and the bar', () => {
    expect(fitRuleText(fitRule('s', 'companySize', { test: 'between', from: 50, to: 200 }, 20))).toBe(
      'Company size is from 50 to 200: gives 20 points.',
    );
    expect(fitRuleText(fitRule('t', 'jobTitle', { test: 'contains', values: ['owner', 'CEO'] }, 10))).toBe(
      'Job title contains “owner” or “CEO”: gives 10 points.',
    );
    expect(
      disqualifierText({
        id: 'd',
        field: 'country',
        test: { test: 'is-one-of', values: ['A', 'B', 'C'] },
        why: 'Wrong market.',
      }),
    ).toBe('Never an MQL when Country is A, B or C: Wrong market.');
    const counts = [
      { typeId: 'content-downloaded', times: 3 },
      { typeId: 'pricing-page-visit', times: 2 },
    ];
    expect(shortcutText({ id: 's', label: 'x', counts })).toBe(
      '3 downloads and 2 pricing page visits make an MQL, whatever the score.',
    );
    expect(shortcutText({ id: 's', label: 'x', counts: [{ typeId: 'demo-requested', times: 1 }] })).toBe(
      '1 demo request makes an MQL, whatever the score.',
    );
    expect(thresholdText({ threshold: 100, minimumFit: 20 })).toBe(
      'A lead becomes an MQL at 100 points, with a fit of at least 20.',
    );
  });
});
