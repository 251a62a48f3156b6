// The figures of one section on paper, as the list places them.
import type { FigureSection, ReviewFigures } from '../../../../shared/figures.ts';
import styles from '../../../parts/print/print.module.css';
import { type FigureGroup, groupsIn, shortLabel } from '../figure-layout.ts';
import { withoutText } from '../figure-text.ts';
import { isQuiet } from '../quiet.ts';
import { PrintFigure } from './PrintFigure.tsx';

type Props = { readonly figures: ReviewFigures; readonly section: FigureSection };

export function PrintFigures({ figures, section }: Props) {
  const all = groupsIn(figures, section).map(group => ({
    ...group,
    figures: group.figures.filter(figure => !isQuiet(figure)),
  }));
  const quiet = groupsIn(figures, section).flatMap(group => group.figures.filter(isQuiet));
  const missing = withoutText(quiet.map(({ label, why }) => ({ label, why: why ?? 'none' })));
  return (
    <>
      {all.map(group => group.figures.length > 0 && <Group group={group} key={group.title} />)}
      {missing && <p className={styles.small}>{missing}</p>}
    </>
  );
}

const Group = ({ group: { title, titled, figures: group } }: { readonly group: FigureGroup }) => (
  <section className={styles.group}>
    {titled && <h3>{title}</h3>}
    <div className={styles.figures}>
      {group.map(figure => (
        <PrintFigure figure={figure} key={figure.id} label={shortLabel(figure, title)} />
      ))}
    </div>
  </section>
);
