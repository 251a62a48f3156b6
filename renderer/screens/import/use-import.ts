// Actions with an import: read, understand, try out, decide, do; each step can be left backwards without choosing the file again.
import type { Decisions, Mapping, ReadChoices } from '../../../shared/import.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { undoButton } from '../../api/undo.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { takeDropped } from './dropped.ts';
import {
  type ChosenSource,
  type ImportState,
  importAge,
  importState,
  noDecisions,
  setImport,
  type Understood,
  useImportState,
} from './import-store.ts';
import { questionsOf } from './questions-of.ts';

export type { ChosenSource, Done, DryRun, Job, Understood } from './import-store.ts';

/**
 * Runs one piece of work with progress; what it refuses is shown, and nothing else changes. What comes of it is shown in the
 * same moment as the work is over: between the two, a file that waits would be taken.
 */
async function work<T>(
  label: string,
  run: (jobId: string) => Promise<Result<T>>,
  after: (value: T) => Partial<ImportState> = () => ({}),
): Promise<T | null> {
  const id = crypto.randomUUID();
  const begun = importAge();
  setImport({ problem: null, job: { id, label, began: performance.now(), progress: null } });
  const result = await run(id);
  if (begun !== importAge()) return null;
  if (result.ok) setImport({ job: null, ...after(result.value) });
  else setImport({ job: null, problem: result.error.message });
  return result.ok ? result.value : null;
}

async function read(source: ChosenSource, choices: ReadChoices = {}, like: string | null = null): Promise<void> {
  const answer = await work(
    'Reading the file',
    jobId => call('imports.read', { jobId, source, choices, like }),
    known => ({ understood: { source, ...known }, decisions: noDecisions, step: { at: 'map' } }),
  );
  if (!answer) return;
  announce(`File read: ${answer.preview.rowCount} rows.`);
  // Whose addresses are the owner's is known, and no other looks like theirs: nothing is left to ask.
  const own = answer.preview.mail?.own ?? [];
  if (own.some(({ known }) => known) && own.every(({ known, likely }) => known || !likely)) await check();
}

const request = (jobId: string, { source, choices, mapping }: Understood) => ({
  jobId,
  source,
  choices,
  mapping,
  decisions: importState().decisions,
});

/** Words of a column that has just become something else are guessed as those of the file were when it was read. */
async function guessedText(): Promise<void> {
  const { understood } = importState();
  if (!understood) return;
  for (const use of understood.mapping.columns) {
    if (importTargets[use.target].kind !== 'value' || use.typeId !== undefined) continue;
    const known = new Set(
      understood.mapping.values.filter(({ target }) => target === use.target).map(({ value }) => value),
    );
    const column = understood.preview.columns.find(({ index }) => index === use.column);
    const values = (column?.values ?? []).map(({ value }) => value).filter(value => !known.has(value));
    if (values.length === 0) continue;
    const guess = await call('imports.guess', { target: use.target, values });
    const now = importState().understood;
    if (!guess.ok || now?.preview !== understood.preview) return;
    const added = values.map((value, i) => ({ target: use.target, value, to: guess.value[i] ?? null }));
    const there = new Set(now.mapping.values.map(({ target, value }) => `${target} ${value}`));
    const fresh = added.filter(({ target, value }) => !there.has(`${target} ${value}`));
    setImport({
      understood: { ...now, mapping: { ...now.mapping, values: [...now.mapping.values, ...fresh].slice(0, 5000) } },
    });
  }
}

async function check(): Promise<void> {
  const { understood } = importState();
  if (!understood) return;
  const dryRun = await work(
    'Preparing preview',
    id => call('imports.check', request(id, understood)),
    value => ({ step: { at: 'check', dryRun: value } }),
  );
  if (dryRun) announce(`Preview ready: ${dryRun.counts.created} new, ${dryRun.counts.updated} updated.`);
}

/** `startPlans`: nurture plans that start on a download do so for the downloads of the file. */
async function run(confirmed: readonly string[], startPlans: boolean): Promise<void> {
  const { understood } = importState();
  if (!understood) return;
  const result = await work(
    'Importing',
    id => call('imports.run', { ...request(id, understood), confirmed: [...confirmed], startPlans }),
    value => ({ step: { at: 'done', result: value, before: [] } }),
  );
  if (result) announce('File imported.');
}

/** How a file is read, as a text; the order of the choices does not matter. */
const readAs = (choices: ReadChoices): string => JSON.stringify(Object.entries(choices).sort());

/**
 * Imports the files that wait as the last one was; stops at the first that has other headers, leaves something open, or is
 * read in another way than it would be by itself: nobody has seen yet what comes of it.
 */
