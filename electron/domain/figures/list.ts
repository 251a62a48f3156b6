// The list of figures. The review draws what stands here; a new figure is a new entry.
import { conversionFigures } from './conversion.ts';
import { effortFigures } from './effort.ts';
import type { Figure } from './figure.ts';
import { handoffFigures } from './handoff.ts';
import { moneyFigures } from './money.ts';
import { stageTimeFigures } from './stage-time.ts';

export const figures: readonly Figure[] = [
  ...conversionFigures,
  ...handoffFigures,
  ...stageTimeFigures,
  ...moneyFigures,
  ...effortFigures,
];

export const figureById = (id: string): Figure | undefined => figures.find(figure => figure.id === id);
