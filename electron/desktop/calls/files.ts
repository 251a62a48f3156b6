// Choosing files to read: the page gets tokens, never paths. Showing the one that was saved last.
import { existsSync } from 'node:fs';
import type { HostHandlersOfPrefix } from './context.ts';

export const files: HostHandlersOfPrefix<'files'> = {
  'files.choose': async ({ options, tokens }, { purpose }) => {
    const { chooseImport, chooseCriteria, chooseFiles } = options.dialogs;
    const choosers = {
      import: chooseImport,
      criteria: async () => [await chooseCriteria()].filter(path => path !== null),
      'lead-file': chooseFiles,
    };
    const paths = await choosers[purpose]();
    return { paths: paths.map(tokens.tokenFor) };
  },
  'files.showSaved': ({ options, lastSaved }) => {
    const path = lastSaved();
    if (path !== null && existsSync(path)) options.showFile(path);
    return {};
  },
};
