// Actions with an import: read, understand, try out, decide, do; each step can be left backwards without choosing the file again.
import type { Decisions, Mapping, ReadChoices } from '../../../shared/import.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { undoButton } from '../../api/undo.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { addDropped, takeDropped } from './dropped.ts';
import {
  type ChosenSource,
  type DryRun,
  type ImportState,
  importAge,
  importState,
  noDecisions,
  setImport,
  type Understood,
  useImportState,
} from './import-store.ts';
import { answersOf, freshOwn, isOwnClear, noTicks, type OwnTicks } from './own-ticks.ts';
import { questionsOf } from './questions-of.ts';
import { nameOf, readAs, readText } from './source-text.ts';

export type { ChosenSource, Done, DryRun, Job, Understood } from './import-store.ts';

/** Shows what is known so far and what is done now; false: the workspace has been closed, and the work ends here. */
type Proceed = (label: string, change?: Partial<ImportState>) => boolean;

/**
 * Runs one piece of work with progress, or nothing while another one runs; what it refuses is shown, and nothing else changes.
 * What comes of it is shown in the same moment as the work is over: between the two, a file that waits would be taken.
 */
async function work<T>(
  label: string,
  run: (jobId: string, proceed: Proceed) => Promise<Result<T>>,
  after: (value: T) => Partial<ImportState> = () => ({}),
): Promise<T | null> {
  if (importState().job) return null;
  const id = crypto.randomUUID();
  const begun = importAge();
  const proceed: Proceed = (now, change) => {
    if (begun !== importAge()) return false;
    setImport({ ...change, job: { id, label: now, began: performance.now(), progress: null } });
    return true;
  };
  proceed(label, { problem: null });
  const result = await run(id, proceed);
  if (begun !== importAge()) return null;
  if (result.ok) setImport({ job: null, ...after(result.value) });
  else setImport({ job: null, problem: result.error.message });
  return result.ok ? result.value : null;
}

type Reading = {
  readonly like?: string | null;
  /** What stays of the mapping as it is chosen by now. */
  readonly keep?: Partial<Mapping>;
  /** What was answered about own addresses; those that are `fresh` are saved before the file is read. */
  readonly ownTicks?: OwnTicks;
  readonly fresh?: readonly string[];
};

/** Reads a file, and tries mail out at once where nothing is left to ask. */
async function readThenCheck(
  source: ChosenSource,
  choices: ReadChoices = {},
  { like = null, keep = {}, ownTicks = noTicks, fresh = [] }: Reading = {},
): Promise<void> {
  const saving = fresh.length > 0;
  const label = saving ? 'Reading the mail' : 'Reading the file';
  const dryRun = await work<DryRun | null>(
    label,
    async (jobId, proceed) => {
      if (saving) {
        const added = await call('imports.addOwnAddress', { address: fresh.join(', ') });
        if (!added.ok) return added;
        if (!proceed(label)) return ok(null);
      }
      const known = await call('imports.read', { jobId, source, choices, like });
      if (!known.ok) return saving ? withSaved(known) : known;
      const { preview, mapping } = known.value;
      const understood = { source, ...known.value, mapping: { ...mapping, ...keep } };
      if (!proceed('Preparing preview', { understood, ownTicks, decisions: noDecisions, step: { at: 'map' } }))
        return ok(null);
      announce(readText(preview));
      if (!preview.mail || !isOwnClear(preview.mail, ownTicks)) return ok(null);
      const tried = await call('imports.check', request(jobId, understood));
      return saving ? withSaved(tried) : tried;
    },
    shownDryRun,
  );
  announceDryRun(dryRun);
}

/** The addresses are saved in a step of their own, which stays. */
const withSaved = <T>(result: Result<T>): Result<T> =>
  result.ok ? result : fail(result.error.kind, `${result.error.message} Your addresses stay saved.`);

const shownDryRun = (dryRun: DryRun | null): Partial<ImportState> => (dryRun ? { step: { at: 'check', dryRun } } : {});

function announceDryRun(dryRun: DryRun | null): void {
  if (dryRun) announce(`Preview ready: ${dryRun.counts.created} new, ${dryRun.counts.updated} updated.`);
}

/** Reads a file; while something else is done, it waits its turn. */
async function read(source: ChosenSource, choices?: ReadChoices, like?: string): Promise<void> {
  if (importState().job) return addDropped([source]);
  await readThenCheck(source, choices, like === undefined ? {} : { like });
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

/** Tries the import out; `ownAddress` is kept as the owner's before. */
async function tryOut(ownAddress?: string): Promise<void> {
  const { understood } = importState();
  if (!understood) return;
  const dryRun = await work<DryRun | null>(
    'Preparing preview',
    async (jobId, proceed) => {
      if (ownAddress !== undefined) {
        const added = await call('imports.addOwnAddress', { address: ownAddress });
        if (!added.ok) return added;
        if (!proceed('Preparing preview')) return ok(null);
        showToast(`${ownAddress} added to your addresses.`, { action: undoButton(added.step) });
      }
      return call('imports.check', request(jobId, understood));
    },
    shownDryRun,
  );
  announceDryRun(dryRun);
}

const check = () => tryOut();

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
  /** Ticks or unticks an address of the mail as the owner's. */
  tickOwn: (address: string, on: boolean) => {
    setImport({ ownTicks: new Map(importState().ownTicks).set(address, on) });
  },
  /** Saves the addresses that are ticked, reads the mail with them, and tries it out unless others turn up. */
  checkMail: async () => {
    const { understood, ownTicks } = importState();
    const mail = understood?.preview.mail;
    if (!understood || !mail) return;
    const { fresh } = freshOwn(mail, ownTicks);
    if (fresh.length === 0) return check();
    const { unknownLeads } = understood.mapping;
    const answers = answersOf(mail, ownTicks);
    await readThenCheck(understood.source, understood.choices, { keep: { unknownLeads }, ownTicks: answers, fresh });
  },
  /** Keeps an address as the owner's own and tries the import out again. */
  addOwnAddress: tryOut,
  cancel: () => {
    const { job } = importState();
    if (job) void call('imports.cancel', { jobId: job.id });
  },
  back: (at: 'choose' | 'map') => setImport({ problem: null, step: { at } }),
};

export type Importing = ImportState & typeof actions;

export const useImport = (): Importing => ({ ...useImportState(), ...actions });
