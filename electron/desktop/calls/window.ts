// The window: full screen, and what is typed in it when it closes or crashes.
import type { Output } from '../../../shared/contract.ts';
import type { HostHandlersOfPrefix } from './context.ts';

export const window: HostHandlersOfPrefix<'window'> = {
  'window.readyToClose': ({ options }, pageState) => {
    options.onSettled(pageState);
    return {};
  },
  'window.keepDrafts': (context, { drafts }) => {
    context.drafts.keep(drafts);
    return {};
  },
  'window.takeDrafts': ({ drafts }) => ({ lost: drafts.take() as Output<'window.takeDrafts'>['lost'] }),
  'window.fullScreen': ({ options }, { on }) => ({ was: options.fullScreen(on) }),
};
