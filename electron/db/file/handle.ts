// Two database handles: a Reader can only query, a Writer can also write.
import type Database from 'better-sqlite3';

export type SqlValue = string | number | bigint | Uint8Array | null;
export type Params = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export type Reader = {
  /** First row, or undefined. */
  readonly get: <T>(sql: string, params?: Params) => T | undefined;
  readonly all: <T>(sql: string, params?: Params) => T[];
  /** First column of every row. */
  readonly pluck: <T>(sql: string, params?: Params) => T[];
  /** Rows as arrays: cheaper than objects when there are many. */
  readonly raw: <T extends readonly unknown[]>(sql: string, params?: Params) => T[];
};

export type Writer = Reader & {
  /** Runs one statement and answers how many rows it touched. */
  readonly run: (sql: string, params?: Params) => number;
};

/** A Writer over one connection, with every statement prepared once. */
export function createHandle(db: Database.Database): Writer {
  const prepared = new Map<string, Database.Statement>();
  const plain = (sql: string): Database.Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  // pluck() and raw() change a statement for good, so each mode prepares its own.
  const inMode = (mode: 'pluck' | 'raw') => {
    const own = new Map<string, Database.Statement>();
    return (sql: string): Database.Statement => {
      const known = own.get(sql);
      if (known) return known;
      const made = mode === 'pluck' ? db.prepare(sql).pluck() : db.prepare(sql).raw();
      own.set(sql, made);
      return made;
    };
  };
  const plucking = inMode('pluck');
  const rawing = inMode('raw');
  return {
    get: <T>(sql: string, params: Params = []) => plain(sql).get(params) as T | undefined,
    all: <T>(sql: string, params: Params = []) => plain(sql).all(params) as T[],
    pluck: <T>(sql: string, params: Params = []) => plucking(sql).all(params) as T[],
    raw: <T extends readonly unknown[]>(sql: string, params: Params = []) => rawing(sql).all(params) as T[],
    run: (sql: string, params: Params = []) => plain(sql).run(params).changes,
  };
}
