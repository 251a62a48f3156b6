// Turns key presses and menu items into actions.
import { useEffect } from 'react';
import { bridge } from '../api/bridge.ts';
import { act, actionOf, isActionId } from './actions.ts';

export function useKeys() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = event.defaultPrevented ? null : actionOf(event);
      if (id !== null && act(id)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    const stop = bridge().onMenu(id => {
      if (isActionId(id)) act(id);
    });
    return () => {
      removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}
