// Board filters: owner, channel, tag and grade, each removable.
import { type ReactNode, useRef, useState } from 'react';
import type { BoardFilter } from '../../../shared/contract/board.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice, type Option } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './board.module.css';

export type Chosen = Omit<BoardFilter, 'search'>;
export const nobodyChosen: Chosen = { memberId: null, channelId: null, tagId: null, cell: null };

type Props = { readonly value: Chosen; readonly onChange: (chosen: Chosen) => void };

const grades = ['A', 'B', 'C', 'D'] as const;
const levels = ['1', '2', '3', '4'] as const;
const cells: readonly Option[] = [
  ...grades.map(grade => ({ value: grade, label: `Fit ${grade}` })),
  ...levels.map(level => ({ value: level, label: `Engagement ${level}` })),
  ...grades.flatMap(grade => levels.map(level => ({ value: `${grade}${level}`, label: `${grade}${level}` }))),
];

export function Filters({ value, onChange }: Props) {
  const { members, channels, tags } = useWorkspace();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const here = <T extends { readonly archived: boolean }>(rows: readonly T[]) => rows.filter(row => !row.archived);
  const options: Readonly<Record<keyof Chosen, readonly Option[]>> = {
    memberId: here(members).map(({ id, name }) => ({ value: id, label: name })),
    channelId: here(channels).map(({ id, label }) => ({ value: id, label })),
    tagId: here(tags).map(({ id, label }) => ({ value: id, label })),
    cell: cells,
  };
  const text: Readonly<Record<keyof Chosen, string | undefined>> = {
    memberId: byId(members, value.memberId)?.name,
    channelId: byId(channels, value.channelId)?.label,
    tagId: byId(tags, value.tagId)?.label,
    cell: cells.find(cell => cell.value === value.cell)?.label,
  };
  return (
    <>
      {options.memberId.length > 0 && (
        <div className={styles.whose}>
          <Choice
            clearable
            label="Owner"
            onChange={memberId => onChange({ ...value, memberId })}
            options={options.memberId}
            placeholder="All owners"
            value={value.memberId}
          />
        </div>
      )}
      <div ref={button}>
        <Button aria-expanded={open} aria-haspopup="dialog" icon="criteria" look="plain" onClick={() => setOpen(true)}>
          Filter
        </Button>
      </div>
      {(['channelId', 'tagId', 'cell'] as const).map(
        name =>
          text[name] !== undefined && (
            <button
              aria-label={`Remove filter ${text[name]}`}
              className={styles.chip}
              key={name}
              onClick={() => onChange({ ...value, [name]: null })}
              type="button"
            >
              {text[name]}
              <Icon name="close" size={12} />
            </button>
          ),
      )}
      {open && (
        <Floating anchor={button} label="Filter the board" onClose={() => setOpen(false)} role="dialog">
          <div className={styles.filters}>
            <Pick
              onChange={channelId => onChange({ ...value, channelId })}
              options={options.channelId}
              title="Channel"
              value={value.channelId}
            />
            <Pick
              none="No tags yet"
              onChange={tagId => onChange({ ...value, tagId })}
              options={options.tagId}
              title="Tag"
              value={value.tagId}
            />
            <Pick
              onChange={cell => onChange({ ...value, cell })}
              options={options.cell}
              title="Grade"
              value={value.cell}
            />
            <div className={styles.filtersFoot}>
              <Button look="plain" onClick={() => onChange({ ...nobodyChosen, memberId: value.memberId })} size="small">
                Clear filters
              </Button>
              <Button onClick={() => setOpen(false)} size="small">
                Done
              </Button>
            </div>
          </div>
        </Floating>
      )}
    </>
  );
}

type PickProps = {
  readonly title: string;
  readonly none?: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

const Pick = ({ title, none = 'Any', options, value, onChange }: PickProps): ReactNode => (
  <Field label={title}>
    {ids => (
      <Choice
        {...ids}
        clearable
        label={title}
        onChange={onChange}
        options={options}
        placeholder={options.length === 0 ? none : 'Any'}
        value={value}
      />
    )}
  </Field>
);
