// The list of figures. The review draws what stands here; a new figure is a new entry.
import { conversionFigures } from './conversion.ts';
import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [...conversionFigures];

export const figureById = (id: string): Figure | undefined => figures.find(figure => figure.id === id);
