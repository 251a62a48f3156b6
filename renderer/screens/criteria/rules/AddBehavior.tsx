// A new behavior rule: for a type there is, or for one of the owner's own, made on the spot.
import { type FormEvent, memo, useState } from 'react';
import { errorMessage, useCommand } from '../../../api/use-command.ts';
import { useRead } from '../../../api/use-read.ts';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { useRuleEdits } from '../../../parts/criteria/rules-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import { addRule, focusRule, newRuleId } from './change-rules.ts';

const startPoints = 10;

type Props = {
  /** Types that have a rule already. */
  readonly used: ReadonlySet<string>;
};

/** Not drawn anew while something else is dragged. */
export const AddBehavior = memo(function AddBehavior({ used }: Props) {
  const { edit } = useRuleEdits();
  const types = useRead('activityTypes.list', {}).data ?? [];
  const save = useCommand('activityTypes.save');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function add(typeId: string) {
    const id = newRuleId();
    const rule = { id, typeId, points: startPoints, count: { how: 'every' }, halfLifeDays: null } as const;
    edit(addRule('behavior', rule), { what: 'add a rule to the draft' });
    focusRule(id);
  }

  async function make(event: FormEvent) {
    event.preventDefault();
    const label = (typed ?? '').trim();
    if (label === '') return setProblem('Enter a name for the type.');
    const type = { id: null, label, ourSide: false, impliesStage: null, archived: false };
    const result = await save.run(type, { quiet: true });
    setProblem(errorMessage(result));
    if (!result.ok) return;
    setTyped(null);
    add(result.value.id);
  }

  if (typed !== null) {
    return (
      <form className={styles.add} onSubmit={make}>
        <Input
          autoFocus
          error={problem}
          label="Name of a new activity type"
          layout="bare"
          onChange={text => {
            setTyped(text);
            setProblem(null);
          }}
          placeholder="Sample ordered"
          value={typed}
        />
        <Button type="submit">Add type and rule</Button>
        <Button look="plain" onClick={() => setTyped(null)}>
          Cancel
        </Button>
      </form>
    );
  }
  return (
    <div className={styles.add} data-adds>
      <Choice
        label="Add a rule for an activity"
        onChange={typeId => typeId && add(typeId)}
        options={types
          .filter(type => !type.archived)
          .map(type => ({
            value: type.id,
            label: used.has(type.id) ? `${type.label} (another rule)` : type.label,
          }))}
        placeholder="Add a rule for an activity"
        value={null}
      />
      <Button icon="plus" look="plain" onClick={() => setTyped('')}>
        New activity type
      </Button>
    </div>
  );
});
