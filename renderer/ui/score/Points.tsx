// A number of points: tabular, with a true minus.
import text from '../text.module.css';

/** `sign`: with a plus, as in a list that adds up. */
export const Points = ({ value, sign = false }: { readonly value: number; readonly sign?: boolean }) => (
  <span className={text.figures}>{`${value < 0 ? '−' : sign && value > 0 ? '+' : ''}${Math.abs(value)}`}</span>
);
