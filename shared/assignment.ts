// Assignment of MQLs: manual, round robin, or by rules.
import * as z from 'zod';
import { fitTestSchema } from './criteria.ts';
import { fitTestText, plainNames, type RuleNames } from './criteria-text.ts';
import { fitFieldSchema } from './custom-field.ts';
import { idSchema } from './id.ts';

export const assignmentRuleSchema = z.strictObject({
  field: fitFieldSchema,
  test: fitTestSchema,
  /** Who gets them. */
  memberId: idSchema,
});

export const assignmentSchema = z.strictObject({
  how: z.enum(['hand', 'turn', 'rules']),
  /** Tried from the top; the first that fits decides. */
  rules: z.array(assignmentRuleSchema).max(100),
  /** Who gets those whom no rule fits. */
  otherwise: z.enum(['turn', 'nobody']),
  /** Members who get nobody for now, by turn or by rule: on leave, say. */
  away: z.array(idSchema).max(200),
});
export type Assignment = Readonly<z.infer<typeof assignmentSchema>>;
export type AssignmentRule = Readonly<z.infer<typeof assignmentRuleSchema>>;

export const manualAssignment: Assignment = { how: 'hand', rules: [], otherwise: 'turn', away: [] };

/** "Country is Austria or Germany: Mara" */
export const assignmentRuleText = (rule: AssignmentRule, names: RuleNames = plainNames): string =>
  `${fitTestText(rule.field, rule.test, names)}: ${names.value('memberId', rule.memberId)}`;

/** The whole of it in sentences, as one would tell a colleague. `roundRobin`: names of those whose turn comes round. */
export function assignmentText(
  { how, rules, otherwise }: Assignment,
  roundRobin: readonly string[],
  names: RuleNames = plainNames,
): readonly string[] {
  const turn =
    roundRobin.length === 0 ? 'to no one, because the team has no sales member' : `to ${roundRobin.join(', ')} in turn`;
  switch (how) {
    case 'hand':
      return ['MQLs are assigned when they are accepted.'];
    case 'turn':
      return [`New MQLs go ${turn}.`];
    case 'rules':
      return [
        ...rules.map((rule, index) => `${index === 0 ? '' : 'Else, '}${assignmentRuleText(rule, names)}.`),
        `${rules.length === 0 ? 'All new MQLs go' : 'All others go'} ${otherwise === 'turn' ? turn : 'to no one until assigned'}.`,
      ];
    default:
      return how satisfies never;
  }
}
