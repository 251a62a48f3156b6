// Draws the whole window at a screen, in a DOM, over the real main side and a real file; only the channel between the two is
// replaced. `const window = await renderScreen('leads')`; every word here is what a person does or sees.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configure } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { createElement, type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect } from 'vitest';
import type { Bridge } from '../../renderer/api/bridge.ts';
import { queryClient } from '../../renderer/api/queries.ts';
import { toastStore } from '../../renderer/api/toast-store.ts';
import { App } from '../../renderer/app/App.tsx';
import type { ScreenId } from '../../renderer/parts/navigation/route.ts';
import type { ActionId } from '../../shared/actions.ts';
import { type Changed, contract, type Progress } from '../../shared/contract.ts';
import type { Settings } from '../../shared/workspace.ts';
import { installDom } from './dom.ts';
import { aFilledFile, type Filled } from './examples.ts';
import { startHost } from './host.ts';
import { createSight, type Sight } from './sight.ts';
import { aFolder, atTheEnd, aWorkspace } from './workspace.ts';

configure({ getElementError: message => new Error(message ?? 'Not found.') });

/** `filled`: a firm with something in every corner; `empty`: a new workspace; `none`: no file is open. */
export type Start = 'filled' | 'empty' | 'none';

export type Options = {
  readonly start?: Start;
  /** Settings of an empty workspace. */
  readonly settings?: Partial<Settings>;
  /** Commands before the window is drawn. */
  readonly before?: (
    window: Pick<ReturnType<typeof startHost>, 'call' | 'clock' | 'host' | 'lead' | 'folder'> & { ids: Filled['ids'] },
  ) => unknown;
};

type Host = ReturnType<typeof startHost>;

export type RenderedScreen = Sight &
  Pick<Host, 'call' | 'clock' | 'host' | 'opened' | 'openedFiles' | 'folder' | 'seen'> & {
    readonly ids: Filled['ids'];
    /** What a person answers in the dialogs of the system. */
    readonly answers: Host['lead'];
    /** Every call of the window so far, by name. */
    readonly calls: readonly string[];
    /** The next call of that name fails with this sentence, as when the disk is full. */
    readonly refuse: (name: string, message: string) => void;
    /** Holds back answers to calls of that name until the function it answers is called. */
    readonly hold: (name: string) => () => void;
    /** Chooses an item of the menu bar. */
    readonly menu: (action: ActionId) => void;
    /** Presses Undo in the notification, or Ctrl+Z when there is none. */
    readonly undo: () => Promise<void>;
    /** The main side tells how far long work is. */
    readonly tell: (progress: Progress) => void;
    readonly route: () => string;
    readonly goTo: (screen: ScreenId, rest?: string) => Promise<void>;
  };

/** Takes away what the test drew before. */
let takeAway = () => {};

const listeners = {
  changed: new Set<(changed: Changed) => void>(),
  progress: new Set<(progress: Progress) => void>(),
  menu: new Set<(action: string) => void>(),
};

const listen =
  <T>(to: Set<T>) =>
  (fn: T) => {
    to.add(fn);
    return () => to.delete(fn);
  };

export async function renderScreen(
  screen: ScreenId | null,
  rest: string | null = null,
  { start = 'filled', settings, before }: Options = {},
): Promise<RenderedScreen> {
  installDom();
  takeAway();
  let broken: string | null = null;
  // Runs last of all: nothing is left open by a test that fails here.
  atTheEnd(() => {
    if (broken !== null) throw new Error(`The window showed an error of its own: ${broken}`);
  });
  const calls: string[] = [];
  const refusals = new Map<string, string>();
  const held = new Map<string, Promise<void>>();
  const main = startHost(aFolder(), {
    emit: {
      changed: changed => {
        for (const fn of listeners.changed) fn(structuredClone(changed));
      },
      progress: progress => {
        for (const fn of listeners.progress) fn(structuredClone(progress));
      },
    },
  });
  const ids = await openFile(main, start, settings);
  await before?.({ ...main, ids });

  const wire: Bridge = {
    call: async (name, input) => {
      calls.push(name);
      const message = refusals.get(name);
      refusals.delete(name);
      if (message !== undefined) {
        await held.get(name);
        return { ok: false, error: { kind: 'file', message } };
      }
      const answer = await main.host.call(name, structuredClone(input));
      await held.get(name);
      if (answer.ok && name in contract) contract[name as keyof typeof contract].output.parse(answer.value);
      return structuredClone(answer);
    },
    onChanged: listen(listeners.changed),
    onProgress: listen(listeners.progress),
    onMenu: listen(listeners.menu),
    tokenForFile: async file => main.host.tokenFor(join(main.folder, file.name)),
  };
  Object.defineProperty(globalThis.window, 'ripen', { value: wire, configurable: true });
  localStorage.clear();
  location.hash = screen === null ? '' : `#/${[screen, rest].filter(Boolean).join('/')}`;
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  const draw = (done?: () => void) => root.render(createElement(AfterEffects, { done }, createElement(App)));
  draw();
  takeAway = () => {
    takeAway = () => {};
    const text = document.body.textContent ?? '';
    if (text.includes('Something went wrong here.')) broken = text.slice(0, 500);
    root.unmount();
    page.remove();
    toastStore.close();
    queryClient.clear();
    document.body.replaceChildren();
  };
  atTheEnd(() => takeAway());

  const sight = createSight(userEvent.setup({ delay: null, pointerEventsCheck: 0 }));
  if (screen === null) await expect.poll(() => page.textContent).not.toBe('');
  else await expect.poll(() => document.querySelector('#screen-title')).not.toBeNull();
  // What listens to keys does so in an effect, which React runs some time after the screen is there.
  await new Promise<void>(draw);
  return {
    ...sight,
    ...main,
    answers: main.lead,
    ids,
    calls,
    refuse: (name, message) => void refusals.set(name, message),
    hold: name => {
      let release = () => {};
      held.set(name, new Promise(resolve => (release = resolve)));
      return () => {
        held.delete(name);
        release();
      };
    },
    menu: action => {
      for (const fn of listeners.menu) fn(action);
    },
    tell: progress => {
      for (const fn of listeners.progress) fn(progress);
    },
    undo: () => sight.at('Notifications').press('Undo'),
    route: () => location.hash.slice(1),
    goTo: async (to, part) => {
      location.hash = `#/${[to, part].filter(Boolean).join('/')}`;
    },
  };
}

/** Says when all effects of before have run: React runs them before it draws anew, and those of children before this one. */
function AfterEffects({ done, children }: { readonly done?: (() => void) | undefined; readonly children?: ReactNode }) {
  useEffect(() => done?.(), [done]);
  return children;
}

/** Opens a file of that kind; the ids are empty unless it is the filled one. */
async function openFile(main: Host, start: Start, settings: Partial<Settings> = {}): Promise<Filled['ids']> {
  if (start === 'none') return {} as Filled['ids'];
  const file = join(main.folder, 'test.ripen');
  if (start === 'empty') {
    const { app, file: made } = aWorkspace(settings);
    app().close();
    const opened = await main.host.openFile(made);
    if (!opened.ok) throw new Error(opened.error.message);
    return {} as Filled['ids'];
  }
  const { bytes, now, ids } = await aFilledFile();
  writeFileSync(file, bytes);
  main.clock.now = now;
  const opened = await main.host.openFile(file);
  if (!opened.ok) throw new Error(opened.error.message);
  return ids;
}
