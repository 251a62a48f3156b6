// Hears when others have put something. Behind some poolers a connection listens and never hears; so it calls itself now and then, and
// where it does not hear that it looks every moment instead.
import { createHash } from 'node:crypto';
import type { Notification } from 'pg';
import type { Connection, Live, Timing } from './connection.ts';

/** Names the workspace to nobody who does not know it. */
export const channelOf = (workspace: string): string =>
  `ripen_${createHash('sha256').update(workspace).digest('hex').slice(0, 32)}`;

/** `own`: a text that no other computer calls. Answers what ends it. */
export function watchOver(
  connection: Connection,
  timing: Timing,
  channel: string,
  own: string,
  changed: () => void,
): () => void {
  /** The connection that listens; 'deaf': it does and hears nothing. */
  let listening: { readonly live: Live; state: 'asked' | 'hears' | 'deaf' } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let ended = false;
  const lookIn = (ms: number): void => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(look, ms);
  };

  function hear({ channel: on, payload, processId }: Notification, live: Live): void {
    if (on !== channel || listening?.live !== live) return;
    if (payload === own) listening.state = 'hears';
    else if (payload === '' && processId !== (live.client as unknown as { processID: number }).processID) changed();
  }

  async function call(live: Live): Promise<void> {
    if (listening?.live !== live) {
      const hearing = { live, state: 'asked' as const };
      listening = hearing;
      live.client.on('notification', message => hear(message, live));
      await live.client.query(`LISTEN ${channel}`);
    }
    if (listening.state === 'deaf') {
      await live.client.query('SELECT 1');
      return;
    }
    listening.state = 'asked';
    await live.client.query('SELECT pg_notify($1, $2)', [channel, own]);
  }

  async function look(): Promise<void> {
    const before = listening?.live;
    isLooking = true;
    try {
      await connection.run(call);
      // What is called on a connection comes back on it before the next question is answered.
      if (!ended && listening?.state === 'asked') await connection.run(({ client }) => client.query('SELECT 1'));
      if (listening?.state === 'asked') listening.state = 'deaf';
    } catch {
      // A database that is only read takes no call. What is wrong otherwise, whoever meets there says.
      if (listening) listening.state = 'deaf';
    }
    isLooking = false;
    if (!ended && (listening?.live !== before || listening?.state !== 'hears')) changed();
    lookIn(listening?.state === 'hears' ? timing.ping : timing.poll);
  }

  const forget = connection.onChange(live => {
    if (live) return;
    listening = null;
    // What was missed meanwhile is asked for when it is there again.
    if (!isLooking) lookIn(timing.retry[0]);
  });
  void look();
  return () => {
    ended = true;
    clearTimeout(timer);
    forget();
  };
}
