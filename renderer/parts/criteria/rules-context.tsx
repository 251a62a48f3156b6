// Edited rules: shown at once, saved as the draft.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Criteria } from '../../../shared/criteria.ts';
import { type CriteriaChange, changedCriteria, criteriaChanges } from '../../../shared/criteria-change.ts';
import { useCommand } from '../../api/use-command.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { unsaved } from '../../ui/fields/unsaved.ts';

export type DraftAnswer = Output<'criteria.draft'>;

type How = {
  /** While moving: shown at once, saved when `settle` is called or after a moment of rest. One move is one undo step. */
  readonly live?: boolean;
  /** The hand still holds what it moves: a rest saves nothing, letting go does. */
  readonly held?: boolean;
  /** What the undo menu says. */
  readonly what?: string;
};

/** Never changes: rows that only need these are not drawn anew while something else is dragged. */
export type RuleEdits = {
  readonly edit: (change: (now: Criteria) => Criteria, how?: How) => void;
  /** Sends what is still only on the screen. Resolves when everything sent is answered, to the last undo step. */
  readonly settle: () => Promise<string | undefined>;
};

export type Rules = DraftAnswer &
  RuleEdits & {
    /** The rules on the screen: the draft with what is just being changed, or those in force. */
    readonly criteria: Criteria;
  };

const EditsContext = createContext<RuleEdits | null>(null);
const RulesContext = createContext<Rules | null>(null);

/** Rest after which a live change is saved (ms): longer than between two keys held down, shorter than a thought. */
const restMs = 600;

type Props = { readonly answer: DraftAnswer; readonly children: ReactNode };

/** Moved, shown and not sent yet. */
type Pending = { readonly changes: readonly CriteriaChange[]; readonly what: string | undefined };

export function RulesProvider({ answer, children }: Props) {
  const { run } = useCommand('criteria.changeDraft');
  const kept = (answer.draft ?? answer.inForce).criteria;
  const [pending, setPending] = useState<Pending | null>(null);
  const now = useRef({ kept, pending, sending: Promise.resolve<string | undefined>(undefined) });
  now.current.kept = kept;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const settleNow = useRef<() => unknown>(() => undefined);

  const hold = useCallback((next: Pending | null) => {
    now.current.pending = next;
    setPending(next);
    const save = () => settleNow.current();
    unsaved.set(now, next && { label: 'The draft of the criteria', text: 'an unsaved change', save });
  }, []);

  const sendChanges = useCallback(
    (changes: readonly CriteriaChange[], what: string | undefined) => {
      if (changes.length === 0) return;
      const sent = run({ changes: [...changes], ...(what === undefined ? {} : { what }) }).then(result => {
        if (result.ok) announce('Saved in the draft');
        return result.ok ? result.step : undefined;
      });
      const { sending } = now.current;
      now.current.sending = Promise.all([sending, sent]).then(([, step]) => step);
    },
    [run],
  );

  const settle = useCallback((): Promise<string | undefined> => {
    clearTimeout(timer.current);
    const { pending: left } = now.current;
    if (left) {
      sendChanges(left.changes, left.what);
      hold(null);
    }
    return now.current.sending;
  }, [sendChanges, hold]);
  settleNow.current = settle;

  const edit = useCallback(
    (change: (now: Criteria) => Criteria, { live = false, held = false, what }: How = {}) => {
      // What was dragged before is a step of its own.
      if (!live) void settle();
      const { kept: rules, pending: left } = now.current;
      const shown = changedCriteria(rules, left?.changes ?? []);
      const wanted = change(shown);
      if (!live) return sendChanges(criteriaChanges(shown, wanted), what);
      hold({ changes: criteriaChanges(rules, wanted), what });
      clearTimeout(timer.current);
      if (!held) timer.current = setTimeout(settle, restMs);
    },
    [settle, sendChanges, hold],
  );
  useEffect(() => () => void settle(), [settle]);

  const criteria = useMemo(() => changedCriteria(kept, pending?.changes ?? []), [kept, pending]);
  const edits = useMemo(() => ({ edit, settle }), [edit, settle]);
  const value = useMemo(() => ({ ...answer, ...edits, criteria }), [answer, edits, criteria]);
  return (
    <EditsContext value={edits}>
      <RulesContext value={value}>{children}</RulesContext>
    </EditsContext>
  );
}

/** Only the ways to change the rules. Throws outside a `RulesProvider`. */
export function useRuleEdits(): RuleEdits {
  const edits = use(EditsContext);
  if (!edits) throw new Error('useRuleEdits needs a RulesProvider above it.');
  return edits;
}

/** Throws outside a `RulesProvider`. */
export function useRules(): Rules {
  const rules = use(RulesContext);
  if (!rules) throw new Error('useRules needs a RulesProvider above it.');
  return rules;
}
