// Registry of global actions for keys, menus and buttons. A component registers an action while it is mounted.
import { useEffect, useRef } from 'react';
import { type ActionId, actions } from '../../../shared/actions.ts';

const doers = new Map<ActionId, (() => void)[]>();

/** Does `id`; the latest to have offered it is asked. False when nobody can. */
export function act(id: ActionId): boolean {
  const doer = doers.get(id)?.at(-1);
  doer?.();
  return doer !== undefined;
}

/** Whether anybody can do it now. */
export const canAct = (id: ActionId): boolean => (doers.get(id)?.length ?? 0) > 0;

/** While mounted, `run` is what happens for that action. */
export function useAction(id: ActionId, run: () => void) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const doer = () => latest.current();
    doers.set(id, [...(doers.get(id) ?? []), doer]);
    return () => {
      doers.set(
        id,
        (doers.get(id) ?? []).filter(other => other !== doer),
      );
    };
  }, [id]);
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The action a key press asks for, if any. */
export function actionOf(event: Press): ActionId | null {
  const { key } = event;
  if (key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey) return 'keys';
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  // Signs and digits are typed with Shift on some keyboards and without on others.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key)) ? 'Shift+' : '';
  const pressed = `${mod}${shift}${alt}${key.length === 1 ? key.toUpperCase() : key}`;
  return actions.find(action => action.keys === pressed)?.id ?? null;
}

export const isActionId = (id: string): id is ActionId => actions.some(action => action.id === id);
