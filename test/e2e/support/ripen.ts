// A running Ripen, as the end-to-end tests hold it.
import type { ElectronApplication, Page } from 'playwright-core';

export type Ripen = {
  readonly electronApp: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Console errors (a broken content security policy is one), page errors and crashes so far. */
  readonly troubles: readonly string[];
  /** What it has printed so far. */
  readonly output: () => string;
  /** Ends it as a power cut would: no goodbye to anybody. */
  readonly kill9: () => Promise<void>;
  /** Quits; answers what it tried to reach beyond its own page, as Chromium's network log has it. */
  readonly close: () => Promise<{ readonly network: readonly string[] }>;
};
