// MQL assignment: manual, round robin or by rules, with a summary in words.
import { type AssignmentRule, assignmentRuleText, assignmentText } from '../../../shared/assignment.ts';
import type { SettingsChange } from '../../../shared/settings-change.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { TestCells } from '../../parts/criteria/rules/TestCells.tsx';
import { useRuleNames } from '../../parts/criteria/use-rule-names.ts';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { ManyChips } from '../../ui/fields/ManyChips.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import styles from './settings.module.css';

const ways = [
  { value: 'hand', label: 'Manual' },
  { value: 'turn', label: 'Round robin' },
  { value: 'rules', label: 'By rules' },
] as const;
const rests = [
  { value: 'turn', label: 'Round robin' },
  { value: 'nobody', label: 'Unassigned' },
] as const;

export function Assignment() {
  const { members } = useWorkspace();
  const { settings, change } = useSettings();
  const names = useRuleNames();
  const { assignment } = settings;
  const sellers = members.filter(member => !member.archived && member.side !== 'marketing');
  const roundRobin = sellers.filter(({ id }) => !assignment.away.includes(id)).map(({ name }) => name);
  if (sellers.length === 0) return <p className={styles.note}>Add a sales member to the team first.</p>;
  return (
    <div className={styles.assignment}>
      <Segments
        label="MQL assignment"
        onChange={how => void change({ what: 'assign-how', how })}
        options={ways}
        value={assignment.how}
      />
      {assignment.how === 'rules' && <RuleTable change={one => void change(one)} rules={assignment.rules} />}
      {assignment.how === 'rules' && (
        <div className={styles.rest}>
          <span>If no rule matches</span>
          <Segments
            label="If no rule matches"
            onChange={otherwise => void change({ what: 'assign-otherwise', otherwise })}
            options={rests}
            value={assignment.otherwise}
          />
        </div>
      )}
      {assignment.how !== 'hand' && sellers.length > 1 && (
        <ManyChips
          label="Away (gets no new MQLs)"
          onTurn={(memberId, on) => void change({ what: 'away', memberId, on })}
          options={sellers.map(({ id, name }) => ({ value: id, label: name }))}
          titled
          value={assignment.away}
        />
      )}
      <div className={styles.reading}>
        {assignmentText(assignment, roundRobin, names).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        {assignment.how !== 'hand' && (
          <p>A lead that a sales member already owns stays with them. Undoing the move undoes the assignment too.</p>
        )}
      </div>
    </div>
  );
}

type TableProps = {
  readonly rules: readonly AssignmentRule[];
  readonly change: (change: SettingsChange) => void;
};

function RuleTable({ rules, change }: TableProps) {
  const { members } = useWorkspace();
  const names = useRuleNames();
  const sellers = members.filter(member => !member.archived && member.side !== 'marketing');
  const put = (at: number, changed: Partial<AssignmentRule>) => change({ what: 'rule-change', at, change: changed });
  return (
    <div>
      {rules.length > 0 && (
        <table className={styles.ruleTable}>
          <caption className="hidden-visually">Rules, checked from top to bottom</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Condition</th>
              <th scope="col">Value</th>
              <th scope="col">Assign to</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, index) => {
              const text = assignmentRuleText(rule, names);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place, it has nothing else of its own
                <tr key={index}>
                  <TestCells field={rule.field} onChange={changed => put(index, changed)} test={rule.test} />
                  <td>
                    <Choice
                      label={`Assign to, rule ${index + 1}`}
                      look="inline"
                      onChange={memberId => memberId !== null && put(index, { memberId })}
                      options={sellers.map(({ id, name }) => ({ value: id, label: name }))}
                      value={rule.memberId}
                    />
                  </td>
                  <td className={styles.ruleButtons}>
                    {index > 0 && (
                      <IconButton
                        icon="up"
                        label={`Move up: ${text}`}
                        onClick={() => change({ what: 'rule-raise', at: index })}
                        size="small"
                      />
                    )}
                    <IconButton
                      icon="close"
                      label={`Remove ${text}`}
                      onClick={() => change({ what: 'rule-remove', at: index })}
                      size="small"
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Button
        icon="plus"
        onClick={() => {
          const memberId = sellers[0]?.id ?? '';
          change({ what: 'rule-add', rule: { field: 'country', test: { test: 'is-known' }, memberId } });
        }}
        size="small"
      >
        Add a rule
      </Button>
    </div>
  );
}
