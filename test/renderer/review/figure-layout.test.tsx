// Each figure of the list stands on the screen, in the section it names, and on paper; a figure of an old closed review finds its place.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { figures as list, withPlacements } from '../../../electron/domain/figures/list.ts';
import { WorkspaceProvider } from '../../../renderer/api/workspace.tsx';
import { sectionIds } from '../../../renderer/screens/review/agenda.ts';
import { FigureRows } from '../../../renderer/screens/review/FigureRows.tsx';
import { figuresIn, groupsIn, minutesOf, trendsOf } from '../../../renderer/screens/review/figure-layout.ts';
import { lowerFirst } from '../../../renderer/screens/review/figure-text.ts';
import { documentOf } from '../../../renderer/screens/review/print/document.ts';
import { PrintedClosing } from '../../../renderer/screens/review/print/PrintedMinutes.tsx';
import { ReviewPrint } from '../../../renderer/screens/review/print/ReviewPrint.tsx';
import { quietParts } from '../../../renderer/screens/review/quiet.ts';
import { ReviewProvider } from '../../../renderer/screens/review/review-context.tsx';
import { FiguresSection } from '../../../renderer/screens/review/sections/FiguresSection.tsx';
import { FormatProvider } from '../../../renderer/ui/format.tsx';
import { figureSections, type ReviewFigures, storedFiguresSchema } from '../../../shared/figures.ts';
import { aFilledWorkspace } from '../../support/examples.ts';

const date = '2026-06-24';

async function opened() {
  const { call } = await aFilledWorkspace();
  const sources = {
    workspace: await call('workspace.get', {}),
    review: await call('review.get', { kind: 'week', date }),
    mqls: await call('review.mqls', { kind: 'week', date }),
    handoff: await call('review.handoff', { kind: 'week', date }),
    overview: null,
    meeting: await call('meeting.get', { date }),
  };
  const { settings, today } = sources.workspace;
  const draw = (content: React.ReactNode) =>
    renderToStaticMarkup(
      <QueryClientProvider client={new QueryClient()}>
        <WorkspaceProvider value={sources.workspace}>
          <FormatProvider settings={{ locale: 'en-GB', timeZone: settings.timeZone, currency: 'EUR', today }}>
            {content}
          </FormatProvider>
        </WorkspaceProvider>
      </QueryClientProvider>,
    );
  return { sources, figures: sources.review.figures, draw };
}

/** What a section or the paper has to show for a figure: its block, its chart, or its column of the funnel. */
function shownIn(html: string, figures: ReviewFigures): string[] {
  const text = html.replaceAll('&amp;', '&');
  // On paper a figure without a number is named with its reason.
  const unspoken = [...text.matchAll(/No number yet: ([^<]*)/g)].map(([, names]) => names).join(' ');
  return figures.figures.flatMap(({ id, label, placement }) => {
    const short = placement.group === '' ? label : label.replace(`${placement.group}, `, '');
    const name = short.slice(0, 1).toUpperCase() + short.slice(1);
    if (placement.as === 'stage') return text.includes('Median days there') ? [id] : [];
    return text.includes(`aria-label="${name}"`) ||
      text.includes(`>${label}<`) ||
      text.includes(`"${label}"`) ||
      unspoken.includes(`${label} (`)
      ? [id]
      : [];
  });
}

