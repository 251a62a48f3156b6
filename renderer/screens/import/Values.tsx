// Their words onto ours: statuses onto stages, sources onto channels, with how often each occurs.

import type { ImportColumn, Mapping } from '../../../shared/import.ts';
import { type ImportTarget, importTargets } from '../../../shared/import-targets.ts';
import { stages, stageWords } from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Choice, type Option } from '../../ui/fields/Choice.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';

type Props = {
  readonly columns: readonly ImportColumn[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

/** Different words of one column that are shown at most. */
const shown = 40;

export function Values({ columns, mapping, onMapping }: Props) {
  const format = useFormat();
  const options = useOptions();
  const mapped = mapping.columns.filter(({ target }) => target in options);
  if (mapped.length === 0) return null;

  function set(target: ImportTarget, value: string, to: string | null) {
    const others = mapping.values.filter(one => one.target !== target || one.value !== value);
    onMapping({ ...mapping, values: [...others, { target, value, to }] });
  }

  return (
    <>
      {mapped.map(({ column, target }) => {
        const words = columns.find(one => one.index === column);
        const choices = options[target] ?? [];
        if (!words || words.values.length === 0) return null;
        return (
          <section className={styles.values} key={`${column}${target}`}>
            <h2>
              {words.header}: what their words mean ({importTargets[target].label.toLowerCase()})
            </h2>
            <ul>
              {words.values.slice(0, shown).map(({ value, count }) => {
                const to = mapping.values.find(one => one.target === target && one.value === value)?.to ?? null;
                const known = to === null || choices.some(option => option.value === to);
                return (
                  <li key={value}>
                    <span className={styles.theirs}>{value}</span>
                    <span className={styles.count}>{format.whole(count)}</span>
                    <Choice
                      clearable
                      label={`${value} means`}
                      onChange={next => set(target, value, next)}
                      options={known ? choices : [{ value: to, label: `${to} (new)` }, ...choices]}
                      placeholder="Nothing"
                      value={to}
                    />
                  </li>
                );
              })}
            </ul>
            {words.values.length > shown && (
              <p className={styles.quiet}>
                {words.values.length - shown} rarer words are understood by the same guess.
              </p>
            )}
          </section>
        );
      })}
    </>
  );
}

function useOptions(): Partial<Readonly<Record<ImportTarget, readonly Option[]>>> {
  const { channels } = useWorkspace();
  const types = useRead('activityTypes.list', {}).data ?? [];
  return {
    stage: stages.map(value => ({ value, label: stageWords[value].label })),
    channelId: channels.map(({ label }) => ({ value: label, label })),
    activity: types.map(({ id, label }) => ({ value: id, label })),
  };
}
