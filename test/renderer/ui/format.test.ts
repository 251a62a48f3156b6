// Money and dates as the workspace writes them.
import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../../renderer/ui/format.tsx';

const format = makeFormat({ locale: 'en-GB', timeZone: 'Pacific/Auckland', currency: 'EUR', today: '2025-11-19' });

describe('the way a workspace writes', () => {
  it('shows cents only where there are any', () => {
    expect(format.money(120_000)).toBe('€1,200');
    expect(format.money(120_050)).toBe('€1,200.50');
  });

  it('shortens an amount only where the language does, and drops a nought behind the point', () => {
    const german = makeFormat({ locale: 'de', timeZone: 'UTC', currency: 'EUR', today: '2025-11-19' });
    expect(format.shortMoney(4_400_000)).toBe('€44k');
    expect(format.shortMoney(1_170_000)).toBe('€11.7k');
    expect(format.shortMoney(275_050)).toBe('€2,751');
    expect(german.shortMoney(1_170_000)).toBe('11.700\u00a0€');
    expect(german.shortMoney(1_095_000_00)).toBe('1,1\u00a0Mio.\u00a0€');
  });

  it('knows the day of an instant in the zone of the workspace, not of the computer', () => {
    expect(format.plainDate(Date.UTC(2025, 10, 18, 12))).toBe('2025-11-19');
  });

  it('writes an instant of any year: a slip of the keyboard closes no screen', () => {
    for (const year of [2, 202, 1026, 9999]) {
      const at = new Date(Date.UTC(2000, 10, 25, 2)).setUTCFullYear(year);
      expect(format.plainDate(at)).toBe(`${String(year).padStart(4, '0')}-11-25`);
      expect(format.dateTime(at)).toContain(String(year));
      expect(format.date(format.plainDate(at))).toContain('Nov');
    }
  });

  it('names the year only when it is another one', () => {
    expect(format.date('2025-11-12')).toBe('12 Nov');
    expect(format.date('2024-11-12')).toBe('12 Nov 2024');
  });

  it('says how far away a day is', () => {
    expect(format.away('2025-11-19')).toBe('today');
    expect(format.away('2025-11-22')).toBe('in 3 days');
    expect(format.away('2025-09-19')).toBe('2 months ago');
  });

  it('writes a share in one way, whatever the language: as the sentences beside it', () => {
    const german = makeFormat({ locale: 'de', timeZone: 'UTC', currency: 'EUR', today: '2025-11-19' });
    const english = makeFormat({ locale: 'en-US', timeZone: 'UTC', currency: 'EUR', today: '2025-11-19' });
    for (const { percent } of [german, english]) expect(percent(0.314)).toBe('31\u00a0%');
  });

  it('writes yen without minor units', () => {
    expect(makeFormat({ locale: 'en', timeZone: 'UTC', currency: 'JPY', today: '2025-11-19' }).money(1200)).toBe(
      '¥1,200',
    );
  });
});
