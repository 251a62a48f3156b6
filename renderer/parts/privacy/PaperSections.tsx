// A text in sections on paper: everything about a person, or the record of processing.
import type { Sections } from '../../../shared/contract/privacy.ts';
import { Part } from '../print/Part.tsx';
import paper from '../print/print.module.css';
import styles from './paper-sections.module.css';

export const PaperSections = ({ sections: { title, intro, sections } }: { readonly sections: Sections }) => (
  <main className={paper.paper}>
    <header className={paper.head}>
      <h1>{title}</h1>
      <p>{intro}</p>
    </header>
    {sections.map(section => (
      <Part key={section.title} title={section.title}>
        <dl className={styles.rows}>
          {section.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once and never move
            <div key={index}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      </Part>
    ))}
  </main>
);
