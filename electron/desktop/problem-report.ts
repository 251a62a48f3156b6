// The text of a problem report: versions, settings and errors. Only what stands on a list comes in, so that nothing of the owner's data can.
import { constants, release } from 'node:os';
import { contract } from '../../shared/contract.ts';
import { paperSizes } from '../../shared/print.ts';
import { type Settings, settingsSchema, undoHistorySchema } from '../../shared/workspace.ts';

export type ReportOptions = {
  readonly version: string;
  readonly now: number;
  /** Null: no workspace is open. */
  readonly settings: Settings | null;
  /** What the log of errors holds. */
  readonly log: string;
  /** Names of the files of the program, such as `main.js`. */
  readonly programFiles: ReadonlySet<string>;
};

/** Numbers and choices. The time zone is not among them: it can be that of a small place, and times here are in UTC. */
const listedSettings = [
  'currency',
  'firstDayOfWeek',
  'targetFrom',
  'targetTo',
  'answerWithinHours',
  'answerAtMostHours',
  'quietAfterDays',
  'paperSize',
  'appearance',
  'undoHistory',
  'retentionMonths',
] as const satisfies readonly (keyof Settings)[];

const choices = new Set<string>([
  ...Intl.supportedValuesOf('currency'),
  ...settingsSchema.shape.appearance.options,
  ...undoHistorySchema.options,
  ...paperSizes,
]);
const hidden = '(hidden)';

const errorNames = new Set(
  'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError AbortError DOMException SqliteError AppError ZodError string number object undefined'.split(
    ' ',
  ),
);
const sqliteCodes = 'ERROR BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT FULL CANTOPEN CONSTRAINT MISMATCH NOTADB';
const errorCodes = new Set([...Object.keys(constants.errno), ...sqliteCodes.split(' ').map(code => `SQLITE_${code}`)]);
const calls = new Set<string>(Object.keys(contract));
const mostErrors = 50;

/** The whole report, as it is shown and saved. */
export function problemReport({ version, now, settings, log, programFiles }: ReportOptions): string {
  const { electron = 'none', chrome = 'none', node } = process.versions;
  return [
    'Ripen problem report',
    '',
    `Ripen ${version}`,
    // A build of Linux can bear a name of its owner's after the numbers.
    `${process.platform} ${/^[\d.]*/.exec(release())?.[0]}, ${process.arch}`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    `Day ${new Date(now).toISOString().slice(0, 10)}`,
    '',
    'Settings',
    ...(settings ? listedSettings.map(name => `${name}: ${settingOf(settings[name])}`) : ['No workspace is open.']),
    '',
    'Errors, the latest last',
    ...errorsOf(log, programFiles),
    '',
  ].join('\n');
}

const settingOf = (value: string | number | null): string =>
  value === null ? 'not set' : typeof value === 'number' || choices.has(value) ? String(value) : hidden;

function errorsOf(log: string, programFiles: ReadonlySet<string>): readonly string[] {
  const errors: string[][] = [];
  for (const line of log.split('\n')) {
    const [, time, id, rest = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}) (.*)$/.exec(line) ?? [];
    if (time !== undefined) errors.push([`${time} ${id} ${headOf(rest)}`]);
    else {
      const frame = frameOf(line, programFiles);
      if (frame !== null) errors.at(-1)?.push(`    ${frame}`);
    }
  }
  return errors.length === 0 ? ['None.'] : errors.slice(-mostErrors).flat();
}

/** Call, error and code; a word that is on no list is hidden. */
const headOf = (text: string): string =>
  text
    .split(' ')
    .map(word => (calls.has(word) || errorNames.has(word) || errorCodes.has(word) ? word : hidden))
    .slice(0, 3)
    .join(' ');

/** Where in the program, without its folder and without names of functions; null: not in the program. */
function frameOf(line: string, programFiles: ReadonlySet<string>): string | null {
  const [, name = '', at] = /([^/\\( ]+\.c?js):(\d{1,7}:\d{1,7})\)?$/.exec(line) ?? [];
  return programFiles.has(name) && at !== undefined ? `${name}:${at}` : null;
}
