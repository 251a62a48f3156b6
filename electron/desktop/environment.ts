// Environment variables, and those a released build ignores.

declare const __RIPEN_TEST_PACKAGE__: boolean;

/** True only in the package made for tests; `npm run package` builds it as false. */
export const isTestPackage = typeof __RIPEN_TEST_PACKAGE__ === 'boolean' && __RIPEN_TEST_PACKAGE__;

export type Environment = {
  /** Another folder for window state and recent files; undefined: the system's place. */
  readonly userData: string | undefined;
  /** UTC ms; stands still when RIPEN_NOW is set, so that a test meets the same day every time. */
  readonly now: () => number;
  /** The first window waits for a test to attach: attaching to one that is just loading goes wrong now and then. */
  readonly waitForTest: boolean;
  /** Seed of the delays with which every call is answered, as on a slow computer; undefined: no delay. */
  readonly slow: number | undefined;
  /** better-sqlite3's addon for a runtime that the prebuilt one does not fit. */
  readonly addon: string | undefined;
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the variables. `open` is false in a released package: then nothing outside can move the data or the clock. */
export function readEnvironment(variables: Variables, open: boolean, clock: () => number): Environment {
  if (!open) return { userData: undefined, now: clock, waitForTest: false, slow: undefined, addon: undefined };
  const fixed = Date.parse(variables.RIPEN_NOW ?? '');
  return {
    userData: variables.RIPEN_USER_DATA || undefined,
    now: Number.isNaN(fixed) ? clock : () => fixed,
    waitForTest: variables.RIPEN_WAIT_FOR_TEST === '1',
    slow: variables.RIPEN_SLOW ? Number(variables.RIPEN_SLOW) : undefined,
    addon: variables.RIPEN_SQLITE_ADDON || undefined,
  };
}

/** Switches that would let another program read and steer the page; a released Ripen does not start with them. */
export const forbiddenSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
] as const;
