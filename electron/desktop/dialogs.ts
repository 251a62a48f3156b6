// Native file dialogs. Each returns a path or null.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { AppError } from '../../shared/result.ts';
import { type QuitDoubt, quitQuestion } from './quit-guard.ts';

const workspaceFiles = [{ name: 'Ripen workspace', extensions: ['ripen'] }];
const importFiles = [
  {
    name: 'Tables, e-mails and address cards',
    extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xls', 'ods', 'zip', 'eml', 'emlx', 'mbox', 'vcf'],
  },
  { name: 'All files', extensions: ['*'] },
];

const calendarFiles = [
  { name: 'Calendar', extensions: ['ics'] },
  { name: 'All files', extensions: ['*'] },
];

const cardFiles = [
  { name: 'Address card', extensions: ['vcf'] },
  { name: 'All files', extensions: ['*'] },
];

const criteriaFiles = [
  { name: 'Ripen criteria', extensions: ['json'] },
  { name: 'All files', extensions: ['*'] },
];

const invitations = [{ name: 'Ripen invitation', extensions: ['ripen-invite'] }];

export type Dialogs = {
  readonly chooseWorkspace: () => Promise<string | null>;
  /** Asks for a name and place of a new workspace; the answer always ends in .ripen. */
  readonly chooseNewWorkspace: () => Promise<string | null>;
  /** One or more files to be imported, one after the other. */
  readonly chooseImport: () => Promise<readonly string[]>;
  readonly chooseCriteria: () => Promise<string | null>;
  /** One or more files for a lead. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** Names the file, asks, and hands what `path` answers to the system's own program. */
  readonly openFile: (file: { name: string; detail: string; path: () => Promise<string> }) => Promise<boolean>;
  /** A folder in which computers meet. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly chooseInvitation: () => Promise<string | null>;
  /** Asks for a name and place of a file to write. */
  readonly chooseSave: (suggested: string) => Promise<string | null>;
  /** Opens an address that was checked to be safe, in the system's own program; a web page only after asking. */
  readonly openLink: (link: string) => Promise<boolean>;
  /** Something would be lost; true: close all the same. The signal takes the question away. */
  readonly confirmQuit: (doubt: QuitDoubt, withdrawn: AbortSignal) => Promise<boolean>;
  /** A sentence that must be read, with nothing to decide. */
  readonly say: (message: string) => Promise<void>;
  /** The same when the window is gone and Ripen ends: it waits for the click. */
  readonly sayAtTheEnd: (message: string) => void;
};

/** Dialogs that belong to the window `current` gives at the time. */
export function createDialogs(current: () => BrowserWindow | undefined): Dialogs {
  const chooseOne = async (title: string, filters: Electron.FileFilter[]): Promise<string | null> => {
    const window = current();
    if (!window) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: ['openFile'] });
    return canceled ? null : (filePaths[0] ?? null);
  };
  const chooseMany = async (title: string, filters: Electron.FileFilter[]): Promise<readonly string[]> => {
    const window = current();
    if (!window) return [];
    const properties: ['openFile', 'multiSelections'] = ['openFile', 'multiSelections'];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters, properties });
    return canceled ? [] : filePaths;
  };
  /** Hosts of web pages that the owner does not want to be asked about again; in memory only. */
  const trustedHosts = new Set<string>();
  /** The same for phone numbers. */
  let trustedCalls = false;
  const show = (options: Electron.MessageBoxOptions) => {
    const window = current();
    return window && !window.isDestroyed() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
  };
  return {
    confirmQuit: async (doubt, withdrawn) => {
      const { message, detail, stay } = quitQuestion(doubt);
      const { response } = await show({
        type: 'question',
        message,
        detail,
        buttons: [stay, 'Close anyway'],
        signal: withdrawn,
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
    say: async message => void (await show({ type: 'warning', message, buttons: ['OK'] })),
    sayAtTheEnd: message => dialog.showErrorBox('Ripen', message),
    openLink: async link => {
      const { protocol, hostname } = new URL(link);
      if (protocol === 'tel:' && !trustedCalls) {
        const { response, checkboxChecked } = await show({
          type: 'question',
          message: `Call ${link.slice('tel:'.length)}?`,
          detail: 'The program that your computer uses for phone numbers opens. Ripen itself makes no call.',
          buttons: ['Cancel', 'Call'],
          defaultId: 1,
          cancelId: 0,
          checkboxLabel: 'Do not ask again until Ripen is closed',
          noLink: true,
        });
        if (response !== 1) return false;
        trustedCalls = checkboxChecked;
      }
      if (protocol === 'https:' && !trustedHosts.has(hostname)) {
        const { response, checkboxChecked } = await show({
          type: 'question',
          message: `Open a page of ${hostname} in your browser?`,
          detail: `${link.length > 300 ? `${link.slice(0, 300)} …` : link}\n\nThe page learns that you visit it. Ripen itself sends nothing.`,
          buttons: ['Cancel', 'Open page'],
          defaultId: 1,
          cancelId: 0,
          checkboxLabel: `Do not ask again for ${hostname} until Ripen is closed`,
          noLink: true,
        });
        if (response !== 1) return false;
        if (checkboxChecked) trustedHosts.add(hostname);
      }
      await shell.openExternal(link);
      return true;
    },
    chooseWorkspace: () => chooseOne('Open workspace', workspaceFiles),
    chooseImport: () => chooseMany('Choose files to import', importFiles),
    chooseFiles: () => chooseMany('Choose files', []),
    openFile: async ({ name, detail, path }) => {
      const { response } = await show({
        type: 'question',
        message: `Open “${name}”?`,
        detail,
        buttons: ['Cancel', 'Open file'],
        defaultId: 1,
        cancelId: 0,
        noLink: true,
      });
      if (response !== 1) return false;
      const why = await shell.openPath(await path());
      if (why !== '')
        throw new AppError('file', `No program of this computer opened “${name}”. Save a copy, and open it there.`);
      return true;
    },
    chooseFolder: async () => {
      const window = current();
      if (!window) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose a folder that all computers can reach',
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseInvitation: () => chooseOne('Open invitation', invitations),
    chooseCriteria: () => chooseOne('Choose a criteria file', criteriaFiles),
    chooseSave: async suggested => {
      const window = current();
      if (!window) return null;
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Save',
        defaultPath: join(app.getPath('documents'), suggested),
        // The dialog adds the ending then, where the system's own does, before it asks about a file that is there.
        filters: suggested.endsWith('.ics') ? calendarFiles : suggested.endsWith('.vcf') ? cardFiles : [],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || !filePath ? null : filePath;
    },
    chooseNewWorkspace: async () => {
      const window = current();
      if (!window) return null;
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'New workspace',
        defaultPath: join(app.getPath('documents'), 'Leads.ripen'),
        filters: workspaceFiles,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (canceled || !filePath) return null;
      return filePath.toLowerCase().endsWith('.ripen') ? filePath : `${filePath}.ripen`;
    },
  };
}
