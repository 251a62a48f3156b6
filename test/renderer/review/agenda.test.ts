// The agenda of the meeting: which sections stand on it, where a key leads, and where an address is in it.
import { describe, expect, it } from 'vitest';
import { agendaKind, sectionByKey, sectionIn, sectionsOf, spoken } from '../../../renderer/screens/review/agenda.ts';
import {
  formatReviewRoute,
  parseReviewRoute,
  readComparison,
  writeComparison,
} from '../../../renderer/screens/review/review-route.ts';

const ids = (kind: Parameters<typeof sectionsOf>[0]) => sectionsOf(kind).map(({ id }) => id);
const open = sectionsOf('open');

describe('the agenda', () => {
  it('of an open week begins with last time and ends with closing; a closed one ends with its minutes', () => {
    expect([ids('open')[0], ids('open').at(-1)]).toEqual(['last', 'close']);
    expect([ids('closed')[0], ids('closed').at(-1)]).toEqual(['last', 'minutes']);
    expect(ids('closed')).not.toContain('decisions');
  });

  it('of a month has the figures alone', () => {
    expect(ids(agendaKind('month', false))).toEqual(ids('figures'));
    expect(ids('figures')).not.toContain('last');
    expect(ids('figures')).not.toContain('close');
  });

  it('is half an hour long', () => {
    expect(open.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  });
});

describe('sections with nothing to say', () => {
  const quiet = new Map([
    ['last', 'This is the first meeting'],
    ['mqls', 'No new MQLs in this week'],
  ] as const);

  it('are not walked by keys, unless one of them is open', () => {
    const spokenIds = spoken(open, quiet, null).map(({ id }) => id);
    expect(spokenIds[0]).toBe('overview');
    expect(spokenIds).not.toContain('mqls');
    expect(sectionByKey(spoken(open, quiet, 'funnel'), 'funnel', 'ArrowRight')).toBe('handoff');
    expect(spoken(open, quiet, 'mqls').map(({ id }) => id)).toContain('mqls');
    expect(sectionByKey(spoken(open, quiet, 'mqls'), 'mqls', 'ArrowRight')).toBe('handoff');
  });
});

describe('a key', () => {
  it('leads one section on or back, and stops at both ends', () => {
    expect(sectionByKey(open, 'figures', 'ArrowRight')).toBe('trends');
    expect(sectionByKey(open, 'figures', 'PageDown')).toBe('trends');
    expect(sectionByKey(open, 'figures', 'PageUp')).toBe('overview');
    expect(sectionByKey(open, 'last', 'ArrowLeft')).toBe('last');
    expect(sectionByKey(open, 'close', 'ArrowRight')).toBe('close');
  });

  it('that is a digit leads to the section of that number; nought is the tenth', () => {
    expect(sectionByKey(open, 'close', '1')).toBe('last');
    expect(sectionByKey(open, 'last', '0')).toBe(open[9]?.id);
    expect(sectionByKey(sectionsOf('figures'), 'figures', '9')).toBeNull();
  });

  it('that is a letter leads nowhere', () => {
    expect(sectionByKey(open, 'last', 'n')).toBeNull();
  });
});

describe('the address', () => {
  it('reads back as it was written', () => {
    const route = { kind: 'week', date: '2026-02-23', section: 'handoff', meeting: true } as const;
    expect(parseReviewRoute(formatReviewRoute(route), '2026-03-02', 1)).toEqual(route);
    const plain = { kind: 'month', date: '2026-02-01', section: null, meeting: false } as const;
    expect(parseReviewRoute(formatReviewRoute(plain), '2026-03-02', 1)).toEqual(plain);
  });

  it('that says nothing is the last whole week, and "meeting" alone is its meeting', () => {
    expect(parseReviewRoute(null, '2026-03-04', 1)).toEqual({
      kind: 'week',
      date: '2026-02-23',
      section: null,
      meeting: false,
    });
    expect(parseReviewRoute('meeting', '2026-03-04', 1)).toMatchObject({ date: '2026-02-23', meeting: true });
  });

  it('of a comparison names two weeks, and is no period', () => {
    expect(readComparison(writeComparison('2026-02-16', '2026-02-23'))).toEqual(['2026-02-16', '2026-02-23']);
    expect(readComparison('compare.2026-02-16.yesterday')).toBeNull();
    expect(readComparison('week.2026-02-16.figures')).toBeNull();
  });

  it('that asks a closed review for its end finds the minutes, and a month without a meeting its figures', () => {
    expect(sectionIn(sectionsOf('closed'), 'close')).toBe('minutes');
    expect(sectionIn(sectionsOf('closed'), 'decisions')).toBe('minutes');
    expect(sectionIn(open, 'minutes')).toBe('close');
    expect(sectionIn(sectionsOf('figures'), 'last')).toBe('figures');
    expect(sectionIn(open, null)).toBe('last');
  });
});
