// Choosing files to read: the page gets tokens, never paths.
import type { HostHandlersOfPrefix } from './context.ts';

export const files: HostHandlersOfPrefix<'files'> = {
  'files.choose': async ({ options, tokens }, { purpose }) => {
    const { chooseImport, chooseCriteria } = options.dialogs;
    const paths = purpose === 'import' ? await chooseImport() : [await chooseCriteria()].filter(path => path !== null);
    return { paths: paths.map(tokens.tokenFor) };
  },
};
