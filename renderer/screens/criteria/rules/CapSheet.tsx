// Caps: most points that a group of activities, or all of them, give together.
import type { ActivityType } from '../../../../shared/activity.ts';
import type { Cap } from '../../../../shared/criteria.ts';
import { capText } from '../../../../shared/criteria-text.ts';
import { useRead } from '../../../api/use-read.ts';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { useRuleEdits, useRules } from '../../../parts/criteria/rules-context.tsx';
import { useRuleNames } from '../../../parts/criteria/use-rule-names.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { NumberCell, TextCell } from '../../../ui/sheet/Cell.tsx';
import { moveInColumn } from '../../../ui/sheet/sheet-keys.ts';
import { addRule, focusRule, newRuleId, withRule } from './change-rules.ts';
import { RemoveCell } from './RemoveCell.tsx';

export function CapSheet() {
  const { criteria, edit } = useRules();
  const names = useRuleNames();
  const caps = criteria.caps ?? [];
  const free = useUncappedTypes();
  const first = free?.[0];
  const add = () => {
    if (!first) return;
    const id = newRuleId();
    const typeIds = [first.id];
    edit(addRule('caps', { id, label: caps.length === 0 ? 'Cheap signs' : first.label, typeIds, points: 30 }), {
      what: 'add a cap to the draft',
    });
    focusRule(id);
  };
  return (
    <div>
      {caps.length === 0 && (
        <p className={styles.nothing}>
          No caps yet. “E-mails opened and clicked give at most 30 points together” keeps many small signs from making
          an MQL.
        </p>
      )}
      <table className={styles.sheet} data-kind="caps" onKeyDown={moveInColumn}>
        <caption className="hidden-visually">Caps on points</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Activities</th>
            <th className={styles.number} scope="col">
              At most
            </th>
            <td className={styles.remove} />
          </tr>
        </thead>
        <tbody>
          {caps.flatMap(cap => [
            <CapRow cap={cap} key={cap.id} />,
            <tr className={styles.sentence} key={`${cap.id} in words`}>
              <td colSpan={4}>{capText(cap, names)}</td>
            </tr>,
          ])}
          <tr>
            <td>All activities</td>
            <td />
            <td>
              <NumberCell
                column="points"
                label="At most for all activities"
                max={100_000}
                min={0}
                onSave={value =>
                  edit(now => ({ ...now, engagementCap: value }), { what: 'change the cap on all activities' })
                }
                optional
                placeholder="no cap"
                value={criteria.engagementCap ?? null}
              />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <div className={styles.add} data-adds>
        {free?.length === 0 ? (
          <p className={styles.nothing}>Every activity is in a cap. Remove one from its cap to add another.</p>
        ) : (
          <Button icon="plus" onClick={add}>
            Add a cap
          </Button>
        )}
      </div>
    </div>
  );
}

/** Types in use that no cap names yet: a type counts in one cap only. Those that give points come first. */
function useUncappedTypes(): readonly ActivityType[] | undefined {
  const { criteria } = useRules();
  const types = useRead('activityTypes.list', {}).data;
  const capped = new Set(criteria.caps?.flatMap(({ typeIds }) => typeIds));
  const scored = new Set(criteria.behavior.flatMap(({ typeId, points }) => (points > 0 ? [typeId] : [])));
  return types
    ?.filter(({ id, archived }) => !archived && !capped.has(id))
    .sort((a, b) => Number(scored.has(b.id)) - Number(scored.has(a.id)));
}

function CapRow({ cap }: { readonly cap: Cap }) {
  const { edit } = useRuleEdits();
  const names = useRuleNames();
  const free = useUncappedTypes() ?? [];
  const { id, label, typeIds, points } = cap;
  const set = (change: Partial<Cap>) => edit(withRule('caps', id, change), { what: 'change a cap' });
  return (
    <tr data-rule={id}>
      <td>
        <TextCell
          column="called"
          label={`Name of the cap ${label}`}
          onSave={text => {
            if (text === '') return 'Enter a name for the cap (shown on the receipt).';
            set({ label: text });
            return null;
          }}
          value={label}
        />
      </td>
      <td>
        <ul className={styles.counts}>
          {typeIds.map(typeId => (
            <li key={typeId}>
              {names.type(typeId)}
              {typeIds.length > 1 && (
                <IconButton
                  icon="close"
                  label={`Remove ${names.type(typeId)}`}
                  onClick={() => set({ typeIds: typeIds.filter(one => one !== typeId) })}
                  size="small"
                />
              )}
            </li>
          ))}
          {free.length > 0 && typeIds.length < 100 && (
            <li>
              <Choice
                label={`Add an activity to ${label}`}
                look="inline"
                onChange={next => next !== null && set({ typeIds: [...typeIds, next] })}
                options={free.map(type => ({ value: type.id, label: type.label }))}
                placeholder="and …"
                value={null}
              />
            </li>
          )}
        </ul>
      </td>
      <td>
        <NumberCell
          column="points"
          label={`At most, ${label}`}
          max={100_000}
          min={0}
          onSave={value => set({ points: value ?? 0 })}
          value={points}
        />
      </td>
      <RemoveCell id={id} list="caps" name={label} />
    </tr>
  );
}
