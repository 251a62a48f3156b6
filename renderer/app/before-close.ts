// Saves open fields before the window closes, and lists those that cannot be saved.
import { call, inFlight } from '../api/call.ts';
import { typedInDialogs } from '../parts/actions/typing.ts';
import { unsaved } from '../ui/fields/unsaved.ts';

/** Longest wait for work that is under way, in ms; the main side waits a little longer for the answer. */
const patience = 1800;

/** Saves, waits for what is under way, and tells the main side how it went. */
export async function settle(): Promise<void> {
  // Leaving a field saves it; the call is on its way before `blur` returns.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const busy = !(await quiet());
  const lost = [...unsaved.list(), ...typedInDialogs()].map(({ label }) => label.slice(0, 300));
  await call('window.readyToClose', { unsaved: [...new Set(lost)].slice(0, 50), busy });
}

/** True once nothing that writes is under way; false when that takes too long. */
async function quiet(): Promise<boolean> {
  const until = performance.now() + patience;
  const { contract } = await import('../../shared/contract.ts');
  const writing = () => inFlight().some(name => contract[name].kind !== 'query');
  do {
    // At least once: what has been saved is let go of only after the answer has been drawn.
    await new Promise(resolve => setTimeout(resolve, 15));
    if (!writing()) return true;
  } while (performance.now() < until);
  return false;
}

/** Keeps the main side posted on what is typed and not saved, in case this page dies. Answers how to stop. */
export function keepDrafts(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = () => {
    const drafts = [...unsaved.list(), ...typedInDialogs()]
      .map(({ label, text }) => ({ label: label.slice(0, 300), text: text.slice(0, 10_000) }))
      .slice(0, 50);
    const now = JSON.stringify(drafts);
    if (now === told) return;
    told = now;
    void call('window.keepDrafts', { drafts });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, 250);
  };
  const stop = unsaved.subscribe(soon);
  addEventListener('input', soon, { capture: true });
  return () => {
    clearTimeout(timer);
    stop();
    removeEventListener('input', soon, { capture: true });
  };
}
