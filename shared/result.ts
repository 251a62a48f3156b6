// What every call across the bridge answers: a value, or an error that a person can read.
import * as z from 'zod';

/**
 * Expected errors are data. `invalid`: the input does not fit; `not-found`: the row is gone; `conflict`: the state does not
 * allow it now; `file`: a file or disk said no; `damaged`: a workspace is, and what
 * can be read of it may be repaired or salvaged; `bug`: ours, with the id under which it stands in the log.
 */
export const failureSchema = z.object({
  kind: z.enum(['invalid', 'not-found', 'conflict', 'file', 'damaged', 'bug']),
  /** One clear sentence: what was wrong, what is safe, what to do. */
  message: z.string(),
  /** For `invalid`: the path of the field in the input, such as "email". */
  field: z.string().optional(),
  logId: z.string().optional(),
  /** The one lead it concerns: the sentence offers to open it. */
  lead: z.object({ id: z.string(), name: z.string() }).optional(),
});

export type Failure = z.infer<typeof failureSchema>;
/** `step`: the undo step that the call left, if it changed anything. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly step?: string }
  | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T, step?: string): Result<T> =>
  step === undefined ? { ok: true, value } : { ok: true, value, step };
export const fail = (kind: Failure['kind'], message: string, field?: string): { ok: false; error: Failure } => ({
  ok: false,
  error: field === undefined ? { kind, message } : { kind, message, field },
});

/** Thrown inside a handler to end a command with an expected error; dispatch turns it into data and rolls back. */
export class AppError extends Error {
  readonly failure: Failure;
  /** `lead`: the one that is named, where several were meant. */
  constructor(kind: Failure['kind'], message: string, field?: string, lead?: Failure['lead']) {
    super(message);
    const { error } = fail(kind, message, field);
    this.failure = lead ? { ...error, lead } : error;
  }
}
