// MQL assignment: manual, round robin or by rules, with a summary in words.
import { type AssignmentRule, assignmentRuleWords, assignmentWords } from '../../../shared/assignment.ts';
import type { Settings } from '../../../shared/workspace.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { ManyChips } from '../../ui/fields/ManyChips.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { TestCells } from '../criteria/rules/TestCells.tsx';
import { useRuleNames } from '../criteria/use-rule-names.ts';
import styles from './settings.module.css';
import { useSettings } from './use-settings.ts';

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
  const { settings, save } = useSettings();
  const names = useRuleNames();
  const { assignment } = settings;
  const sellers = members.filter(member => !member.archived && member.side !== 'marketing');
  const change = (changed: Partial<Settings['assignment']>) => void save('assignment')({ ...assignment, ...changed });
  const inTurn = sellers.filter(({ id }) => !assignment.away.includes(id)).map(({ name }) => name);
  if (sellers.length === 0) return <p className={styles.note}>Add a sales member to the team first.</p>;
  return (
    <div className={styles.assignment}>
      <Segments label="MQL assignment" onChange={how => change({ how })} options={ways} value={assignment.how} />
      {assignment.how === 'rules' && <RuleTable change={change} rules={assignment.rules} />}
      {assignment.how === 'rules' && (
        <div className={styles.rest}>
          <span>If no rule matches</span>
          <Segments
            label="If no rule matches"
            onChange={otherwise => change({ otherwise })}
            options={rests}
            value={assignment.otherwise}
          />
        </div>
      )}
      {assignment.how !== 'hand' && sellers.length > 1 && (
        <ManyChips
          label="Away (gets no new MQLs)"
          onChange={away => change({ away: [...away] })}
          options={sellers.map(({ id, name }) => ({ value: id, label: name }))}
          titled
          value={assignment.away}
        />
      )}
      <div className={styles.reading}>
        {assignmentWords(assignment, inTurn, names).map(sentence => (
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
  readonly change: (changed: { readonly rules: AssignmentRule[] }) => void;
};

function RuleTable({ rules, change }: TableProps) {
  const { members } = useWorkspace();
  const names = useRuleNames();
  const sellers = members.filter(member => !member.archived && member.side !== 'marketing');
  const put = (index: number, changed: Partial<AssignmentRule>) =>
    change({ rules: rules.map((rule, at) => (at === index ? { ...rule, ...changed } : rule)) });
  const swap = (index: number) =>
    change({ rules: rules.toSpliced(index - 1, 2, ...rules.slice(index - 1, index + 1).toReversed()) });
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
              const words = assignmentRuleWords(rule, names);
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
                      <IconButton icon="up" label={`Move up: ${words}`} onClick={() => swap(index)} size="small" />
                    )}
                    <IconButton
                      icon="close"
                      label={`Remove ${words}`}
                      onClick={() => change({ rules: rules.toSpliced(index, 1) })}
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
          change({ rules: [...rules, { field: 'country', test: { test: 'is-known' }, memberId }] });
        }}
        size="small"
      >
        Add a rule
      </Button>
    </div>
  );
}