async function runRest(): Promise<void> {
  for (let source = takeDropped(); source !== undefined; source = takeDropped()) {
    const { step, understood: last } = importState();
    if (step.at !== 'done' || !last) return;
    const like = step.result.batchId;
    const known = await work(`Reading ${nameOf(source)}`, jobId =>
      call('imports.read', { jobId, source, choices: {}, like }),
    );
    if (!known) return;
    const understood = { source, ...known };
    const { preview, mapping } = known;
    const days = last.mapping.fixed.filter(({ target }) => !mapping.fixed.some(one => one.target === target));
    const others =
      preview.signature !== last.preview.signature || days.length > 0 || questionsOf(preview, mapping, true).length > 0;
    if (others || known.recalled.reading !== null || readAs(known.choices) !== readAs(last.choices)) {
      setImport({ understood, decisions: noDecisions, step: { at: 'map' } });
      const why = others
        ? 'has different columns than the file before it'
        : 'may not be written as the file before it: check how it was read';
      return announce(`${preview.fileName} ${why}.`);
    }
    setImport({ decisions: noDecisions });
    const before = [...step.before, { fileName: last.preview.fileName, counts: step.result.counts }];
    const result = await work(
      `Importing ${preview.fileName}`,
      id => call('imports.run', request(id, understood)),
      value => ({ understood, step: { at: 'done', result: value, before } }),
    );
    // Something in it has to be confirmed: its own page says what.
    if (!result) return setImport({ understood, decisions: noDecisions, step: { at: 'map' } });
    announce(`${preview.fileName} imported.`);
  }
}

/** What a source is called. */
export function nameOf(source: ChosenSource): string {
  if (source.kind === 'pasted') return 'pasted cells';
  if (source.kind === 'files') return `${source.paths.length} e-mails`;
  return source.path.split(/[\\/]/).at(-1) ?? source.path;
}

async function saveRejected(): Promise<void> {
  const { understood } = importState();
  if (!understood) return;
  const done = await work('Saving rejected rows', id => call('imports.saveRejected', request(id, understood)));
  if (done?.saved) showToast(`${done.rows} ${done.rows === 1 ? 'row' : 'rows'} saved to ${done.saved}.`);
}

/** Some hundred rows of the cells of some columns; null: it did not work, which is shown. */
async function cells(columns: readonly number[], from: number) {
  const { understood } = importState();
  if (!understood) return null;
  const wanted = { columns: [...columns], from, limit: 200 };
  return work('Reading cells', id => call('imports.cells', { ...request(id, understood), ...wanted }));
}

async function saveCells(columns: readonly number[]): Promise<void> {
  const { understood } = importState();
  if (!understood) return;
  const done = await work('Saving cells', id =>
    call('imports.saveCells', { ...request(id, understood), columns: [...columns] }),
  );
  if (done?.saved) showToast(`${done.rows} ${done.rows === 1 ? 'row' : 'rows'} saved to ${done.saved}.`);
}

const actions = {
  cells,
  saveCells,
  read,
  check,
  run,
  runRest,
  saveRejected,
  /** Reads the same file again in another way. */
  reread: (choices: ReadChoices) => {
    const { understood } = importState();
    return understood && read(understood.source, { ...understood.choices, ...choices });
  },
  setMapping: (mapping: Mapping) => {
    const { understood } = importState();
    if (!understood) return;
    setImport({ understood: { ...understood, mapping } });
    void guessedText();
  },
  setDecisions: (decisions: Decisions) => setImport({ decisions }),
  /** Opens the list of rows that may be somebody who is here already. */
  decide: () => {
    const { step } = importState();
    if (step.at === 'check') setImport({ step: { at: 'decide', dryRun: step.dryRun } });
  },
  /** Reads the same file from the beginning, without what was chosen about it so far. */
  startOver: () => {
    const { understood } = importState();
    return understood && read(understood.source);
  },
  /** Keeps addresses as the owner's own, reads the e-mails again where there are any, and tries the import out. */
  checkMail: async (own: readonly string[]) => {
    const { understood } = importState();
    if (!understood) return;
    if (own.length === 0) return check();
    const added = await call('imports.addOwnAddress', { address: own.join(', ') });
    if (!added.ok) return setImport({ problem: added.error.message });
    const { mapping } = understood;
    await read(understood.source, understood.choices);
    const { understood: now, step } = importState();
    if (!now) return;
    // Knowing one address shows others of the same firm: they are asked about as well.
    const asked = new Set(understood.preview.mail?.own.map(({ address }) => address));
    if (now.preview.mail?.own.some(({ address, known, likely }) => likely && !known && !asked.has(address))) return;
    if (mapping.unknownLeads !== now.mapping.unknownLeads) {
      setImport({ understood: { ...now, mapping: { ...now.mapping, unknownLeads: mapping.unknownLeads } } });
      await check();
    } else if (step.at === 'map') await check();
  },
  /** Keeps an address as the owner's own and tries the import out again. */
  addOwnAddress: async (address: string) => {
    const added = await call('imports.addOwnAddress', { address });
    if (!added.ok) return showToast(added.error.message, { tone: 'problem' });
    showToast(`${address} is kept as your own address.`, { action: undoButton(added.step) });
    await check();
  },
  cancel: () => {
    const { job } = importState();
    if (job) void call('imports.cancel', { jobId: job.id });
  },
  back: (at: 'choose' | 'map') => setImport({ problem: null, step: { at } }),
};

export type Importing = ImportState & typeof actions;

export const useImport = (): Importing => ({ ...useImportState(), ...actions });
