// The figures of the meeting: volume, the two rates each way round, how long it takes, what it costs.
import { FigureRows } from '../FigureRows.tsx';

export const FiguresSection = () => <FigureRows section="figures" />;
