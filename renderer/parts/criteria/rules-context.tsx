// Edited rules: shown at once, saved as the draft.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Criteria } from '../../../shared/criteria.ts';
import { type CachedAnswer, queryClient } from '../../api/queries.ts';
import { useCommand } from '../../api/use-command.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { unsaved } from '../../ui/fields/unsaved.ts';

export type DraftAnswer = Output<'criteria.draft'>;

type How = {
  /** While dragging: shown at once, saved when `settle` is called or after a moment of rest. One drag is one undo step. */
  readonly live?: boolean;
  /** What the undo menu says. */
  readonly what?: string;
};

/** Never changes: rows that only need these are not drawn anew while something else is dragged. */
export type RuleEdits = {
  readonly edit: (change: (now: Criteria) => Criteria, how?: How) => void;
  /** Saves what is still only on the screen. */
  readonly settle: () => Promise<void>;
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

const queryKey = ['criteria.draft', {}];

type Props = { readonly answer: DraftAnswer; readonly children: ReactNode };

export function RulesProvider({ answer, children }: Props) {
  const { run } = useCommand('criteria.saveDraft');
  const kept = (answer.draft ?? answer.inForce).criteria;
  const [local, setLocal] = useState<Criteria | null>(null);
  const now = useRef({
    answer,
    kept,
    local,
    what: undefined as string | undefined,
    saving: null as Promise<void> | null,
    /** Saved and read again, but not drawn yet. */
    toLetGo: null as Criteria | null,
  });
  now.current.answer = answer;
  now.current.kept = kept;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const letGo = useCallback(() => {
    const state = now.current;
    // Something newer may have been typed meanwhile; what was refused goes back to what is kept.
    if (state.local !== null && state.local === state.toLetGo) {
      state.local = null;
      setLocal(null);
    }
    state.toLetGo = null;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is what this waits for
  useEffect(letGo, [answer, letGo]);

  const settle = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const state = now.current;
    if (state.saving) return state.saving.then(() => (state.local === null ? undefined : settle()));
    if (state.local === null) return Promise.resolve();
    const { local: criteria, what } = state;
    const save = async () => {
      const result = await run(what === undefined ? { criteria } : { criteria, what });
      if (state.local === criteria) unsaved.set(now, null);
      if (result.ok) announce('Saved in the draft');
      await queryClient.refetchQueries({ queryKey });
      state.saving = null;
      state.toLetGo = criteria;
      // The new answer is drawn a moment after it is here: until then the rows must not fall back to the old one.
      if (state.answer === queryClient.getQueryData<CachedAnswer<DraftAnswer>>(queryKey)?.value) letGo();
    };
    state.saving = save();
    return state.saving;
  }, [run, letGo]);

  const edit = useCallback(
    (change: (now: Criteria) => Criteria, { live = false, what }: How = {}) => {
      const state = now.current;
      state.local = change(state.local ?? state.kept);
      state.what = what;
      setLocal(state.local);
      unsaved.set(now, { label: 'The draft of the criteria', text: 'an unsaved change' });
      clearTimeout(timer.current);
      if (live) timer.current = setTimeout(settle, restMs);
      else void settle();
    },
    [settle],
  );
  useEffect(() => () => void settle(), [settle]);

  const edits = useMemo(() => ({ edit, settle }), [edit, settle]);
  const value = useMemo(() => ({ ...answer, ...edits, criteria: local ?? kept }), [answer, edits, local, kept]);
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
