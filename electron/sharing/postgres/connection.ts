// One connection to a database: opened when it is needed, tried again when it broke, given up when it does not answer.
import { Socket } from 'node:net';
import type pg from 'pg';
import { AppError } from '../../../shared/result.ts';
import { createMutex } from '../../ipc/mutex.ts';
import { type Address, addressName } from './address.ts';
import { ConnectionLost, failureOf, OtherProtocol } from './failure.ts';
import { checkTables, type Tables } from './tables.ts';

export type Timing = {
  /** Ms until a server that does not let us in counts as not reached. */
  readonly connect: number;
  /** Ms until a question without an answer does. */
  readonly answer: number;
  /** Ms between looks whether an idle connection still lives. */
  readonly ping: number;
  /** Ms until the next try after one that failed; doubled each time up to the second. */
  readonly retry: readonly [first: number, most: number];
  /** Ms between looks for what others have put, where the server does not tell. */
  readonly poll: number;
  /** Ms after which own packets that were found whole are looked at again. */
  readonly recheck: number;
};

export const usualTiming: Timing = {
  ...{ connect: 15_000, answer: 30_000, ping: 30_000, retry: [1000, 30_000] },
  ...{ poll: 1500, recheck: 300_000 },
};

export type DatabaseAccess = {
  readonly address: Address;
  /** Certificates that are trusted in place of those the system knows, as PEM. */
  readonly ca: string | null;
  readonly timing?: Timing;
};

export type Live = {
  readonly client: pg.Client;
  tables: Tables;
  /** Up to which number own packets were found whole on this connection, and when that was looked at from the first, by writer. */
  readonly found: Map<string, { readonly n: number; readonly at: number }>;
};

export type Connection = {
  /** Does something on the connection, one after the other. Once more on a new one where it breaks: the work must bear that. */
  readonly run: <T>(work: (live: Live) => Promise<T>) => Promise<T>;
  /** Called with each connection that is made, and with null when it is gone. */
  readonly onChange: (listener: (live: Live | null) => void) => () => void;
  /** For good: what is asked later is refused, and nothing connects again. */
  readonly close: () => Promise<void>;
};

/** First bytes of what a PostgreSQL server answers: authentication, error, version, and the two to the question for TLS. */
const firstBytes = new Set([...'REvSN'].map(letter => letter.charCodeAt(0)));

/** A socket that tells when what answers is something else: an answer of another protocol can look like a very long one of ours. */
function socketTo(): Socket {
  const socket = new Socket();
  socket.once('data', (bytes: Buffer) => {
    if (!firstBytes.has(bytes[0] ?? 0)) socket.destroy(new OtherProtocol());
  });
  return socket;
}

/** Nothing is connected until something is asked. */
export function createConnection({ address, ca, timing = usualTiming }: DatabaseAccess): Connection {
  const inTurn = createMutex();
  const listeners = new Set<(live: Live | null) => void>();
  const tell = (now: Live | null): void => {
    for (const listener of listeners) listener(now);
  };
  let live: Live | null = null;
  /** The one that is being made. */
  let coming: pg.Client | null = null;
  let isClosed = false;
  let failed: { readonly error: Error; readonly until: number; readonly wait: number } | null = null;

  function drop(client: pg.Client): void {
    // A goodbye would wait for an answer; the server notices.
    (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream.destroy();
    if (live?.client !== client) return;
    live = null;
    tell(null);
  }

  function refuseClosed(): void {
    if (isClosed) throw new AppError('conflict', `Ripen no longer meets in ${addressName(address)} here.`);
  }

  async function connect(): Promise<Live> {
    // Loaded when an address was given, and not before.
    const { default: postgres } = await import('pg');
    refuseClosed();
    const client = new postgres.Client(optionsFor({ address, ca, timing }));
    // Without it an idle connection that is cut would end the program.
    client.on('error', () => drop(client));
    client.on('end', () => drop(client));
    coming = client;
    try {
      await client.connect();
      const made: Live = { client, tables: await checkTables(client, addressName(address)), found: new Map() };
      refuseClosed();
      live = made;
      failed = null;
      tell(made);
      return made;
    } catch (error) {
      drop(client);
      const wait = Math.min(failed ? failed.wait * 2 : timing.retry[0], timing.retry[1]);
      failed = { error: failureOf(error, address, true), until: performance.now() + wait, wait };
      throw failed.error;
    } finally {
      coming = null;
    }
  }

  async function tryOnce<T>(work: (live: Live) => Promise<T>): Promise<T> {
    refuseClosed();
    if (!live && failed && performance.now() < failed.until) throw failed.error;
    const current = live ?? (await connect());
    try {
      return await work(current);
    } catch (error) {
      const failure = failureOf(error, address, false);
      if (failure instanceof ConnectionLost) drop(current.client);
      throw failure;
    }
  }

  return {
    run: work =>
      inTurn(async () => {
        const wasLive = live !== null;
        try {
          return await tryOnce(work);
        } catch (error) {
          if (!(wasLive && error instanceof ConnectionLost && !isClosed)) throw error;
          return tryOnce(work);
        }
      }),
    onChange: listener => {
      listeners.add(listener);
      if (live) listener(live);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      if (coming) drop(coming);
      const client = live?.client;
      if (!client) return;
      // The server is told, and not waited for.
      void client.end().catch(() => undefined);
      await new Promise(setImmediate);
      drop(client);
    },
  };
}

/** Everything is said, so that no variable of the environment and no file sends us elsewhere. */
function optionsFor({ address, ca, timing = usualTiming }: DatabaseAccess): pg.ClientConfig {
  const { host, port, user, password, database, encrypted } = address;
  return {
    ...{ host, port, user, database },
    password: () => password,
    ssl: encrypted ? { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === null ? {} : { ca }) } : false,
    application_name: 'Ripen',
    stream: socketTo,
    keepAlive: true,
    connectionTimeoutMillis: timing.connect,
    query_timeout: timing.answer,
  };
}
