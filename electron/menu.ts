// The menu bar. Each entry sends its name to the page or asks the host; shortcuts that the page handles are only shown.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type ActionId, actions, keysOf } from '../shared/actions.ts';

export type MenuState = {
  readonly recent: readonly { readonly file: string; readonly name: string }[];
  /** Labels of the steps that undo and redo would take, "move to SQL"; null: nothing to undo. */
  readonly undo: string | null;
  readonly redo: string | null;
};

export type MenuActions = {
  /** Tells the page; it knows what to do with a name. */
  readonly send: (action: string) => void;
  readonly call: (name: string, input: unknown) => void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Sets the menu bar anew; cheap enough to do whenever a label changes. */
export function showMenu(state: MenuState, { send, call }: MenuActions): void {
  const toPage = (id: ActionId): MenuItemConstructorOptions => ({
    label: labelOf(id),
    click: () => send(id),
    accelerator: keysOf(id).replace('Mod', 'CmdOrCtrl'),
    // The page listens itself: it knows when a key belongs to a field.
    registerAccelerator: false,
  });
  const toHost = (label: string, name: string, input: unknown = {}): MenuItemConstructorOptions => ({
    label,
    click: () => call(name, input),
  });
  /** "Undo move to SQL": the entry names the step it would take. */
  const step = (id: 'undo' | 'redo', label: string | null): MenuItemConstructorOptions => ({
    ...toPage(id),
    label: label === null ? labelOf(id) : `${labelOf(id)} ${label}`,
    enabled: label !== null,
  });
  const recent = state.recent.map(({ file, name }) => toHost(name, 'workspaces.open', { file }));

  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        toHost('&New workspace…', 'workspaces.create'),
        toHost('&Open…', 'workspaces.open', { file: null }),
        { label: 'Open &recent', enabled: recent.length > 0, submenu: recent },
        toHost('&Sample workspace', 'workspaces.openSample'),
        separator,
        { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        step('undo', state.undo),
        step('redo', state.redo),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        ...(['log', 'new-lead', 'search', 'palette'] as const).map(toPage),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...actions.filter(({ id }) => id.startsWith('go-')).map(({ id }) => toPage(id)),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        // For developers only: a released window cannot be reloaded or inspected.
        ...(app.isPackaged ? [] : [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

const labelOf = (id: ActionId): string => actions.find(action => action.id === id)?.label ?? id;
