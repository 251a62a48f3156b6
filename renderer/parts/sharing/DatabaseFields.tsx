// The address of the PostgreSQL database in which the computers meet. It holds a password, so it is hidden as it is typed.
import { Input, TextArea } from '../../ui/fields/Input.tsx';
import styles from './sharing.module.css';

export type TypedDatabase = { readonly address: string; readonly ca: string };
export const noDatabase: TypedDatabase = { address: '', ca: '' };

/** As the program asks for it. */
export const databasePlace = ({ address, ca }: TypedDatabase) =>
  ({ kind: 'database', address, ca: ca.trim() === '' ? null : ca }) as const;

type Props = {
  readonly typed: TypedDatabase;
  readonly onType: (next: TypedDatabase) => void;
  readonly problem: string | null;
  readonly readOnly: boolean;
};

export function DatabaseFields({ typed, onType, problem, readOnly }: Props) {
  return (
    <div className={styles.part}>
      <Input
        error={problem}
        label="Database address"
        meaning="postgresql://user:password@host:5432/database, as your provider shows it. Ripen connects to this address and no other."
        onChange={address => onType({ ...typed, address })}
        readOnly={readOnly}
        type="password"
        value={typed.address}
      />
      <TextArea
        label="Certificate (optional)"
        meaning="Only if your provider gives you one: the text from BEGIN CERTIFICATE to END CERTIFICATE."
        onChange={ca => onType({ ...typed, ca })}
        readOnly={readOnly}
        value={typed.ca}
      />
    </div>
  );
}
