// Mapping of values with their counts.
import type { ImportColumn, Mapping } from '../../../shared/import.ts';
import { type ImportTarget, importTargets, newMark } from '../../../shared/import-targets.ts';
import { disqualifyReasons, lostReasons, rejectReasons, stageLabels, stages } from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice, type Option } from '../../ui/fields/Choice.tsx';
import { useFormat } from '../../ui/format.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './import.module.css';
import { meaningOf, withValue } from './mapping-edits.ts';

type Props = {
  readonly columns: readonly ImportColumn[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

/** Different words of one column that are shown at most. */
const shown = 60;
/** Few enough to be read at once; the list of more is folded. */
const few = 12;

export function Values({ columns, mapping, onMapping }: Props) {
  const options = useOptions();
  const mapped = mapping.columns.filter(
    ({ target, typeId, part }, index, all) =>
      target in options &&
      typeId === undefined &&
      !part &&
      all.findIndex(one => one.target === target && one.column === all[index]?.column) === index,
  );
  return (
    <>
      {mapped.map(({ column, target }) => {
        const columnValues = columns.find(one => one.index === column);
        if (!columnValues || columnValues.values.length === 0) return null;
        return (
          <ValueMap
            choices={options[target] ?? []}
            column={columnValues}
            key={`${column}${target}`}
            mapping={mapping}
            onMapping={onMapping}
            target={target}
          />
        );
      })}
    </>
  );
}

type ValueMapProps = Omit<Props, 'columns'> & {
  readonly column: ImportColumn;
  readonly target: ImportTarget;
  readonly choices: readonly Option[];
};

function ValueMap({ column, target, choices, mapping, onMapping }: ValueMapProps) {
  const format = useFormat();
  const toOf = (value: string) => meaningOf(mapping, target, value) ?? null;
  const makes = target === 'activityType';
  const unknown = column.values.filter(({ value }) => toOf(value) === null);
  const ours = importTargets[target].label.toLowerCase();
  return (
    <details className={styles.values} open={column.values.length <= few || unknown.length > 0}>
      <summary>
        <h2>
          {column.header || `Column ${column.letter}`}: values ({ours})
        </h2>
        <span className={styles.quiet}>
          {column.values.length === 1 ? 'one value' : `${format.whole(column.values.length)} values`}
          {unknown.length > 0 && `, ${format.whole(unknown.length)} of them skipped`}
        </span>
      </summary>
      {makes && unknown.length > 0 && (
        <Button
          icon="plus"
          onClick={() =>
            onMapping(
              unknown.reduce((now, { value }) => withValue(now, target, value, newMark + value.slice(0, 100)), mapping),
            )
          }
          size="small"
        >
          {unknown.length === 1 ? 'Create a new type' : `Create ${unknown.length} new types`}
        </Button>
      )}
      <ul>
        {column.values.slice(0, shown).map(({ value, count }) => (
          <li key={value}>
            <span className={styles.theirs} dir="auto">
              {value}
            </span>
            <span className={styles.count}>{format.whole(count)}</span>
            <Choice
              clearable
              label={`Map ${value} to`}
              onChange={to => onMapping(withValue(mapping, target, value, to))}
              options={withCustom(choices, toOf(value), makes ? value : null)}
              placeholder="Skipped"
              value={toOf(value)}
            />
          </li>
        ))}
      </ul>
      {column.values.length > shown && (
        <p className={styles.quiet}>{column.values.length - shown} rarer values are mapped the same way.</p>
      )}
    </details>
  );
}

/** With the present answer among the options, and the word itself as a new activity type where that can be made. */
function withCustom(choices: readonly Option[], to: string | null, word: string | null): readonly Option[] {
  const made = word === null ? [] : [{ value: newMark + word.slice(0, 100), label: `New type “${word}”` }];
  const all = [...made, ...choices];
  if (to === null || all.some(option => option.value === to)) return all;
  return [
    { value: to, label: to.startsWith(newMark) ? `New type “${to.slice(newMark.length)}”` : `${to} (new)` },
    ...all,
  ];
}

const reasons: readonly Option[] = Object.entries({ ...rejectReasons, ...disqualifyReasons, ...lostReasons }).map(
  ([value, label]) => ({ value, label }),
);

/** What words of a target may mean, with the names of the workspace. */
export function useOptions(): Partial<Readonly<Record<ImportTarget, readonly Option[]>>> {
  const { channels, campaigns, members } = useWorkspace();
  const types = (useRead('activityTypes.list', {}).data ?? []).map(({ id, label }) => ({ value: id, label }));
  return {
    stage: stages.map(value => ({
      value,
      label: stageLabels[value].label,
      glyph: <StageGlyph size={14} stage={value} />,
    })),
    reason: reasons,
    channelId: channels.map(({ label }) => ({ value: label, label })),
    campaignId: campaigns.map(({ label }) => ({ value: label, label })),
    memberId: members.map(({ name }) => ({ value: name, label: name })),
    activityType: types,
    activity: types,
  };
}
