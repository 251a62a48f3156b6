// State of the row-by-row review, by keyboard.
import { useEffect, useRef, useState } from 'react';
import type { Decisions, RowAnswer, Uncertain } from '../../../shared/import.ts';
import { textFieldOf } from '../../parts/actions/typing.ts';
import { announce } from '../../ui/feedback/announce.tsx';

export const decisionLabels: Readonly<Record<RowAnswer, string>> = {
  same: 'same person',
  new: 'new lead',
  skip: 'skipped',
};
const keys: Readonly<Record<string, RowAnswer>> = { s: 'same', n: 'new', l: 'skip' };

/** What is said of a row: its own answer, else that for all alike; null: nobody has decided. */
export function answerOf(decisions: Decisions, row: Uncertain): RowAnswer | null {
  const rowAnswer = decisions.rows.find(({ line }) => line === row.line);
  return rowAnswer?.choice ?? decisions.alike.find(({ why }) => why === row.candidates[0]?.why)?.choice ?? null;
}

type Given = {
  readonly rows: readonly Uncertain[];
  readonly decisions: Decisions;
  readonly onDecisions: (decisions: Decisions) => void;
};

export function useDeciding({ rows, decisions, onDecisions }: Given) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex(row => answerOf(decisions, row) === null),
    ),
  );
  /** Of several people it may be, the one who is looked at. */
  const [candidate, setCandidate] = useState(0);
  const before = useRef<{ readonly decisions: Decisions; readonly at: number }[]>([]);
  const row = rows[at];
  const decided = rows.filter(one => answerOf(decisions, one) !== null).length;

  function go(to: number) {
    setAt(Math.min(Math.max(0, to), rows.length - 1));
    setCandidate(0);
  }

  function said(next: Decisions) {
    before.current.push({ decisions, at });
    onDecisions(next);
    const open = (one: Uncertain) => answerOf(next, one) === null;
    const after = rows.findIndex((one, index) => index > at && open(one));
    const to = after >= 0 ? after : rows.findIndex(open);
    const target = to >= 0 ? to : Math.min(at + 1, rows.length - 1);
    go(target);
    const coming = rows[target];
    announce(
      to < 0
        ? 'All rows are reviewed.'
        : `${coming?.name}: ${coming?.candidates[0]?.why} ${coming?.candidates[0]?.name}`,
    );
  }

  function decide(choice: RowAnswer, alike = false) {
    const who = row?.candidates[candidate] ?? row?.candidates[0];
    if (!row || !who) return;
    const others = decisions.rows.filter(({ line }) => line !== row.line);
    if (alike) {
      const { why } = row.candidates[0] ?? who;
      const same = (one: Uncertain) => one.candidates[0]?.why === why;
      const lines = new Set(rows.filter(same).map(({ line }) => line));
      const rest = decisions.alike.filter(one => one.why !== why);
      return said({ rows: decisions.rows.filter(({ line }) => !lines.has(line)), alike: [...rest, { why, choice }] });
    }
    const of =
      choice !== 'same'
        ? {}
        : who.leadId !== null
          ? { leadId: who.leadId }
          : who.line !== null
            ? { ofLine: who.line }
            : {};
    said({ ...decisions, rows: [...others, { line: row.line, choice, ...of }] });
  }

  function undo() {
    const last = before.current.pop();
    if (!last) return;
    onDecisions(last.decisions);
    go(last.at);
    announce('Undone.');
  }

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || textFieldOf(event.target)) return;
    const key = event.key.toLowerCase();
    const choice = keys[key];
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, summary, a') !== null;
    const number = Number(key);
    if (choice) decide(choice, event.shiftKey);
    else if (key === 'enter' && !onButton && row) decide(row.likely);
    else if (key === 'arrowdown') go(at + 1);
    else if (key === 'arrowup') go(at - 1);
    else if (key === 'u' || key === 'backspace') undo();
    else if (number >= 1 && row && number <= row.candidates.length) setCandidate(number - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector('dialog:modal, [popover]:popover-open') === null) latest.current(event);
    };
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, []);

  return { at, row, candidate, decided, go, decide, undo, setCandidate, canUndo: before.current.length > 0 };
}
