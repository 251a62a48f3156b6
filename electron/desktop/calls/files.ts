// Choosing files to read: the page gets tokens, never paths. Showing the one that was saved last.
import { existsSync } from 'node:fs';
import type { HostHandlersOfPrefix } from './context.ts';

export const files: HostHandlersOfPrefix<'files'> = {
  'files.choose': async ({ options, tokens }, { purpose }) => {
    const { chooseImport, chooseCriteria } = options.dialogs;
    const paths = purpose === 'import' ? await chooseImport() : [await chooseCriteria()].filter(path => path !== null);
    return { paths: paths.map(tokens.tokenFor) };
  },
  'files.showSaved': ({ options, lastSaved }) => {
    const path = lastSaved();
    if (path !== null && existsSync(path)) options.showFile(path);
    return {};
  },
};
