// Version, folder and licenses.
import type { HostHandlersOfPrefix } from './context.ts';

export const about: HostHandlersOfPrefix<'about'> = {
  'about.get': ({ options }) => ({ version: options.version, folder: options.folder }),
  'about.licenses': ({ options }) => ({ text: options.licenses?.() ?? '' }),
};
