// The list of figures. The review draws what stands here; a new figure is a new entry.
import type { Placement, ReviewFigures, StoredFigures } from '../../../shared/figures.ts';
import { conversionFigures } from './conversion.ts';
import { dealFigures } from './deals.ts';
import { effortFigures } from './effort.ts';
import type { Figure, FigurePlace } from './figure.ts';
import { handoffFigures } from './handoff.ts';
import { moneyFigures } from './money.ts';
import { stageTimeFigures } from './stage-time.ts';

export const figures: readonly Figure[] = [
  ...conversionFigures,
  ...handoffFigures,
  ...stageTimeFigures,
  ...moneyFigures,
  ...dealFigures,
  ...effortFigures,
];

export const figureById = (id: string): Figure | undefined => figures.find(figure => figure.id === id);

/** The place of a figure with what it leaves out. */
export const placementOf = ({ placement }: Pick<Figure, 'placement'>): Placement => ({
  section: placement.section,
  group: placement.group ?? '',
  titled: placement.titled ?? false,
  order: placement.order,
  as: placement.as ?? 'number',
  trend: placement.trend ?? false,
  minutes: placement.minutes ?? false,
});

/** Where figures stand that a closed review kept and the list no longer has: after all others. */
const noLonger: FigurePlace = { section: 'figures', group: 'Earlier figures', titled: true, order: 10_000 };

/** A closed review, with the place of each figure where closing did not keep it. */
export const withPlacements = (stored: StoredFigures): ReviewFigures => ({
  ...stored,
  figures: stored.figures.map(figure => ({
    ...figure,
    placement: figure.placement ?? placementOf(figureById(figure.id) ?? { placement: noLonger }),
  })),
});
