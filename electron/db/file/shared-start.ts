// What a computer that joins begins with: a copy of the file without what belongs to the computer it was copied from.
import Database from 'better-sqlite3';
import { renewLogId } from './log-id.ts';

const open = (file: string, addon: string | undefined): Database.Database => {
  const connection = new Database(file, { fileMustExist: true, ...(addon ? { nativeBinding: addon } : {}) });
  connection.pragma('trusted_schema = OFF');
  return connection;
};

/** Takes out of a copy its undo history and the settings of its computer. What is deleted leaves no trace in it. */
export function stripForOthers(copy: string, homeSettings: readonly string[], addon: string | undefined): void {
  const connection = open(copy, addon);
  try {
    connection.pragma('foreign_keys = ON');
    connection.pragma('secure_delete = ON');
    connection.transaction(() => {
      connection.exec(
        'DELETE FROM change; DELETE FROM step; UPDATE packet SET step_id = NULL; UPDATE sharing SET undo_after = 0; ' +
          "DELETE FROM shared_row WHERE table_name = 'sharing'",
      );
      const remove = connection.prepare('DELETE FROM setting WHERE id = ?');
      for (const id of homeSettings) remove.run(id);
    })();
    connection.exec('VACUUM');
  } finally {
    connection.close();
  }
}

/** Makes a copy of the start the file in which `writer` writes. Throws when it is not whole, or of another workspace. */
export function beginAs(
  file: string,
  { workspace, writer }: { readonly workspace: string; readonly writer: string },
  addon: string | undefined,
): void {
  const connection = open(file, addon);
  try {
    const found = connection.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(String(found));
    const inside = connection.prepare('SELECT workspace FROM sharing').pluck().all();
    if (inside.length !== 1 || inside[0] !== workspace) throw new Error('The start is of another workspace.');
    connection.pragma('journal_mode = DELETE');
    renewLogId(connection);
    connection.prepare('UPDATE sharing SET writer = ?').run(writer);
  } finally {
    connection.close();
  }
}
