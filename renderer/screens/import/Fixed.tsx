// Fixed values for every row: channel, campaign, tag, owner, date.
import { useEffect, useId, useRef, useState } from 'react';
import type { Mapping } from '../../../shared/import.ts';
import { type ImportTarget, importTargets } from '../../../shared/import-targets.ts';
import { stageLabels, stages } from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import styles from './import.module.css';
import { withFixed } from './mapping-edits.ts';

/** Targets that every row can have alike, the usual ones first. */
const offered = [
  'channelId',
  'campaignId',
  'tags',
  'memberId',
  'stage',
  'consent',
  'activityType',
  'activityOn',
  'company',
  'industry',
  'country',
  'region',
  'city',
  'notes',
  'spendFrom',
  'spendTo',
  'reachOn',
] as const satisfies readonly ImportTarget[];

type Props = { readonly mapping: Mapping; readonly onMapping: (mapping: Mapping) => void };

export function Fixed({ mapping, onMapping }: Props) {
  const [added, setAdded] = useState<ImportTarget | null>(null);
  const shown = [...mapping.fixed.map(({ target }) => target), ...(added ? [added] : [])].filter(
    (target, index, all) => all.indexOf(target) === index,
  );
  const items = offered
    .filter(target => !shown.includes(target))
    .map(target => ({ id: target, label: importTargets[target].label, run: () => setAdded(target) }));
  return (
    <section aria-label="For every row" className={styles.fixed}>
      {shown.map(target => (
        <FixedValue
          fresh={target === added}
          key={target}
          onValue={value => {
            onMapping(withFixed(mapping, target, value));
            if (target === added) setAdded(null);
          }}
          target={target}
          value={mapping.fixed.find(one => one.target === target)?.value ?? ''}
        />
      ))}
      <Menu
        button={props => (
          <Button {...props} icon="plus" size="small">
            Same value for every row
          </Button>
        )}
        label="Same value for every row"
        sections={[{ title: 'Set a field for every row', items }]}
      />
    </section>
  );
}

type ValueProps = {
  readonly target: ImportTarget;
  readonly value: string;
  readonly fresh: boolean;
  /** Null: it does not hold any more. */
  readonly onValue: (value: string | null) => void;
};

function FixedValue({ target, value, fresh, onValue }: ValueProps) {
  const { label, kind } = importTargets[target];
  const id = useId();
  const choices = useChoices(target);
  const names = useNames(target);
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  // The owner has just asked for this field.
  useEffect(() => {
    if (fresh) input.current?.focus();
  }, [fresh]);
  const save = () => text.trim() !== value && onValue(text.trim() === '' ? null : text.trim());
  return (
    <div className={styles.fixedRow}>
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <Choice
          data-autofocus={fresh ? true : undefined}
          id={id}
          label={label}
          onChange={next => onValue(next)}
          options={choices}
          value={value || null}
        />
      ) : (
        <>
          <input
            autoComplete="off"
            className={styles.fixedInput}
            id={id}
            ref={input}
            list={names.length > 0 ? `${id}-names` : undefined}
            onBlur={save}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => event.key === 'Enter' && save()}
            spellCheck={false}
            type={kind === 'date' ? 'date' : 'text'}
            value={text}
          />
          {names.length > 0 && (
            <datalist id={`${id}-names`}>
              {names.map(name => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </>
      )}
      <IconButton
        icon="close"
        label={`Remove ${label.toLowerCase()} for every row`}
        onClick={() => onValue(null)}
        size="small"
      />
    </div>
  );
}

/** A closed list; null where any text may stand. */
function useChoices(target: ImportTarget) {
  const types = useRead('activityTypes.list', {}, { when: target === 'activityType' }).data ?? [];
  if (target === 'stage') return stages.map(value => ({ value, label: stageLabels[value].label }));
  if (target === 'activityType') return types.map(({ id, label }) => ({ value: id, label }));
  if (target === 'consent')
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ];
  return null;
}

/** Names that are here already; another one is made. */
function useNames(target: ImportTarget): readonly string[] {
  const { channels, campaigns, members } = useWorkspace();
  const tags = useRead('tags.list', {}, { when: target === 'tags' }).data ?? [];
  if (target === 'channelId') return channels.map(({ label }) => label);
  if (target === 'campaignId') return campaigns.map(({ label }) => label);
  if (target === 'memberId') return members.map(({ name }) => name);
  return target === 'tags' ? tags.map(({ label }) => label) : [];
}
