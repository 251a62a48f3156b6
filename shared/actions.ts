// What can be done from anywhere, with its name and shortcut: the menu bar, the palette, the sheet of keys and the buttons are
// drawn from this.

/** The menus of the menu bar in which actions stand, from left to right. */
export const actionMenus = ['file', 'edit', 'lead', 'go', 'view', 'help'] as const;
export type ActionMenu = (typeof actionMenus)[number];

/** `keys`: Mod is Cmd on a Mac and Ctrl elsewhere. `anywhere`: also while no workspace is open. */
export const actions = [
  { id: 'new-workspace', menu: 'file', label: 'New workspace', keys: 'Mod+Shift+N', anywhere: true },
  { id: 'open-workspace', menu: 'file', label: 'Open workspace', keys: 'Mod+O', anywhere: true },
  { id: 'open-sample', menu: 'file', label: 'Open sample workspace', keys: null, anywhere: true },
  { id: 'share-workspace', menu: 'file', label: 'Share this workspace', keys: null, anywhere: false },
  { id: 'join-workspace', menu: 'file', label: 'Join a shared workspace', keys: null, anywhere: true },
  { id: 'import', menu: 'file', label: 'Import file', keys: 'Mod+I', anywhere: false },
  { id: 'export', menu: 'file', label: 'Export leads and activities', keys: 'Mod+Shift+E', anywhere: false },
  { id: 'print', menu: 'file', label: 'Save as PDF', keys: 'Mod+P', anywhere: false },
  { id: 'copy-minutes', menu: 'file', label: 'Copy minutes', keys: 'Mod+Shift+C', anywhere: false },
  { id: 'mail-minutes', menu: 'file', label: 'E-mail minutes', keys: null, anywhere: false },
  { id: 'meeting-time', menu: 'file', label: 'Add meeting to calendar', keys: null, anywhere: false },
  { id: 'save-criteria', menu: 'file', label: 'Export criteria', keys: null, anywhere: false },
  { id: 'read-criteria', menu: 'file', label: 'Import criteria', keys: null, anywhere: false },
  { id: 'passphrase', menu: 'file', label: 'Lock with passphrase', keys: null, anywhere: false },
  { id: 'close-workspace', menu: 'file', label: 'Close workspace', keys: null, anywhere: false },
  { id: 'undo', menu: 'edit', label: 'Undo', keys: 'Mod+Z', anywhere: false },
  { id: 'redo', menu: 'edit', label: 'Redo', keys: 'Mod+Shift+Z', anywhere: false },
  { id: 'palette', menu: 'edit', label: 'Search and commands', keys: 'Mod+K', anywhere: false },
  { id: 'search', menu: 'edit', label: 'Search this screen', keys: 'Mod+F', anywhere: false },
  { id: 'log', menu: 'lead', label: 'Log activity', keys: 'Mod+L', anywhere: false },
  { id: 'log-again', menu: 'lead', label: 'Repeat last log entry', keys: 'Mod+Shift+L', anywhere: false },
  { id: 'new-lead', menu: 'lead', label: 'Add lead', keys: 'Mod+N', anywhere: false },
  { id: 'add-file', menu: 'lead', label: 'Add file', keys: null, anywhere: false },
  { id: 'save-card', menu: 'lead', label: 'Save address card', keys: null, anywhere: false },
  { id: 'scan-card', menu: 'lead', label: 'Scan with your phone', keys: null, anywhere: false },
  { id: 'hand-points', menu: 'lead', label: 'Adjust score', keys: null, anywhere: false },
  { id: 'never-mql', menu: 'lead', label: 'Exclude from MQL', keys: null, anywhere: false },
  { id: 'erase-person', menu: 'lead', label: 'Erase person', keys: null, anywhere: false },
  { id: 'duplicates', menu: 'lead', label: 'Find duplicates', keys: null, anywhere: false },
  { id: 'go-today', menu: 'go', label: 'Go to Today', keys: 'Mod+1', anywhere: false },
  { id: 'go-board', menu: 'go', label: 'Go to Board', keys: 'Mod+2', anywhere: false },
  { id: 'go-leads', menu: 'go', label: 'Go to Leads', keys: 'Mod+3', anywhere: false },
  { id: 'go-import', menu: 'go', label: 'Go to Import', keys: 'Mod+4', anywhere: false },
  { id: 'go-review', menu: 'go', label: 'Go to Review', keys: 'Mod+5', anywhere: false },
  { id: 'go-criteria', menu: 'go', label: 'Go to Criteria', keys: 'Mod+6', anywhere: false },
  { id: 'go-campaigns', menu: 'go', label: 'Go to Campaigns', keys: 'Mod+7', anywhere: false },
  { id: 'go-settings', menu: 'go', label: 'Go to Settings', keys: 'Mod+,', anywhere: false },
  { id: 'back', menu: 'go', label: 'Back', keys: 'Alt+ArrowLeft', anywhere: false },
  { id: 'forward', menu: 'go', label: 'Forward', keys: 'Alt+ArrowRight', anywhere: false },
  { id: 'appearance-system', menu: 'view', label: 'System appearance', keys: null, anywhere: false },
  { id: 'appearance-light', menu: 'view', label: 'Light appearance', keys: null, anywhere: false },
  { id: 'appearance-dark', menu: 'view', label: 'Dark appearance', keys: null, anywhere: false },
  { id: 'meeting-mode', menu: 'view', label: 'Meeting mode', keys: 'Mod+Shift+M', anywhere: false },
  { id: 'sidebar', menu: 'view', label: 'Widen or narrow sidebar', keys: 'Mod+B', anywhere: false },
  { id: 'help', menu: 'help', label: 'Help for this screen', keys: 'F1', anywhere: true },
  { id: 'how-to', menu: 'help', label: 'All help pages', keys: null, anywhere: true },
  { id: 'glossary', menu: 'help', label: 'Glossary', keys: null, anywhere: true },
  { id: 'keys', menu: 'help', label: 'Keyboard shortcuts', keys: 'Mod+/', anywhere: true },
  { id: 'report-problem', menu: 'help', label: 'Report a problem', keys: null, anywhere: true },
  { id: 'about', menu: 'help', label: 'About Ripen', keys: null, anywhere: false },
] as const satisfies readonly Action[];

type Action = {
  readonly id: string;
  readonly menu: ActionMenu;
  readonly label: string;
  readonly keys: string | null;
  readonly anywhere: boolean;
};

export type ActionId = (typeof actions)[number]['id'];

export const keysOf = (id: ActionId): string => actions.find(action => action.id === id)?.keys ?? '';

/** What the menu sends for a recent workspace: its file, since the list may be another by the time it is heard. */
export const recentAction = (file: string): string => `open-recent ${file}`;

/** The file of the recent workspace that a menu item stands for; null for any other item. */
export const recentOf = (message: string): string | null =>
  message.startsWith('open-recent ') ? message.slice('open-recent '.length) : null;

/** Sent through the menu's channel to open a lead, after a click on a notification. */
export const leadAction = (id: string): string => `open-lead-${id}`;

/** The lead that such a message names; null for any other. */
export const leadOf = (message: string): string | null =>
  message.startsWith('open-lead-') ? message.slice('open-lead-'.length) : null;

/** Sent through the menu's channel before the window closes: save open fields, then call `window.readyToClose`. */
export const beforeCloseMessage = 'leave';
