// Grades: limits of fit and engagement in points of these rules.

import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { Term } from '../../../ui/Term.tsx';
import styles from './grades.module.css';

export function Grades() {
  const { criteria, greatestFit } = useRules();
  const from = (share: number, of: number) => Math.ceil(share * of);
  const fit =
    greatestFit > 0
      ? [
          `from ${from(0.75, greatestFit)}`,
          `from ${from(0.5, greatestFit)}`,
          `from ${from(0.25, greatestFit)}`,
          'below, or disqualified',
        ]
      : ['–', '–', 'while no fit rule gives points', 'if the total is negative'];
  const engagement = [1, 0.5, 0.25].map(share => `from ${from(share, criteria.threshold)}`);
  return (
    <div className={styles.grades}>
      <p>
        Every score has a <Term id="cell">grade</Term> such as B2: a letter for fit, a number for engagement. It follows
        from the rules; there is nothing to set.
      </p>
      <table>
        <caption>Fit, of {greatestFit} points at most</caption>
        <tbody>
          {['A', 'B', 'C', 'D'].map((grade, index) => (
            <tr key={grade}>
              <th scope="row">{grade}</th>
              <td>{fit[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Engagement, with a threshold of {criteria.threshold}</caption>
        <tbody>
          {[...engagement, 'below'].map((text, index) => (
            <tr key={text}>
              <th scope="row">{index + 1}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
