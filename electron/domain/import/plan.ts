// A mapping compiled for many rows: uses by target, value table, time zone and currency.
import type { Mapping } from '../../../shared/import.ts';
import { factorOfHeader } from '../../../shared/import-currency.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import type { Zone } from '../zone.ts';
import { zoneOf } from '../zone.ts';
import type { Use } from './cells.ts';
import type { CellInstant } from './dates.ts';
import { isParticleHeader } from './name-particles.ts';
import type { Vocabulary } from './values.ts';
import { valueTable } from './values.ts';

/** What must be known about the workspace to read a row. */
export type PrepareContext = {
  /** IANA zone of the workspace: dates without a zone are dates there. */
  readonly timeZone: string;
  /** Minor units in one unit of its currency. */
  readonly minorUnits: number;
  /** Whether "5/12" is a day before its month, where no column of the file says so. */
  readonly dayFirst: boolean;
  /** ISO code for phone numbers without a country code; null when not known. */
  readonly country: string | null;
  /** UTC ms; nothing can have happened after it. */
  readonly now: number;
  readonly words: Vocabulary;
  /** Addresses of the owner's firm, in small letters: nobody in a file has them. */
  readonly ownAddresses?: readonly string[];
};

export type ImportPlan = {
  readonly mapping: Mapping;
  readonly context: PrepareContext;
  readonly zone: Zone;
  readonly uses: ReadonlyMap<ImportTarget, readonly Use[]>;
  readonly fixed: ReadonlyMap<ImportTarget, string>;
  readonly values: ReadonlyMap<string, string | null>;
  /** True when a column says what only Ripen's own files say. */
  readonly knowsBack: boolean;
  /** True when nothing in the file says where anybody stands: most logs are like that. */
  readonly saysNoStage: boolean;
  readonly width: number;
  /** How many columns have a name, up to the last one. */
  readonly named: number;
  readonly header: readonly string[];
  /** Values that were guessed because the mapping did not name them. */
  readonly guessed: Map<string, string | null>;
  /** Noons already looked up: a file has many rows and few days. */
  readonly noons: Map<string, number>;
  readonly ownAddresses: ReadonlySet<string>;
};

/** What stages, their days, reasons, deals and next steps are read from. */
const ofStages: readonly ImportTarget[] = [
  'stage',
  'stageOn',
  'mqlOn',
  'sqlOn',
  'opportunityOn',
  'customerOn',
  'lostOn',
  'disqualifiedOn',
  'reason',
  'nurtureUntil',
  'createdOn',
  'closedOn',
  'nextStep',
  'nextStepOn',
  'dealName',
  'dealAmount',
  'dealCloseOn',
  'dealProbability',
];

/** Makes a plan. `header`: the names of all columns, as the preview gave them. */
export function planOf(mapping: Mapping, header: readonly string[], context: PrepareContext): ImportPlan {
  const uses = new Map<ImportTarget, Use[]>();
  for (const column of mapping.columns) {
    const list = uses.get(column.target) ?? [];
    const name = header[column.column] ?? '';
    const literal = mapping.literal === true;
    const factor = literal || importTargets[column.target].kind !== 'money' ? 1 : factorOfHeader(name);
    const use = { ...column, header: name, literal, ...(factor === 1 ? {} : { factor }) };
    if (!literal && column.target === 'lastName' && isParticleHeader(name)) list.unshift({ ...use, particle: true });
    else list.push(use);
    uses.set(column.target, list);
  }
  return {
    mapping,
    context,
    zone: zoneOf(context.timeZone),
    uses,
    fixed: new Map(mapping.fixed.map(({ target, value }) => [target, value])),
    values: valueTable(mapping.values),
    knowsBack: ([...proofTargets, 'mqlExclusion', 'scoreAdjustments', 'activityBy', 'nextSteps'] as const).some(
      target => uses.has(target),
    ),
    saysNoStage: !ofStages.some(target => uses.has(target)) && !mapping.fixed.some(one => one.target === 'stage'),
    width: header.length,
    named: header.findLastIndex(name => name !== '') + 1 || header.length,
    header,
    guessed: new Map(),
    noons: new Map(),
    ownAddresses: new Set(context.ownAddresses),
  };
}

/** Proof of consent. */
export const proofTargets = ['consentOn', 'consentSource', 'consentWording'] as const;

/** UTC ms of a moment as written; a day without a time is noon in the workspace's zone. */
export function instantOf(plan: ImportPlan, at: CellInstant): number {
  if (at.seconds === null) {
    const known = plan.noons.get(at.date);
    if (known !== undefined) return known;
    const noon = plan.zone.noon(at.date);
    plan.noons.set(at.date, noon);
    return noon;
  }
  if (at.offset === null) return Math.round(plan.zone.instant(at.date, at.seconds / 60));
  return Date.parse(`${at.date}T00:00:00Z`) + Math.round(at.seconds * 1000) - at.offset * 60_000;
}
