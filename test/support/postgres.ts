// A real PostgreSQL server of the tests, on a free port, with data that is gone afterwards. Root may not run it: it runs as a user of the
// system then.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { noPostgres, postgresPrograms } from '../../build/runtime/system.ts';

export const adminPassword = 'pass%word/of:the@owner';

export type PostgresServer = {
  readonly port: number;
  /** Its folder; a certificate for it goes there. */
  readonly data: string;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** The address of a database of it. */
  readonly address: (database: string, user?: string, password?: string) => string;
  /** A new empty database. */
  readonly newDatabase: () => Promise<string>;
  /** Runs SQL as the owner. */
  readonly sql: <T extends object>(database: string, text: string) => Promise<readonly T[]>;
  readonly remove: () => Promise<void>;
};

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Who runs the server: this user, unless that is root. */
function runner(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] =
    (readFileSync('/etc/passwd', 'utf8').match(/^(postgres|nobody):.*$/gm) ?? []).sort().at(-1)?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Starts a server. `settings`: lines of postgresql.conf. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (!programs) throw new Error(noPostgres);
  const home = mkdtempSync(join(tmpdir(), 'ripen-postgres-'));
  const [data, secret] = [join(home, 'data'), join(home, 'secret')];
  const as = runner();
  writeFileSync(secret, adminPassword);
  if (as.uid !== undefined) for (const path of [home, secret]) chownSync(path, as.uid, as.gid ?? 0);
  const options = { ...as, stdio: 'pipe', env: { PATH: process.env.PATH, LC_ALL: 'C' } } as const;
  execFileSync(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '--no-sync',
      '--auth=scram-sha-256',
      '--username=owner',
      `--pwfile=${secret}`,
      '--encoding=UTF8',
      '--locale=C',
    ],
    options,
  );
  const port = await freePort();
  const lines = ['fsync = off', 'shared_buffers = 16MB', `port = ${port}`, `unix_socket_directories = ''`, ...settings];
  writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  let running: ReturnType<typeof spawn> | null = null;

  const address = (database: string, user = 'owner', password = adminPassword): string =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  async function sql<T extends object>(database: string, text: string): Promise<readonly T[]> {
    const client = new pg.Client({ connectionString: address(database), ssl: false });
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  }
  async function start(): Promise<void> {
    const server = spawn(join(programs ?? '', 'postgres'), ['-D', data], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running = server;
    await new Promise<void>((resolve, reject) => {
      server.stderr.on('data', (line: Buffer) => {
        if (line.includes('database system is ready to accept connections')) resolve();
      });
      server.once('exit', code => reject(new Error(`PostgreSQL ended by itself (exit ${code}).`)));
    });
  }
  async function kill(): Promise<void> {
    const server = running;
    running = null;
    if (!server || server.exitCode !== null) return;
    // At once, without a goodbye to anybody.
    server.kill('SIGQUIT');
    await once(server, 'exit');
  }
  await start();
  let databases = 0;
  return {
    port,
    data,
    kill,
    start,
    address,
    sql,
    newDatabase: async () => {
      databases += 1;
      await sql('postgres', `CREATE DATABASE d${databases} TEMPLATE template0`);
      return `d${databases}`;
    },
    remove: async () => {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A line between two computers that can be bad. */
export type Proxy = {
  readonly port: number;
  /** Ms by which each piece is late. */
  delay: number;
  /** What is sent arrives nowhere, and no answer comes. */
  isSilent: boolean;
  /** Bytes after which the next connections break; null: never. */
  cutAfter: number | null;
  /** What becomes of bytes that the server sends, and of those that it gets. */
  change: (bytes: Buffer) => Buffer;
  changeSent: (bytes: Buffer) => Buffer;
  /** Breaks all connections now. */
  readonly cut: () => void;
  readonly close: () => void;
};

export async function startProxy(to: number): Promise<Proxy> {
  const ends = new Set<() => void>();
  const server = createServer(near => {
    const far = connect(to, '127.0.0.1');
    const end = (): void => {
      near.destroy();
      far.destroy();
      ends.delete(end);
    };
    ends.add(end);
    let passed = 0;
    const pass = (bytes: Buffer, target: typeof near): void => {
      if (proxy.isSilent) return;
      passed += bytes.length;
      if (proxy.cutAfter !== null && passed > proxy.cutAfter) end();
      else if (proxy.delay === 0) target.write(bytes);
      else setTimeout(() => target.write(bytes), proxy.delay);
    };
    near.on('data', bytes => pass(proxy.changeSent(bytes), far));
    far.on('data', bytes => pass(proxy.change(bytes), near));
    for (const socket of [near, far]) {
      socket.on('error', end);
      socket.on('close', end);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: Proxy = {
    port: (server.address() as { port: number }).port,
    delay: 0,
    isSilent: false,
    cutAfter: null,
    change: bytes => bytes,
    changeSent: bytes => bytes,
    cut: () => {
      for (const end of [...ends]) end();
    },
    close: () => {
      for (const end of [...ends]) end();
      server.close();
    },
  };
  return proxy;
}
