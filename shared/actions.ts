// What can be done from anywhere, with its name and shortcut: the menu, the palette and the buttons are drawn from this.

/** `keys`: Mod is Cmd on a Mac and Ctrl elsewhere. */
export const actions = [
  { id: 'log', label: 'Log an activity', keys: 'Mod+L' },
  { id: 'new-lead', label: 'Add a lead', keys: 'Mod+N' },
  { id: 'palette', label: 'Find or do anything', keys: 'Mod+K' },
  { id: 'search', label: 'Search on this screen', keys: 'Mod+F' },
  { id: 'undo', label: 'Undo', keys: 'Mod+Z' },
  { id: 'redo', label: 'Redo', keys: 'Mod+Shift+Z' },
  { id: 'go-today', label: 'Go to Today', keys: 'Mod+1' },
  { id: 'go-board', label: 'Go to the board', keys: 'Mod+2' },
  { id: 'go-leads', label: 'Go to Leads', keys: 'Mod+3' },
  { id: 'go-import', label: 'Go to Import', keys: 'Mod+4' },
  { id: 'go-review', label: 'Go to the review', keys: 'Mod+5' },
  { id: 'go-criteria', label: 'Go to Criteria', keys: 'Mod+6' },
  { id: 'go-campaigns', label: 'Go to Campaigns', keys: 'Mod+7' },
  { id: 'go-settings', label: 'Go to Settings', keys: 'Mod+,' },
] as const;

export type ActionId = (typeof actions)[number]['id'];

export const keysOf = (id: ActionId): string => actions.find(action => action.id === id)?.keys ?? '';
