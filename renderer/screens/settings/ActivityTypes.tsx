// Activity types, built-in and custom: rename and archive.
import { useState } from 'react';
import { type ActivityType, builtInActivityTypes } from '../../../shared/activity.ts';
import { stageLabels } from '../../../shared/stages.ts';
import { rowKey } from '../../api/row-key.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { needed } from '../../parts/settings/use-settings.ts';
import { IconButton } from '../../ui/Button.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { AddByName } from './AddByName.tsx';
import { ArchivedList } from './ArchivedList.tsx';
import { Rows } from './Rows.tsx';
import styles from './settings.module.css';

const builtIn = new Set(builtInActivityTypes.map(({ id }) => id));
const sides = [
  { value: 'theirs', label: 'By the lead' },
  { value: 'ours', label: 'By us' },
] as const;

export function ActivityTypes() {
  const types = useRead('activityTypes.list', {});
  const { run } = useCommand('activityTypes.save');
  return (
    <QueryBoundary of={types}>
      {all => {
        const used = all.filter(type => !type.archived);
        return (
          <>
            <TypeList title="Activities by leads" types={used.filter(type => !type.ourSide)} />
            <TypeList title="Activities by us" types={used.filter(type => type.ourSide)} />
            <AddType />
            <ArchivedList
              labelOf={type => type.label}
              onBack={type => run({ id: type.id, archived: false }, { done: `“${type.label}” restored.` })}
              rows={all.filter(type => type.archived)}
              title="Archived"
            />
          </>
        );
      }}
    </QueryBoundary>
  );
}

const TypeList = ({ title, types }: { readonly title: string; readonly types: readonly ActivityType[] }) => (
  <>
    <h3 className={styles.subtitle}>{title}</h3>
    <Rows>
      {types.map(type => (
        <TypeRow key={rowKey(type.id)} type={type} />
      ))}
    </Rows>
  </>
);

function TypeRow({ type }: { readonly type: ActivityType }) {
  const { run } = useCommand('activityTypes.save');
  const rename = async (label: string) => errorMessage(await run({ id: type.id, label }, { quiet: true }));
  const isCustom = !builtIn.has(type.id);
  return (
    <li className={styles.row}>
      {isCustom ? (
        <InlineText
          label={`Name of ${type.label}`}
          layout="bare"
          onSave={needed(rename, 'Enter a name for the type.')}
          value={type.label}
        />
      ) : (
        <span className={styles.fixed}>{type.label}</span>
      )}
      <span className={styles.unit}>
        {type.impliesStage && `moves to ${stageLabels[type.impliesStage].label} at least`}
      </span>
      <IconButton
        icon="archive"
        label={`Archive ${type.label}`}
        onClick={() =>
          run({ id: type.id, archived: true }, { done: `“${type.label}” archived. Logged activities stay.` })
        }
        size="small"
      />
    </li>
  );
}

function AddType() {
  const [side, setSide] = useState<'theirs' | 'ours'>('theirs');
  const { run } = useCommand('activityTypes.save');
  const add = async (label: string) => {
    const type = { id: null, label, ourSide: side === 'ours', impliesStage: null, archived: false };
    return errorMessage(await run(type, { done: `“${label}” created.`, quiet: true }));
  };
  return (
    <AddByName label="Name of a new activity type" onAdd={add} placeholder="Add a type, e.g. “Sample sent”">
      <Segments label="Done by" onChange={setSide} options={sides} value={side} />
    </AddByName>
  );
}
