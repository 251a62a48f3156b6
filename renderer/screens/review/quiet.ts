// What has nothing to say: figures without a number now and before, and sections made of such alone. They fold into one line.
import type { FigureSection, FigureValue, Measure, ReviewFigures } from '../../../shared/figures.ts';
import { labelOf, type SectionId } from './agenda.ts';
import { hasLine } from './charts/over-time.ts';
import { figuresIn, trendsOf } from './figure-layout.ts';
import type { MeetingData } from './review-context.tsx';

const isNothing = (measure: Measure | null): boolean =>
  measure === null || measure.value === null || (measure.value === 0 && measure.n === 0);

/** No number now, in the period before, nor in those that make the average. A 0 that was more before does say something. */
export const isQuiet = (figure: FigureValue): boolean =>
  isNothing(figure) && isNothing(figure.previous) && isNothing(figure.usual) && figure.notes.length === 0;

const isSilent = (figures: ReviewFigures, section: FigureSection): boolean =>
  figuresIn(figures, section, 'number').every(isQuiet);

/** Why a section has nothing to say, as a sentence without its full stop; null where it has. */
export function quietReason(id: SectionId, figures: ReviewFigures, meeting: MeetingData | null): string | null {
  const { kind } = figures.period;
  const hasMqls = trendsOf(figures).some(({ series }) => series.some(({ n }) => n > 0));
  const when = (quiet: boolean, why: string): string | null => (quiet ? why : null);
  switch (id) {
    case 'overview':
      return when(
        meeting?.closedAt != null && !meeting.minutes?.overview,
        'It was not saved when this review was closed',
      );
    case 'last':
      return when(meeting !== null && isFirst(meeting), 'This is the first meeting');
    case 'figures':
      return when(
        isSilent(figures, 'figures') && (figures.dataGaps.undatedCustomers?.count ?? 0) === 0,
        'No one has become MQL, SQL or customer yet',
      );
    case 'trends':
      return when(
        !hasMqls || !trendsOf(figures).some(hasLine),
        hasMqls ? `Only one ${kind} is recorded` : 'No lead has become MQL yet',
      );
    case 'funnel':
      return when(
        [...figures.funnel.period, ...figures.funnel.cohort].every(({ count }) => count === 0) &&
          isSilent(figures, 'funnel'),
        `No one entered a stage in this ${kind}`,
      );
    case 'mqls':
      return when(figures.mqls.length === 0, `No new MQLs in this ${kind}`);
    case 'handoff':
      return when(
        figures.mqls.length === 0 && isSilent(figures, 'handoff'),
        `No MQL waited or was answered in this ${kind}`,
      );
    case 'channels':
      return when(
        isSilent(figures, 'channels') && figures.tables.every(({ total }) => total.every(isNothing)),
        `No MQLs, spend or revenue in this ${kind}`,
      );
    case 'threshold':
      return when(isSilent(figures, 'threshold') && !hasMqls, 'No lead has become MQL yet');
    default:
      return null;
  }
}

/** The parts of a printed review with nothing to say, each with its reason. */
export const quietParts = (
  figures: ReviewFigures,
): readonly { readonly id: SectionId; readonly label: string; readonly why: string }[] =>
  (['figures', 'trends', 'funnel', 'mqls', 'handoff', 'channels', 'threshold'] as const).flatMap(id => {
    const why = quietReason(id, figures, null);
    return why === null ? [] : [{ id, label: labelOf(id), why }];
  });

/** No meeting before this one has left anything. */
export const isFirst = ({ lastTime, cameBack, earlierItems, kept }: MeetingData): boolean =>
  lastTime === null && cameBack.length === 0 && earlierItems.length === 0 && kept.length === 0;