describe('Every figure of the list', () => {
  it('stands on the screen, in the section that it names', async () => {
    const { figures, sources, draw } = await opened();
    expect(figures.figures.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
    for (const section of figureSections) {
      expect(sectionIds).toContain(section);
      const html = draw(
        <ReviewProvider
          value={{
            data: sources.review,
            now: null,
            meeting: sources.meeting,
            openLeads: () => undefined,
            goTo: () => undefined,
          }}
        >
          <FigureRows section={section} />
        </ReviewProvider>,
      );
      const mine = figuresIn(figures, section, 'number').map(({ id }) => id);
      expect(shownIn(html, figures), section).toEqual(expect.arrayContaining(mine));
    }
  });

  it('stands on paper', async () => {
    const { figures, sources, draw } = await opened();
    // Charts need a canvas, which the end-to-end test of the paper has.
    const numbers = figures.figures.map(figure => ({ ...figure, series: [], distribution: null }));
    const review = { ...sources.review, figures: { ...figures, figures: numbers } };
    const html = draw(<ReviewPrint document={documentOf({ ...sources, review })} />);
    const folded = quietParts(figures).map(({ id }) => id as string);
    for (const { why } of quietParts(figures)) expect(html).toContain(lowerFirst(why));
    const expected = figures.figures.filter(
      ({ placement }) => placement.as !== 'distribution' && !folded.includes(placement.section),
    );
    expect(shownIn(html, figures)).toEqual(expect.arrayContaining(expected.map(({ id }) => id)));
  });

  it('is drawn once, in the order of the list, next to those of its group', async () => {
    const { figures } = await opened();
    const drawn = figureSections.flatMap(section => [
      ...groupsIn(figures, section).flatMap(group => group.figures),
      ...figuresIn(figures, section, 'stage'),
      ...figuresIn(figures, section, 'distribution'),
    ]);
    expect(drawn.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
    const places = figures.figures.map(({ placement }) => `${placement.section} ${placement.order}`);
    expect(new Set(places).size).toBe(places.length);
    expect(groupsIn(figures, 'figures')[1]).toMatchObject({ title: 'MQL to SQL', titled: true });
    expect(groupsIn(figures, 'figures')[1]?.figures.map(({ id }) => id)).toEqual([
      'mql-to-sql-cohort',
      'mql-to-sql-period',
      'mql-to-sql-settled',
    ]);
    expect(trendsOf(figures)[0]?.id).toBe('mql-volume');
    expect(minutesOf(figures)[0]?.id).toBe('mql-volume');
  });
});

describe('A closed review from before figures carried their place', () => {
  it('is drawn by the list; what the list no longer has stands last', async () => {
    const { figures } = await opened();
    const [first] = figures.figures;
    if (first === undefined) throw new Error('no figures');
    const old = {
      ...figures,
      figures: [{ ...first, id: 'given-up', label: 'Given up' }, ...figures.figures].map(
        ({ placement: _, ...figure }) => figure,
      ),
    };
    const filled = withPlacements(storedFiguresSchema.parse(JSON.parse(JSON.stringify(old))));
    expect(filled.figures.slice(1)).toEqual(figures.figures);
    expect(
      groupsIn(filled, 'figures')
        .at(-1)
        ?.figures.map(({ id }) => id),
    ).toEqual(['given-up']);
  });

  it('keeps the place that closing stored', async () => {
    const { figures } = await opened();
    const moved = {
      ...figures,
      figures: figures.figures.map(figure => ({ ...figure, placement: { ...figure.placement, order: 99 } })),
    };
    expect(withPlacements(moved)).toEqual(moved);
  });
});

it('customers without a day of purchase stand below the figures, on the screen and on paper', async () => {
  const { sources, draw } = await opened();
  const { review } = sources;
  const dataGaps = { ...review.figures.dataGaps, undatedCustomers: { count: 31, amount: 22_300_300 } };
  const data = { ...review, figures: { ...review.figures, figures: [], dataGaps } };
  const screen = draw(
    <ReviewProvider value={{ data, now: null, meeting: null, openLeads: () => undefined, goTo: () => undefined }}>
      <FiguresSection />
    </ReviewProvider>,
  );
  const paper = draw(<ReviewPrint document={documentOf({ ...sources, review: data })} />);
  for (const html of [screen, paper]) expect(html).toMatch(/31 customers without a day of purchase, .223,003 in all/);
});

it('a decision stands on paper with what it expects, the plan it carries and the day it returns', async () => {
  const { sources, draw } = await opened();
  const decision = {
    id: 'd',
    weekStart: sources.review.figures.period.from,
    text: 'Go for four.',
    criteria: null,
    expected: {
      mqlsAWeek: 2,
      acceptance: null,
      plan: {
        goal: { what: 'customers', amount: 4, by: '2026-09-30' } as const,
        from: '2026-06-29',
        low: 2,
        high: 6,
        chance: 0.61,
        leads: 5,
        mqls: 2,
        sqls: 1,
      },
    },
    comesBack: '2026-07-20',
    verdict: null,
    outcome: null,
    answeredIn: null,
  };
  const { meeting } = documentOf({ ...sources, meeting: { ...sources.meeting, decisions: [decision] } });
  const paper = draw(meeting && <PrintedClosing meeting={meeting} />);
  expect(paper).toMatch(/Go for four\..*expects 4 new customers by .*, chance 61\s%, needs 2 MQLs .*; returns on/);
});
