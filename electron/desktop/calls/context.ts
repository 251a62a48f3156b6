// What the calls about files and windows are given, and the shape of their handlers.
import type { Output, Parsed } from '../../../shared/contract.ts';
import type { FileTokens } from '../../ipc/file-tokens.ts';
import type { HostName } from '../../services/context.ts';
import type { CalendarFile } from '../calendar-file.ts';
import type { Device } from '../device.ts';
import type { HostOptions } from '../host-options.ts';
import type { PageDrafts } from '../page-drafts.ts';
import type { Reminders } from '../reminders.ts';
import type { SharingKeeper } from '../sharing.ts';
import type { UnhurriedWorkspaces } from '../unhurried.ts';

export type HostContext = {
  readonly options: HostOptions;
  readonly device: Device;
  readonly workspaces: UnhurriedWorkspaces;
  readonly drafts: PageDrafts;
  readonly tokens: FileTokens;
  readonly reminders: Reminders;
  readonly calendar: CalendarFile;
  readonly sharing: SharingKeeper;
  /** The file that was saved last where the owner said; null: none yet. */
  readonly lastSaved: () => string | null;
  /** Jobs that were canceled. */
  readonly cancelled: Set<string>;
  readonly showMenu: () => Promise<void>;
};

export type HostHandlers<N extends HostName = HostName> = {
  readonly [K in N]: (context: HostContext, input: Parsed<K>) => Output<K> | Promise<Output<K>>;
};
export type HostHandlersOfPrefix<P extends string> = HostHandlers<Extract<HostName, `${P}.${string}`>>;
