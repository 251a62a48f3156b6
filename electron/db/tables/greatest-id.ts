// The greatest id of a file: the ids made from now on sort behind it, whatever the clock says.
import type { Reader } from '../file/handle.ts';
import { quoted } from './names.ts';

/** A UUIDv7 up to the year 2527; what is no id of ours, or says a later year, decides nothing. */
const ours = '0[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-7*';
/** 1 January 2200, in the first digits of an id: nobody's clock is that far off. */
const mostDigits = '0699e991';

/** The greatest UUIDv7 among the ids of all tables; null when there is none. Every table is asked by its primary key. */
export function greatestId(reader: Reader): string | null {
  const tables = reader.pluck<string>(
    `SELECT m.name FROM pragma_table_list m WHERE m.schema = 'main' AND m.type = 'table'
     AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'id' AND c.type = 'TEXT')`,
  );
  const ids = tables.flatMap(table =>
    reader.pluck<string>(
      `SELECT id FROM ${quoted(table)} WHERE id >= '0' AND id < ? AND id GLOB ? ORDER BY id DESC LIMIT 1`,
      [mostDigits, ours],
    ),
  );
  return ids.reduce<string | null>((greatest, id) => (greatest === null || id > greatest ? id : greatest), null);
}
