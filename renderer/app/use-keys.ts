// Turns key presses and menu items into actions.
import { useEffect } from 'react';
import { type ActionId, beforeCloseMessage, leadOf, recentOf } from '../../shared/actions.ts';
import { bridge } from '../api/bridge.ts';
import { act, actionOf, isActionId } from '../parts/actions/actions.ts';
import { textFieldOf, wasTypedIn, watchTyping } from '../parts/actions/typing.ts';
import { withFile } from '../parts/actions/use-file-actions.ts';
import { go } from '../parts/navigation/use-route.ts';
import { settle } from './before-close.ts';

export function useKeys() {
  useEffect(() => {
    const stopWatching = watchTyping();
    addEventListener('keydown', onKeyDown);
    const stopMenu = bridge().onMenu(onMenu);
    return () => {
      stopWatching();
      removeEventListener('keydown', onKeyDown);
      stopMenu();
    };
  }, []);
}

function onKeyDown(event: KeyboardEvent) {
  const id = event.defaultPrevented || event.isComposing ? null : actionOf(event);
  if (id === null) return;
  const field = textFieldOf(event.target);
  // What a person types into a field, moving in it with Alt too, is the field's.
  if (field && !event.ctrlKey && !event.metaKey && id !== 'help') return;
  const isStep = id === 'undo' || id === 'redo';
  if (isStep && field && wasTypedIn(field)) {
    // By command and not left to the browser: on a Mac the menu would take the key, and mean the step.
    document.execCommand(id);
    event.preventDefault();
  } else if (canDo(id) && act(id)) {
    event.preventDefault();
  }
}

function onMenu(id: string) {
  const recent = recentOf(id);
  const lead = leadOf(id);
  if (id === beforeCloseMessage) void settle();
  else if (recent !== null) void withFile('workspaces.open', { file: recent });
  else if (lead !== null && canDo()) go('lead', lead);
  else if (isActionId(id) && canDo(id)) act(id);
}

/** A question that must be answered first keeps the rest of the window still; help for it opens over it. */
const canDo = (id?: ActionId): boolean => id === 'help' || document.querySelector('dialog:modal') === null;
