// A source: a program whose exports are recognized by their headers and mapped without a question.
import type { ColumnMapping, DateOrder, RowMeaning, ValueMapping } from '../../../../shared/import.ts';
import type { ImportTarget } from '../../../../shared/import-targets.ts';

/** What a header becomes: a target, a target with details, or 'ignore'. */
export type Becomes =
  | ImportTarget
  | 'ignore'
  | {
      readonly target: ImportTarget;
      readonly typeId?: string;
      readonly dateOrder?: DateOrder;
      readonly part?: ColumnMapping['part'];
      readonly flag?: ColumnMapping['flag'];
    };

export type SourceProgram = {
  readonly id: string;
  readonly label: string;
  /** One of these sets must be there in full. Texts are compared as `headerKey`s. */
  readonly needs: readonly (readonly string[])[];
  /** With one of these headers it is another kind of file. */
  readonly without?: readonly string[];
  /** True: `needs` must be written exactly so ("FirstName", not "First Name"). */
  readonly exact?: boolean;
  /** What its headers become; a list uses the column more than once. Others are guessed. */
  readonly headers: Readonly<Record<string, Becomes | readonly Becomes[]>>;
  /** Ripen's own: cells are taken as they stand. */
  readonly literal?: boolean;
  /** Its columns are made by Ripen: what they mean is never chosen. */
  readonly isFixed?: boolean;
  readonly rows: RowMeaning;
  readonly fixed?: readonly { readonly target: ImportTarget; readonly value: string }[];
  readonly values?: readonly ValueMapping[];
};
