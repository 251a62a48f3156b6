// Replays rules while dragging: one request at a time, latest wins.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Criteria } from '../../../../shared/criteria.ts';
import type { Baseline, ReplayComparison } from '../../../../shared/what-if.ts';
import { bridge } from '../../../api/bridge.ts';
import { call } from '../../../api/call.ts';

type ReplayRequest = { readonly criteria: Criteria; readonly against: Baseline; readonly leads: number };

export type Replay = {
  /** Of the newest rules that were answered; an older answer never comes after a newer one. */
  readonly answer: ReplayComparison | null;
  /** The rules that `answer` is about. */
  readonly of: Criteria | null;
  /** Newer rules are being replayed. */
  readonly behind: boolean;
  readonly problem: string | null;
};

export function useReplay(criteria: Criteria, against: Baseline, leads: number): Replay {
  const [{ answer, of }, setAnswer] = useState<Pick<Replay, 'answer' | 'of'>>({ answer: null, of: null });
  const [behind, setBehind] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const pump = useRef({ wanted: null as ReplayRequest | null, running: false, stopped: false });

  const run = useCallback(async () => {
    const state = pump.current;
    if (state.running) return;
    state.running = true;
    setBehind(true);
    while (state.wanted !== null && !state.stopped) {
      const request = state.wanted;
      state.wanted = null;
      const result = await call('criteria.replay', request);
      if (state.stopped) return;
      if (result.ok) setAnswer({ answer: result.value, of: request.criteria });
      setProblem(result.ok ? null : result.error.message);
    }
    state.running = false;
    setBehind(false);
  }, []);

  // Before the frame is painted, and not after it: the question is on its way while the knob is drawn.
  useLayoutEffect(() => {
    pump.current.wanted = { criteria, against, leads };
    void run();
  }, [criteria, against, leads, run]);

  useEffect(() => {
    const state = pump.current;
    state.stopped = false;
    const stop = bridge().onChanged(() => {
      state.wanted ??= { criteria, against, leads };
      void run();
    });
    return stop;
  }, [criteria, against, leads, run]);

  useEffect(() => {
    const state = pump.current;
    return () => {
      state.stopped = true;
    };
  }, []);

  return { answer, of, behind, problem };
}
