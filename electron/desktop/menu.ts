// The menu bar, drawn from shared/actions.ts. Each item sends its id to the page, which also hears the keys: shortcuts are only
// shown here, so that one press is never heard twice.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type ActionId, actions, recentAction } from '../../shared/actions.ts';
import type { Settings } from '../../shared/workspace.ts';

export type MenuState = {
  /** Whether a workspace is open. */
  readonly open: boolean;
  readonly recent: readonly { readonly file: string; readonly name: string }[];
  /** Labels of the steps that undo and redo would take, "move to SQL"; null: nothing to undo. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly appearance: Settings['appearance'];
};

type Item = MenuItemConstructorOptions;
type Send = (id: string) => void;

const separator: Item = { type: 'separator' };
const written = (keys: string) => keys.replace('Mod', 'CmdOrCtrl').replace('Arrow', '');
/** An ampersand in a name is no mnemonic. */
const plain = (name: string) => name.replaceAll('&', '&&');

/** Sets the menu bar anew; cheap enough to do whenever a label changes. */
export function showMenu(state: MenuState, send: Send): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(state, send)));
}

function template(state: MenuState, send: Send): Item[] {
  const item = (id: ActionId, change: Item = {}): Item => {
    const action = actions.find(one => one.id === id);
    if (!action) return {};
    return {
      id,
      label: action.label,
      enabled: action.anywhere || state.open,
      click: () => send(id),
      ...(action.keys ? { accelerator: written(action.keys), registerAccelerator: false } : {}),
      ...change,
    };
  };
  const step = (id: 'undo' | 'redo', label: string | null): Item =>
    item(id, { enabled: label !== null, ...(label ? { label: `${id === 'undo' ? 'Undo' : 'Redo'} ${label}` } : {}) });
  const look = (appearance: Settings['appearance']): Item =>
    item(`appearance-${appearance}`, { type: 'radio', checked: state.appearance === appearance });

  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileItems(state, item, send) },
    { label: '&Edit', submenu: editItems(item, step(`undo`, state.undo), step('redo', state.redo)) },
    {
      label: '&Lead',
      submenu: [
        item('log'),
        item('log-again'),
        item('new-lead'),
        item('duplicates'),
        separator,
        item('hand-points'),
        item('never-mql'),
        item('add-file'),
        item('save-card'),
        item('scan-card'),
        item('erase-person'),
      ],
    },
    { label: '&Go', submenu: goItems(item) },
    {
      label: '&View',
      submenu: [
        look('system'),
        look('light'),
        look('dark'),
        separator,
        item('sidebar'),
        item('meeting-mode'),
        ...windowItems(),
      ],
    },
    { label: '&Help', submenu: helpItems(item) },
  ];
}

type ItemOf = (id: ActionId, change?: Item) => Item;

const fileItems = ({ recent }: MenuState, item: ItemOf, send: Send): Item[] => [
  item('new-workspace', { label: 'New workspace…' }),
  item('open-workspace', { label: 'Open…' }),
  {
    label: 'Open recent',
    id: 'open-recent',
    enabled: recent.length > 0,
    submenu: recent.map(({ file, name }, index) => ({
      id: `open-recent-${index}`,
      label: plain(name),
      toolTip: file,
      click: () => send(recentAction(file)),
    })),
  },
  item('open-sample'),
  separator,
  item('share-workspace', { label: 'Share this workspace…' }),
  item('join-workspace', { label: 'Join a shared workspace…' }),
  separator,
  item('import', { label: 'Import file…' }),
  item('export', { label: 'Export leads and activities…' }),
  separator,
  item('print', { label: 'Save as PDF…' }),
  item('copy-minutes'),
  item('mail-minutes'),
  item('meeting-time', { label: 'Add meeting to calendar…' }),
  item('save-criteria', { label: 'Export criteria…' }),
  item('read-criteria', { label: 'Import criteria…' }),
  separator,
  item('passphrase', { label: 'Lock with passphrase…' }),
  item('close-workspace'),
  ...(process.platform === 'darwin' ? [] : [{ role: 'quit', label: 'Quit' } as const]),
];

const editItems = (item: ItemOf, undo: Item, redo: Item): Item[] => [
  undo,
  redo,
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
  separator,
  item('palette'),
  item('search'),
];

const goItems = (item: ItemOf): Item[] => [
  ...actions
    .filter(({ id }) => id.startsWith('go-'))
    .map(({ id, label }) =>
      item(id, { label: label.replace(/^Go to (the )?/, '').replace(/^./, c => c.toUpperCase()) }),
    ),
  separator,
  item('back'),
  item('forward'),
];

const helpItems = (item: ItemOf): Item[] => [
  item('help'),
  item('how-to', { label: 'All help pages…' }),
  item('glossary'),
  item('keys'),
  separator,
  item('report-problem', { label: 'Report a problem…' }),
  item('about'),
];

const windowItems = (): Item[] => [
  separator,
  { role: 'resetZoom', label: 'Actual size' },
  { role: 'zoomIn', label: 'Larger' },
  // The plus sign without Shift, as people press it.
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
  { role: 'zoomOut', label: 'Smaller' },
  separator,
  { role: 'togglefullscreen', label: 'Full screen' },
  // For developers only: a released window cannot be reloaded or inspected.
  ...(app.isPackaged ? [] : [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
];
