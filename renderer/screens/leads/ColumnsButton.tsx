// Which columns the table shows, and in which order: tick them, and move them by their arrows.
import { useRef, useState } from 'react';
import type { ListField, ViewColumn } from '../../../shared/lead-filter.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { allColumns, columnHead } from './columns.tsx';
import styles from './filters.module.css';

type Props = {
  readonly columns: readonly ViewColumn[];
  readonly plain: readonly ViewColumn[];
  readonly fields: readonly ListField[];
  readonly onChange: (columns: readonly ViewColumn[]) => void;
};

export function ColumnsButton({ columns, plain, fields, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(true)} ref={button} size="small">
        Columns
      </Button>
      {open && (
        <Floating align="end" anchor={button} label="Columns" onClose={() => setOpen(false)} role="dialog">
          <ColumnList columns={columns} fields={fields} onChange={onChange} plain={plain} />
        </Floating>
      )}
    </>
  );
}

const normalized = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

function ColumnList({ columns, plain, fields, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const fits = (key: string) => normalized(columnHead(key, fields)).includes(normalized(typed));
  const chosen = columns.filter(column => columnHead(column.key, fields) !== '');
  const others = allColumns(fields).filter(key => !columns.some(column => column.key === key) && fits(key));
  const shift = (index: number, by: 1 | -1) => {
    const next = [...chosen];
    const [moved] = next.splice(index, 1);
    if (!moved) return;
    next.splice(index + by, 0, moved);
    onChange(next);
    announce(`${columnHead(moved.key, fields)}: column ${index + by + 1}`);
  };
  return (
    <div className={styles.columns}>
      <Input label="Find a column" onChange={setTyped} value={typed} />
      <div className={styles.columnList}>
        <ul aria-label="Columns shown">
          {chosen.map((column, index) => {
            const head = columnHead(column.key, fields);
            if (!fits(column.key)) return null;
            return (
              <li className={styles.columnRow} key={column.key}>
                <label>
                  <input
                    checked
                    disabled={column.key === 'name'}
                    onChange={() => onChange(chosen.filter(other => other !== column))}
                    type="checkbox"
                  />
                  {head}
                </label>
                <IconButton
                  disabled={index < 2}
                  icon="up"
                  label={`Move ${head} to the left`}
                  onClick={() => shift(index, -1)}
                  size="small"
                />
                <IconButton
                  disabled={index === 0 || index === chosen.length - 1}
                  icon="down"
                  label={`Move ${head} to the right`}
                  onClick={() => shift(index, 1)}
                  size="small"
                />
              </li>
            );
          })}
        </ul>
        <hr className={styles.columnRule} />
        <ul aria-label="Hidden columns">
          {others.map(key => (
            <li className={styles.columnRow} key={key}>
              <label>
                <input
                  checked={false}
                  onChange={() => onChange([...chosen, { key, width: null } as ViewColumn])}
                  type="checkbox"
                />
                {columnHead(key, fields)}
              </label>
            </li>
          ))}
        </ul>
      </div>
      <Button look="plain" onClick={() => onChange(plain)} size="small">
        Reset to default
      </Button>
    </div>
  );
}
