// Saves open fields before the window closes, and lists those that cannot be saved.
import { call, inFlight } from '../api/call.ts';
import { typedInDialogs } from '../parts/actions/typing.ts';
import { unsaved } from '../ui/fields/unsaved.ts';

let settling: Promise<void> | null = null;

/** Saves open fields. Tells the main side at once that this page is at work, and how it went when everything is answered. */
export async function settle(): Promise<void> {
  // Leaving a field saves it; the call is on its way before `blur` returns.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  unsaved.saveAll();
  settling ??= whenWritten()
    .then(() => report(false))
    .finally(() => {
      settling = null;
    });
  await Promise.all([report(true), settling]);
}

async function report(busy: boolean): Promise<void> {
  const lost = [...unsaved.list(), ...typedInDialogs()].map(({ label }) => label.slice(0, 300));
  await call('window.readyToClose', { unsaved: [...new Set(lost)].slice(0, 50), busy });
}

/** Resolves when nothing that writes is under way and the answers are drawn; only then is a form that was saved let go of. */
async function whenWritten(): Promise<void> {
  const { contract } = await import('../../shared/contract.ts');
  // What is told to the window itself is no work.
  const writes = (name: keyof typeof contract) => contract[name].kind !== 'query' && !name.startsWith('window.');
  do await drawn();
  while (inFlight().some(writes));
}

/** After the next frame; a window that nobody sees draws none. */
const drawn = (): Promise<void> =>
  new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

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
