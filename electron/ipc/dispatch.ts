// Dispatches a call: validate, run, emit. One command is one transaction and one step.

import type { BackupReason } from '../../shared/backups.ts';
import type { CallName, Changed, Progress } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import { inputError } from '../../shared/input-errors.ts';
import { finishErasingJob } from '../../shared/privacy.ts';
import type { Result } from '../../shared/result.ts';
import { type Failure, fail, ok } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { copyTo as copyPages } from '../db/file/copy.ts';
import type { OpenDatabase } from '../db/file/open.ts';
import { mergeLog } from '../db/file/wal.ts';
import { lastLine } from '../db/journal/touched.ts';
import { currentCriteria } from '../db/tables/criteria.ts';
import type { KnownErasure } from '../db/tables/erasures.ts';
import { findLead } from '../db/tables/leads.ts';
import { readSettings } from '../db/tables/workspace.ts';
import { homeCountry } from '../domain/home-country.ts';
import { zoneOf } from '../domain/zone.ts';
import { handlers } from '../handlers/handlers.ts';
import type { ImportParser } from '../jobs/import-parser/in-process.ts';
import type { LineParser } from '../jobs/line-parser/parsers.ts';
import { noPrinter, type Print } from '../jobs/print.ts';
import type { CommandContext, FileOpener, ProcedureContext, QueryContext, WorkspaceCall } from '../services/context.ts';
import { eraseAgain } from '../services/privacy/erase-again.ts';
import { promote } from '../services/promotion.ts';
import type { Shared } from '../sharing/exchange.ts';
import type { Outbox } from '../sharing/sharing.ts';
import type { HistoryStore } from '../stores/history-store.ts';
import type { LeadLists } from '../stores/lead-lists.ts';
import type { Scores } from '../stores/score-store.ts';
import { withLead } from './failed-lead.ts';
import { closedMeanwhile, createSteps, type NoteStep, type Steps } from './steps.ts';

export type DispatchOptions = {
  readonly database: OpenDatabase;
  readonly file: string;
  readonly deviceId: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly sharing: Outbox;
  readonly scores: Scores;
  readonly history: HistoryStore;
  readonly lists: LeadLists;
  /** The owner's, such as 'de-AT'. */
  readonly locale: string;
  readonly parser: ImportParser;
  readonly lineParser: LineParser;
  readonly saveAs?: ((suggested: string) => Promise<string | null>) | undefined;
  readonly openFile?: FileOpener | undefined;
  readonly print?: Print | undefined;
  readonly backUp?: ((because: BackupReason, copy: (target: string) => Promise<void>) => Promise<void>) | undefined;
  readonly emit: {
    readonly changed: (changed: Changed) => void;
    readonly progress: (progress: Progress) => void;
  };
  /** Writes a bug to the log, without names of people, and answers the id under which it stands. */
  readonly log: (error: unknown, name: string) => string;
};

export type Dispatch = {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Writes a copy of the file to a path, between two steps. */
  readonly copyTo: Copy;
  /** Merges the log into the file, between two steps. */
  readonly mergeLog: () => Promise<void>;
  /** Runs work between two steps and then closes the file, so that nothing is written in between. Failing, it stays open. */
  readonly handOver: (work: (copy: Copy) => Promise<void>) => Promise<void>;
  readonly stepOutsideUndo: Steps['stepOutsideUndo'];
  readonly receive: Steps['receive'];
  /** The same, and promotes in nobody's name those of the leads that meet the rules by what came; see `promote` of services. */
  readonly receiveAndPromote: Shared['receiveAndPromote'];
  readonly between: Steps['between'];
  /** Erases again the people on the list of erasures; answers how many leads went. */
  readonly eraseAgain: (known: readonly KnownErasure[]) => Promise<number>;
};

type Copy = (target: string) => Promise<void>;

type AnyHandler = (context: unknown, input: unknown) => unknown;

