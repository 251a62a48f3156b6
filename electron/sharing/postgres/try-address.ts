// Whether a database can be a meeting place, before anything is shared in it.
import { AppError } from '../../../shared/result.ts';
import { parseAddress } from './address.ts';
import { postgresPlace } from './place.ts';

export type AddressTried =
  | {
      readonly ok: true /** For sentences; without the password. */;
      readonly name: string /** Whether one is shared there. */;
      readonly isShared: boolean;
    }
  | { readonly ok: false; readonly sentence: string };

/** Asks a database once, and writes nothing. `ca`: certificates to trust, as PEM; null: those the system knows. */
export async function tryAddress(text: string, ca: string | null): Promise<AddressTried> {
  try {
    const place = postgresPlace({ address: parseAddress(text), ca, workspace: '' });
    try {
      await place.requireFree();
      return { ok: true, name: place.name, isShared: (await place.workspace()) !== null };
    } finally {
      await place.close();
    }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, sentence: error.message };
    throw error;
  }
}
