// Links of leads, opened outside after a question.
import { AppError } from '../../../shared/result.ts';
import { safeLink } from '../links.ts';
import type { HostHandlersOfPrefix } from './context.ts';

export const links: HostHandlersOfPrefix<'links'> = {
  'links.open': async ({ options }, { url }) => {
    const link = safeLink(url);
    if (link === null) throw new AppError('invalid', 'Ripen does not open this kind of link. Copy it if you trust it.');
    return { opened: await options.dialogs.openLink(link) };
  },
};
