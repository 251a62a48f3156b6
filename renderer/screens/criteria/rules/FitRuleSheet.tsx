// Sheet of field rules: field, condition, value and points or reason.
import type { ReactNode } from 'react';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { Button } from '../../../ui/Button.tsx';
import { moveInColumn } from '../../../ui/sheet/sheet-keys.ts';

type Props = {
  readonly caption: string;
  /** Head of the fourth column. */
  readonly last: { readonly label: string; readonly isNumber?: boolean };
  /** Said in the place of the sheet while there is no rule. */
  readonly nothing: string;
  /** Two rows a rule; see `FitRuleRow`. */
  readonly children: readonly ReactNode[];
  readonly onAdd: () => void;
};

export const FitRuleSheet = ({ caption, last, nothing, children, onAdd }: Props) => (
  <div>
    {children.length === 0 ? (
      <p className={styles.nothing}>{nothing}</p>
    ) : (
      <table className={styles.sheet} data-kind="attributes" onKeyDown={moveInColumn}>
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            <th className={styles.attribute} scope="col">
              Field
            </th>
            <th className={styles.test} scope="col">
              Condition
            </th>
            <th scope="col">Value</th>
            <th className={last.isNumber ? styles.number : undefined} scope="col">
              {last.label}
            </th>
            <td className={styles.remove} />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    )}
    <div className={styles.add} data-adds>
      <Button icon="plus" onClick={onAdd}>
        Add a rule
      </Button>
    </div>
  </div>
);

type RowProps = { readonly id: string; readonly reading: string; readonly children: ReactNode };

/** The cells of a rule, and beneath them the rule in a sentence. */
export const FitRuleRow = ({ id, reading, children }: RowProps) => (
  <>
    <tr data-rule={id}>{children}</tr>
    <tr className={styles.sentence}>
      <td colSpan={5}>{reading}</td>
    </tr>
  </>
);
