// How a file is read and understood: as detected, or as the owner corrected it in an earlier file of that kind.
import type { Mapping, Preview, ReadChoices } from '../../shared/import.ts';
import type { RememberedReading } from '../../shared/import-memory.ts';
import { readImportMemory } from '../db/tables/import-memory.ts';
import { mappingOfBatch, rememberedMapping } from '../db/tables/imports.ts';
import { guessMapping } from '../domain/import/guess.ts';
import { isKnownHeader } from '../domain/import/headers.ts';
import { withRemembered } from '../domain/import/remembered-values.ts';
import { valueKey } from '../domain/import/values.ts';
import type { ImportSource } from '../jobs/import-parser/bytes.ts';
import type { ProcedureContext, QueryContext } from '../services/context.ts';
import { homeOf } from './source.ts';
import { vocabulary } from './vocabulary.ts';

/** Ways of reading that are tried on a new file; each looks at its beginning. */
const mostTried = 4;

/** What must be given to the reader to come to the row of the header. */
const ofReader = ({ encoding, delimiter, sheet, headerRow }: ReadChoices): ReadChoices => ({
  ...(encoding === undefined ? {} : { encoding }),
  ...(delimiter === undefined ? {} : { delimiter }),
  ...(sheet === undefined ? {} : { sheet }),
  ...(headerRow === -1 ? { headerRow } : {}),
});

/** The way of reading that was chosen for a file with these headers; null: nobody has chosen one. */
export async function rememberedReading(
  context: ProcedureContext,
  jobId: string,
  source: ImportSource,
): Promise<{ readonly choices: ReadChoices; readonly of: RememberedReading } | null> {
  const { db, parser, locale, isCancelled } = context;
  const { readings } = readImportMemory(db);
  if (readings.length === 0) return null;
  const look = (choices: ReadChoices, knownHeaders: readonly string[]) =>
    parser.preview(
      { source, choices, locale, home: homeOf(context), limit: 1, knownHeaders },
      { progress: () => undefined, isCancelled: () => isCancelled(jobId) },
    );
  const plain = await look({}, []);
  if (plain.mail) return null;
  const headed = plain.columns.some(({ header }) => isKnownHeader(header));
  const groups = new Map<string, RememberedReading[]>();
  for (const reading of readings) {
    const { choices, detected } = reading;
    // A correction is of what was found in that file: what is found otherwise today is another matter.
    if (choices.encoding !== undefined && (plain.format !== 'text' || plain.encoding !== detected)) continue;
    if ((choices.sheet ?? 0) >= Math.max(1, plain.sheets.length)) continue;
    if (choices.headerRow === -1 && headed) continue;
    const key = JSON.stringify(ofReader(choices));
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  for (const [key, some] of [...groups].slice(0, mostTried)) {
    const choices: ReadChoices = JSON.parse(key);
    const seen = await look(
      choices,
      choices.headerRow === -1 ? [] : some.flatMap(one => (one.choices.headerRow === undefined ? [] : one.signature)),
    );
    const of = some.find(({ signature }) => signature === seen.signature);
    if (!of) continue;
    const { headerRow, headerRows } = seen;
    const header = of.choices.headerRow === undefined ? {} : { headerRow, ...(headerRow < 0 ? {} : { headerRows }) };
    return { choices: { ...choices, ...header }, of };
  }
  return null;
}

/** Header rows are 1 or 2 as far as anybody can choose. */
export const chosenRows = (rows: number): 1 | 2 => (rows === 2 ? 2 : 1);

/** The mapping suggested for a file. `like`: an earlier import that is followed, whatever the headers are. */
export function understand(context: QueryContext, preview: Preview, like: string | null) {
  const { db } = context;
  const { values, forgotten } = readImportMemory(db);
  const forgottenAt = new Map(forgotten.map(({ key, at }) => [key, at]));
  const last = like === null ? rememberedMapping(db, preview.signature) : null;
  const isForgotten = (key: string): boolean => last !== null && last.at <= (forgottenAt.get(key) ?? -1);
  const named = like === null ? null : mappingOfBatch(db, like);
  const known: Mapping | null =
    named ??
    (last === null || isForgotten(`mapping ${preview.signature}`)
      ? null
      : {
          ...last.mapping,
          values: last.mapping.values.filter(one => !isForgotten(`value ${valueKey(one.target, one.value)}`)),
        });
  const guess = guessMapping(preview, known, vocabulary(context));
  if (guess.literal) return { mapping: guess, remembered: known !== null, values: [] };
  // What the last import of this very kind said of a word counts for more than what another file said.
  const own = new Set(known?.values.map(one => valueKey(one.target, one.value)));
  const others = values.filter(one => !own.has(valueKey(one.target, one.value)));
  const { mapping } = withRemembered(guess, preview.columns, others);
  const meant = new Map(mapping.values.map(one => [valueKey(one.target, one.value), one.to]));
  const { used } = withRemembered(guess, preview.columns, values);
  return {
    mapping,
    remembered: known !== null,
    values: used.filter(({ target, value, to }) => meant.get(valueKey(target, value)) === to),
  };
}