/** A dispatcher over one open workspace. Writing calls take turns; queries are answered at once. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { database, scores, history, lists, emit, file, locale, parser, lineParser } = options;
  const { writer } = database;
  const cancelled = new Set<string>();

  const queryContext = (): QueryContext => {
    const now = options.now();
    const settings = readSettings(writer);
    const zone = zoneOf(settings.timeZone);
    const { progress } = emit;
    const country = homeCountry(locale, settings.timeZone);
    const today = zone.dateAt(now);
    return {
      db: writer,
      now,
      settings,
      zone,
      today,
      scores,
      history,
      lists,
      file,
      locale,
      country,
      parser,
      lineParser,
      progress,
    };
  };
  const commandContext = (): CommandContext => ({ ...queryContext(), db: writer, newId: options.newId });

  const steps = createSteps({
    database,
    scores,
    history,
    lists,
    context: commandContext,
    deviceId: options.deviceId,
    sharing: options.sharing,
    changed: emit.changed,
    log: options.log,
  });

  const copy: Copy = target => copyPages(database, target);
  const copyTo: Copy = target => steps.between(() => copy(target));
  const handOver: Dispatch['handOver'] = work =>
    steps.between(async () => {
      await work(copy);
      database.close();
    });

  const procedureContext = (note: NoteStep): ProcedureContext => ({
    ...queryContext(),
    ...steps.noting(note),
    unrecordedStep: steps.unrecordedStep,
    between: steps.between,
    saveAs: options.saveAs ?? (async () => null),
    openFile: options.openFile ?? (async () => false),
    print: options.print ?? noPrinter,
    backUp: async because => options.backUp?.(because, copyTo),
    isCancelled: jobId => cancelled.has(jobId),
    cancel: jobId => void cancelled.add(jobId),
  });

  async function run(name: WorkspaceCall, input: unknown, note: NoteStep): Promise<unknown> {
    const entry = contract[name];
    const handler = handlers[name] as AnyHandler;
    switch (entry.kind) {
      case 'query':
        steps.noteRead();
        return handler(queryContext(), input);
      case 'command':
        return steps.step((entry.label as (input: unknown) => string)(input), context => handler(context, input), note);
      case 'procedure':
        return handler(procedureContext(note), input);
      default:
        return entry satisfies never;
    }
  }

  function failureOf(error: unknown, name: string): Failure {
    const appError = toAppError(error, file);
    if (appError) return appError.failure;
    const logId = options.log(error, name);
    return { kind: 'bug', message: `Something went wrong in Ripen. Nothing was changed. (${logId})`, logId };
  }

  async function call(name: string, input: unknown): Promise<Result<unknown>> {
    if (!isWorkspaceCall(name)) return fail('bug', `There is no call named "${String(name).slice(0, 100)}".`);
    if (!database.connection.open) return { ok: false, error: closedMeanwhile().failure };
    try {
      const parsed = contract[name].input.safeParse(input, { error: inputError });
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return fail('invalid', issue?.message ?? 'Ripen cannot use this input.', issue?.path.join('.'));
      }
      let step: string | undefined;
      const value = await run(name, parsed.data, id => {
        step = id;
      });
      return ok(value, step);
    } catch (error) {
      const failure = failureOf(error, name);
      return { ok: false, error: database.connection.open ? withLead(writer, failure, input) : failure };
    }
  }

  const erasedAgain = (known: readonly KnownErasure[]): Promise<number> =>
    eraseAgain(writer, known, steps.unrecordedStep, {
      progress: (done, total) => emit.progress({ jobId: finishErasingJob, phase: 'wiping', done, total }),
      isStopped: () => cancelled.has(finishErasingJob),
    });

  return {
    call,
    copyTo,
    handOver,
    stepOutsideUndo: steps.stepOutsideUndo,
    receive: steps.receive,
    receiveAndPromote: work =>
      steps.receive((db, stepSeq) => {
        const come = work(db);
        if (come.from === null) return come;
        const after = lastLine(db);
        const context = commandContext();
        const there = come.leadIds.filter(id => findLead(db, id) !== undefined);
        // By the rules as they are now that everything has come.
        const rules = { ...scores, criteria: () => currentCriteria(db) };
        const settings = { ...context.settings, actingAs: null };
        promote({ ...context, settings, scores: rules }, there, { from: come.from });
        const made = { stepSeq, stepId: context.newId(), label: 'promotion', memberId: null, after };
        options.sharing.put(made, context.now);
        return come;
      }),
    between: steps.between,
    eraseAgain: erasedAgain,
    mergeLog: () => steps.between(async () => mergeLog(database.connection)),
  };
}

const isWorkspaceCall = (name: unknown): name is WorkspaceCall =>
  typeof name === 'string' && Object.hasOwn(contract, name) && Object.hasOwn(handlers, name as CallName);
