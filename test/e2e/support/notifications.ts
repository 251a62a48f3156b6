// Stands in for the desktop that shows notifications: test machines have none. What Ripen hands to the system is kept instead.
import type { Ripen } from './ripen.ts';

type Shown = { readonly title: string; readonly body: string };
type Kept = { readonly shown: (Shown & { readonly emit: (event: string, ...given: unknown[]) => boolean })[] };

/** From now on the system shows notifications. */
export const watchNotifications = ({ electronApp }: Ripen): Promise<void> =>
  electronApp.evaluate(({ Notification }) => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      shown.push(this);
    };
  });

/** Those since `watchNotifications`, the first one first. */
export const notificationsOf = ({ electronApp }: Ripen): Promise<readonly Shown[]> =>
  electronApp.evaluate(() => (globalThis as never as Kept).shown.map(({ title, body }) => ({ title, body })));

/** A click on the latest one. */
export const clickNotification = ({ electronApp }: Ripen): Promise<void> =>
  electronApp.evaluate(() => {
    (globalThis as never as Kept).shown.at(-1)?.emit('click');
  });

/** A press on one of its buttons. */
export const pressButton = ({ electronApp }: Ripen, actionIndex: number): Promise<void> =>
  electronApp.evaluate((_, index) => {
    (globalThis as never as Kept).shown.at(-1)?.emit('action', { actionIndex: index }, index);
  }, actionIndex);
