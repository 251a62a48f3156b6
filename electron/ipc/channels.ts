// The five channels between the page and the main process. There are no others.

export const callChannel = 'ripen:call';
export const changedChannel = 'ripen:changed';
export const progressChannel = 'ripen:progress';
/** From the preload script alone: where a dropped file lies, for a token. */
export const fileChannel = 'ripen:file';
export const menuChannel = 'ripen:menu';
