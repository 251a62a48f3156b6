// Version, folder and licenses, and the problem report.
import { saveFile } from '../../jobs/save-file.ts';
import { problemReport } from '../problem-report.ts';
import type { HostHandlersOfPrefix } from './context.ts';

const nothing = { log: '', programFiles: new Set<string>() };

export const about: HostHandlersOfPrefix<'about'> = {
  'about.get': ({ options }) => ({ version: options.version, folder: options.folder }),
  'about.report': ({ options, workspaces }) => ({
    text: problemReport({
      ...(options.reportSources?.() ?? nothing),
      version: options.version,
      now: options.now(),
      settings: workspaces.current()?.settings() ?? null,
    }),
  }),
  'about.saveReport': async ({ options }, { text }) => {
    const path = await options.dialogs.chooseSave('Ripen problem report.txt');
    if (path !== null) await saveFile(path, [text]);
    return { path };
  },
  'about.licenses': ({ options }) => ({ text: options.licenses?.() ?? '' }),
};
