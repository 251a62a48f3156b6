// The figures of one section on paper, as the list places them.
import type { FigureSection, ReviewFigures } from '../../../../shared/figures.ts';
import styles from '../../../parts/print/print.module.css';
import { groupsIn, shortLabel } from '../figure-layout.ts';
import { PrintFigure } from './PrintFigure.tsx';

type Props = { readonly figures: ReviewFigures; readonly section: FigureSection };

export const PrintFigures = ({ figures, section }: Props) =>
  groupsIn(figures, section).map(({ title, titled, figures: group }) => (
    <section className={styles.group} key={title}>
      {titled && <h3>{title}</h3>}
      <div className={styles.figures}>
        {group.map(figure => (
          <PrintFigure figure={figure} key={figure.id} label={shortLabel(figure, title)} />
        ))}
      </div>
    </section>
  ));
