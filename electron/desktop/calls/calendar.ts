// The calendar file of the open workspace.
import { existsSync } from 'node:fs';
import type { HostHandlersOfPrefix } from './context.ts';

export const calendar: HostHandlersOfPrefix<'calendar'> = {
  'calendar.get': ({ calendar }) => {
    const { left, ...state } = calendar.state();
    return { ...state, left: [...left] };
  },
  'calendar.choose': async ({ calendar }) => ({ path: await calendar.choose() }),
  'calendar.save': ({ calendar }, choice) => {
    calendar.save(choice);
    return {};
  },
  'calendar.stop': ({ calendar }) => {
    calendar.stop();
    return {};
  },
  'calendar.removeLeft': ({ calendar }) => {
    calendar.removeLeft();
    return {};
  },
  'calendar.showFile': ({ calendar, options }) => {
    const path = calendar.state().file?.path;
    if (path !== undefined && existsSync(path)) options.showFile(path);
    return {};
  },
};
