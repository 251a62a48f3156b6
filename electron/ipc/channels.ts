// The four channels between the page and the main process. There are no others.

export const callChannel = 'ripen:call';
export const changedChannel = 'ripen:changed';
export const progressChannel = 'ripen:progress';
export const menuChannel = 'ripen:menu';
