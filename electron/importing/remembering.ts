// Remembers what was corrected about a file that is imported, and forgets it when asked to.
import type { Mapping, Preview, ReadChoices } from '../../shared/import.ts';
import type { ImportMemory } from '../../shared/import-memory.ts';
import { AppError } from '../../shared/result.ts';
import { readImportMemory, writeImportMemory } from '../db/tables/import-memory.ts';
import { parseEmails } from '../domain/import/emails.ts';
import { correctedValues, meaningKey } from '../domain/import/remembered-values.ts';
import { guessValue, valueKey } from '../domain/import/values.ts';
import type { CommandContext } from '../services/context.ts';
import { understand } from './understanding.ts';
import { vocabulary } from './vocabulary.ts';

const most = { readings: 50, values: 1000, addresses: 200, forgotten: 300 };

/** What was chosen other than it is found without being told. */
function corrections({ encoding, ...others }: ReadChoices, { encodings }: Preview): ReadChoices {
  return encoding === undefined || encoding === encodings[0]?.id ? others : { encoding, ...others };
}

/** Keeps, inside the step of the import, how the file was read and which meanings of words were changed. */
export function rememberChoices(context: CommandContext, seen: Preview, choices: ReadChoices, mapping: Mapping): void {
  const { db, newId, now: at } = context;
  const memory = readImportMemory(db);
  if (mapping.literal) return;
  const { signature } = seen;
  const corrected = corrections(choices, seen);
  const chosen = Object.keys(choices).length > 0;
  const before = memory.readings.find(one => one.signature === signature);
  const detected = corrected.encoding === undefined ? '' : (seen.encodings[0]?.id ?? '');
  const same =
    before !== undefined &&
    before.detected === detected &&
    JSON.stringify(before.choices) === JSON.stringify(corrected);
  const readings =
    !chosen || same
      ? memory.readings
      : [
          ...(Object.keys(corrected).length === 0 || signature.length > 8000
            ? []
            : [
                {
                  id: newId(),
                  at,
                  signature,
                  choices: corrected,
                  detected,
                  fileName: seen.fileName.slice(0, 500),
                },
              ]),
          ...memory.readings.filter(one => one.signature !== signature),
        ].slice(0, most.readings);
  const words = vocabulary(context);
  const changed = correctedValues(mapping, understand(context, seen, null).mapping, seen.columns, (target, value) =>
    guessValue(target, value, words),
  );
  const keys = new Set(changed.map(meaningKey));
  const values =
    changed.length === 0
      ? memory.values
      : [
          ...changed.flatMap(({ asGuessed, ...one }) => (asGuessed ? [] : [{ id: newId(), at, ...one }])),
          ...memory.values.filter(one => !keys.has(meaningKey(one))),
        ].slice(0, most.values);
  if (readings !== memory.readings || values !== memory.values) writeImportMemory(db, { ...memory, readings, values });
}

/** Takes things out of the memory, and keeps earlier imports from bringing them back. */
export function forget(
  { db, now: at }: CommandContext,
  { ids, mappings }: { readonly ids: readonly string[]; readonly mappings: readonly string[] },
): void {
  const memory = readImportMemory(db);
  const gone = new Set(ids);
  const stay = <T extends { readonly id: string }>(some: readonly T[]): T[] => some.filter(({ id }) => !gone.has(id));
  const keys = [
    ...mappings.map(signature => `mapping ${signature}`),
    ...memory.values.filter(({ id }) => gone.has(id)).map(({ target, value }) => `value ${valueKey(target, value)}`),
  ];
  const next: ImportMemory = {
    readings: stay(memory.readings),
    values: stay(memory.values),
    addresses: stay(memory.addresses),
    forgotten: [
      ...keys.map(key => ({ key: key.slice(0, 9000), at })),
      ...memory.forgotten.filter(({ key }) => !keys.includes(key)),
    ].slice(0, most.forgotten),
  };
  writeImportMemory(db, next);
}

/** From now on nobody in a file has this address, or these: several are separated by commas. */
export function rememberOwnAddress({ db, newId, now: at }: CommandContext, text: string): void {
  const addresses = parseEmails(text).addresses.map(address => address.toLowerCase());
  if (addresses.length === 0)
    throw new AppError('invalid', `“${text.slice(0, 100)}” is not an e-mail address.`, 'address');
  const memory = readImportMemory(db);
  const fresh = addresses.filter(address => !memory.addresses.some(one => one.address === address));
  if (fresh.length === 0) return;
  const added = fresh.map(address => ({ id: newId(), at, address }));
  writeImportMemory(db, { ...memory, addresses: [...added, ...memory.addresses].slice(0, most.addresses) });
}
