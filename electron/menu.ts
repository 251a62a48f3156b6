// The menu bar. Each entry sends its name to the page or asks the host; shortcuts that the page handles are only shown.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

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
  const toPage = (label: string, action: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(action),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const toHost = (label: string, name: string, input: unknown = {}): MenuItemConstructorOptions => ({
    label,
    click: () => call(name, input),
  });

  const recent: MenuItemConstructorOptions = {
    label: 'Open &Recent',
    enabled: state.recent.length > 0,
    submenu: state.recent.map(({ file, name }) => toHost(name, 'workspaces.open', { file })),
  };
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        toHost('&New workspace…', 'workspaces.create'),
        toHost('&Open…', 'workspaces.open', { file: null }),
        recent,
        toHost('&Sample workspace', 'workspaces.openSample'),
        separator,
        toPage('&Import…', 'import'),
        separator,
        { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        {
          ...toPage(state.undo ? `&Undo ${state.undo}` : '&Undo', 'undo', 'CmdOrCtrl+Z'),
          enabled: state.undo !== null,
        },
        {
          ...toPage(state.redo ? `&Redo ${state.redo}` : '&Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
          enabled: state.redo !== null,
        },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
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
