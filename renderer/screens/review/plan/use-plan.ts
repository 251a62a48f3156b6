// Asks for a plan while goal and levers move: one request at a time, the latest wins, the answer before stays on screen.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Input, Output } from '../../../../shared/contract.ts';
import { bridge } from '../../../api/bridge.ts';
import { call } from '../../../api/call.ts';

export type PlanRequest = Input<'plan.get'>;
/** Where the levers are; null or not named: as it is. */
export type Levers = Required<PlanRequest['levers']>;
export type PlanAnswer = {
  readonly answer: Output<'plan.get'> | null;
  readonly of: PlanRequest | null;
  readonly problem: string | null;
};

/** `request` null: the goal is not complete, and nothing is asked. Keep it the same value while nothing changes. */
export function usePlan(request: PlanRequest | null): PlanAnswer {
  const [shown, setShown] = useState<PlanAnswer>({ answer: null, of: null, problem: null });
  const pump = useRef({ wanted: null as PlanRequest | null, running: false, stopped: false });

  const run = useCallback(async () => {
    const state = pump.current;
    if (state.running) return;
    state.running = true;
    while (state.wanted !== null && !state.stopped) {
      const asked = state.wanted;
      state.wanted = null;
      const result = await call('plan.get', asked);
      if (state.stopped) break;
      setShown(before =>
        result.ok ? { answer: result.value, of: asked, problem: null } : { ...before, problem: result.error.message },
      );
    }
    state.running = false;
  }, []);

  useLayoutEffect(() => {
    pump.current.wanted = request;
    void run();
  }, [request, run]);

  useEffect(() => {
    const state = pump.current;
    state.stopped = false;
    const stop = bridge().onChanged(() => {
      state.wanted ??= request;
      void run();
    });
    return () => {
      stop();
    };
  }, [request, run]);

  useEffect(() => {
    const state = pump.current;
    return () => {
      state.stopped = true;
    };
  }, []);

  return shown;
}
