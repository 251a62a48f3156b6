// Two things of one kind never have the same name.
import { AppError } from '../../shared/result.ts';
import { plainLabel } from '../domain/labels.ts';

type Labelled = { readonly id: string | null; readonly label: string; readonly archived?: boolean };

/** Throws when another of the rows has the name of `row`, case aside. `what`: the kind, such as "tag". */
export function requireUniqueLabel(rows: readonly Labelled[], row: Labelled, what: string): void {
  const isSame = (one: Labelled): boolean => plainLabel(one.label) === plainLabel(row.label);
  const twin = rows.find(one => one.id !== row.id && isSame(one));
  if (!twin) return;
  // A file may hold two of one name (see `addBuiltInTypes`): both can be saved, but not both be in use.
  const before = rows.find(one => one.id === row.id);
  if (before && isSame(before) && (row.archived || twin.archived)) return;
  const where = twin.archived ? ' among the archived ones' : '';
  throw new AppError('conflict', `A ${what} named “${twin.label}” already exists${where}.`, 'label');
}
