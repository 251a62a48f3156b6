// Toast store. One toast at a time, with Undo.
import { call } from './call.ts';

export type Toast = {
  readonly id: number;
  /** A sentence: "Dana Weber is now an SQL." */
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly action: ToastAction | null;
  /** A second click, behind the first: the lead it concerns. */
  readonly also: ToastAction | null;
};
type ToastAction = { readonly label: string; readonly run: () => void };

/** News that came within this many ms belong together: a log that makes an MQL and starts a plan. */
const togetherMs = 2000;

let current: Toast | null = null;
/** The toast that is news, and when it came (performance.now). */
let news: { readonly toast: Toast; readonly at: number } | null = null;
let count = 0;
const listeners = new Set<() => void>();

function set(toast: Toast | null) {
  current = toast;
  for (const listener of listeners) listener();
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => current,
  close: () => set(null),
};

/** Says that a file was saved, with the click that shows it. */
export const showSaved = (text: string) =>
  showToast(text, { action: { label: 'Show in folder', run: () => void call('files.showSaved', {}) } });

/** Shows a sentence for a while; a problem stays until it is closed. */
export function showToast(
  text: string,
  { tone = 'done', action = null, also = null }: Partial<Pick<Toast, 'tone' | 'action' | 'also'>> = {},
) {
  count += 1;
  set({ id: count, text, tone, action, also });
}

/** Shows what happened by itself; what came just before it stays in sight beside it. */
export function showNews(text: string, action: Toast['action']): void {
  const now = performance.now();
  const last = news !== null && news.toast === current && now - news.at < togetherMs ? news.toast : null;
  showToast(last ? `${last.text} ${text}` : text, { action });
  news = current && { toast: current, at: now };
}
