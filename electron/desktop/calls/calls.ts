// All calls that are answered without an open workspace, a file per prefix.
import { about } from './about.ts';
import { backups } from './backups.ts';
import { calendar } from './calendar.ts';
import type { HostHandlers } from './context.ts';
import { files } from './files.ts';
import { links } from './links.ts';
import { passphrase } from './passphrase.ts';
import { reminders } from './reminders.ts';
import { sharing } from './sharing.ts';
import { window } from './window.ts';
import { workspaces } from './workspaces.ts';

export const hostHandlers: HostHandlers = {
  ...about,
  ...backups,
  ...calendar,
  ...files,
  ...links,
  ...passphrase,
  ...reminders,
  ...sharing,
  ...window,
  ...workspaces,
};
