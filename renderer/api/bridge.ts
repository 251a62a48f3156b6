// What the preload script gives this window: the one way to the main process.
import type { Changed, Progress } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';

type Stop = () => void;

export type Bridge = {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly onChanged: (fn: (changed: Changed) => void) => Stop;
  readonly onProgress: (fn: (progress: Progress) => void) => Stop;
  /** An item of the window's menu, by the id of its action. */
  readonly onMenu: (fn: (action: string) => void) => Stop;
  /** A token by which the main process knows a dropped file; the page never learns where it lies. */
  readonly tokenForFile: (file: File) => Promise<Result<string>>;
};

declare global {
  interface Window {
    readonly ripen: Bridge;
  }
}

export const bridge = (): Bridge => window.ripen;
