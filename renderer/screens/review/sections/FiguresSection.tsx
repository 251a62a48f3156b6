// The figures of the meeting: volume, the two rates each way round, how long it takes, what it costs.
import { undatedFigure } from '../../../../shared/figures.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { FigureRows } from '../FigureRows.tsx';
import { undatedText } from '../figure-text.ts';
import { useReview } from '../review-context.tsx';

export const FiguresSection = () => (
  <>
    <FigureRows section="figures" />
    <UndatedCustomers />
  </>
);

/** The one place of the customers whose day of purchase nobody knows. */
function UndatedCustomers() {
  const { data, openLeads } = useReview();
  const format = useFormat();
  const { dataGaps } = data.figures;
  const text = undatedText(format, dataGaps);
  if (text === null) return null;
  const count = dataGaps.undatedCustomers?.count ?? 0;
  return (
    <Notice
      actions={
        <Button
          onClick={() =>
            openLeads({ title: 'Customers without a day of purchase', figureId: undatedFigure, set: 'leads', count })
          }
          size="small"
        >
          Show them
        </Button>
      }
    >
      {text}
    </Notice>
  );
}
