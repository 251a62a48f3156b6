// Menu of a column: split, map again, policy for existing values.
import type { ColumnMapping, ImportColumn, Mapping } from '../../../shared/import.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu, type MenuSection } from '../../ui/floating/Menu.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { newFieldOf, splitsOf, withChoice, withoutSplit, withSplit, withUse } from './mapping-edits.ts';

type Props = {
  readonly name: string;
  readonly column: ImportColumn;
  readonly uses: readonly ColumnMapping[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

const policies = [
  { value: undefined, label: 'Same as file' },
  { value: 'fill', label: 'Fill in missing values' },
  { value: 'overwrite', label: 'Overwrite' },
  { value: 'keep', label: 'Keep existing values' },
] as const;
const dateOrders = [
  { value: 'dmy', label: 'Day, month, year' },
  { value: 'mdy', label: 'Month, day, year' },
  { value: 'ymd', label: 'Year, month, day' },
] as const;
const decimals = [
  { value: '.', label: '1,234.56' },
  { value: ',', label: '1.234,56' },
] as const;
const tick = <Icon name="check" size={14} />;

export function ColumnMenu({ name, column, uses, mapping, onMapping }: Props) {
  const [first] = uses;
  const split = uses.some(({ part }) => part !== undefined);
  const shape: MenuSection = {
    title: 'Cell contents',
    items: [
      ...(split
        ? [{ id: 'whole', label: 'Keep whole cell', run: () => onMapping(withoutSplit(mapping, column)) }]
        : splitsOf(column).map(({ by, label, parts }) => ({
            id: `split ${label}`,
            label: `Split at ${label}`,
            run: () => onMapping(withSplit(mapping, column, by, parts)),
          }))),
      {
        id: 'again',
        label: 'Map to another field',
        run: () => onMapping(withChoice(mapping, column, null, 'notes')),
        ...(first ? {} : { unless: 'Map the column first.' }),
      },
      {
        id: 'own',
        label: 'Create custom field',
        run: () => onMapping(withChoice(mapping, column, first ?? null, `customField:${newFieldOf(column)}`)),
      },
    ],
  };
  const sections: MenuSection[] = [shape];
  const feedsLead = first && importTargets[first.target].group === 'lead';
  if (first && feedsLead && (mapping.policy === 'fill' || mapping.policy === 'overwrite')) {
    sections.push({
      title: 'Existing values',
      items: policies.map(({ value, label }) => ({
        id: `policy ${value}`,
        label,
        glyph: first.policy === value ? tick : null,
        run: () => onMapping(withPolicy(mapping, uses, value)),
      })),
    });
  }
  if (first?.dateOrder && dateOrders.some(({ value }) => value === first.dateOrder)) {
    sections.push({
      title: 'Date format',
      items: dateOrders.map(({ value, label }) => ({
        id: value,
        label,
        glyph: first.dateOrder === value ? tick : null,
        run: () => onMapping(withUse(mapping, first, { dateOrder: value })),
      })),
    });
  } else if (first?.decimal) {
    sections.push({
      title: 'Number format',
      items: decimals.map(({ value, label }) => ({
        id: value,
        label,
        glyph: first.decimal === value ? tick : null,
        run: () => onMapping(withUse(mapping, first, { decimal: value })),
      })),
    });
  }
  return (
    <Menu
      align="end"
      button={props => <IconButton {...props} icon="more" label={`More options for ${name}`} size="small" />}
      label={`More options for ${name}`}
      sections={sections}
    />
  );
}

/** The policy for all uses of a column; undefined: that of the whole file. */
function withPolicy(mapping: Mapping, uses: readonly ColumnMapping[], policy: ColumnMapping['policy']): Mapping {
  const columns = mapping.columns.map(one => {
    if (!uses.includes(one)) return one;
    const { policy: _before, ...rest } = one;
    return policy === undefined ? rest : { ...rest, policy };
  });
  return { ...mapping, columns };
}
