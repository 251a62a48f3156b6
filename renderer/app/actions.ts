// What can be done from anywhere: by key, by menu, by button. Whoever can do it says so while it is on screen.
import { useEffect, useRef } from 'react';
import { type ActionId, actions } from '../../shared/actions.ts';

const doers = new Map<ActionId, (() => void)[]>();

/** Does `id`; the latest to have offered it is asked. False when nobody can. */
export function act(id: ActionId): boolean {
  const doer = doers.get(id)?.at(-1);
  doer?.();
  return doer !== undefined;
}

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

/** The action a key press asks for, if any. In a field only keys with Ctrl or Cmd count, and undo stays the field's. */
export function actionOf(event: KeyboardEvent): ActionId | null {
  const mod = event.ctrlKey || event.metaKey;
  const target = event.target;
  const typing = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
  const pressed = `${mod ? 'Mod+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.altKey ? 'Alt+' : ''}${keyName(event.key)}`;
  const found = actions.find(action => action.keys === pressed);
  if (!found || (typing && (!mod || found.id === 'undo' || found.id === 'redo'))) return null;
  return found.id;
}

const keyName = (key: string) => (key.length === 1 ? key.toUpperCase() : key);

export const isActionId = (id: string): id is ActionId => actions.some(action => action.id === id);
