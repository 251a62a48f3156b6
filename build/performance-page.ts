// docs/performance.md: a section for each suite of the benchmark with its figures, machine and commit; and its lines in the README.
import type { Figure } from '../test/bench/figure.ts';

/** Where and of what a suite was measured. */
export type Measured = {
  readonly commit: string;
  /** Day, as 2026-11-29. */
  readonly on: string;
  /** "AMD EPYC, 2 cores, 23 GB, Linux, Node 24.1.0". */
  readonly machine: string;
};

/** The suite whose figures stand in the README. */
export const watched = 'watch';

const head = `# Performance

Measured by \`npm run bench\` at 100,000 leads and 1,000,000 activities. A figure is compared with a baseline of the same run: the bare
work that no program could save, or the same screen with 100 leads. \`npm run bench -- all --markdown\` writes this page and the lines in the
README; with the name of one suite it writes that section alone. \`npm run bench -- watch\` measures in under a minute what a person
feels, and says what is worse by a quarter than here. \`test/bench/\` defines each figure.
`;

/** Megabytes and percents stand in the place of milliseconds, and say so in their names. */
const unitOf = (name: string): string =>
  /-mb\b/.test(name) ? 'MB' : name.startsWith('bytes-') ? 'bytes' : name.includes('percent') ? '%' : 'ms';

export const misses = ({ ratio, limit, value_ms, limit_ms }: Figure): boolean =>
  (limit !== null && ratio !== null && ratio > limit) || (limit_ms !== null && value_ms > limit_ms);

const shown = (value: number): string =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 3, useGrouping: true });

/** A row of a table: figure, measured, baseline, ratio, aim, and whether the aim is met. */
export function performanceRow(figure: Figure): string {
  const { name, value_ms: value, base_ms: base, ratio, limit, limit_ms: most } = figure;
  const unit = unitOf(name);
  const aims = [limit === null ? [] : [`${limit} x`], most === null ? [] : [`${shown(most)} ${unit}`]].flat();
  const cells = [
    name,
    `${shown(value)} ${unit}`,
    base === null ? '' : `${shown(base)} ${unit}`,
    ratio === null ? '' : `${shown(ratio)} x`,
    aims.join(', '),
    aims.length === 0 ? '' : misses(figure) ? 'missed' : 'met',
  ];
  return `| ${cells.join(' | ')} |`;
}

const tableHead = '| figure | measured | baseline | ratio | aim | |\n|--|--|--|--|--|--|';

function sectionOf(suite: string, figures: readonly Figure[], { commit, on, machine }: Measured): string {
  const where = `Commit ${commit}, ${on}. ${machine}.`;
  return [`## ${suite}`, '', where, '', tableHead, ...figures.map(performanceRow), ''].join('\n');
}

/** The sections of a page by the name of their suite. */
export const performanceSections = (page: string): ReadonlyMap<string, string> =>
  new Map(
    page
      .split(/^(?=## )/m)
      .filter(text => text.startsWith('## '))
      .map(text => [text.slice(3, text.indexOf('\n')).trim(), `${text.trim()}\n`]),
  );

/** The page with the section of one suite written anew; the suites stand in alphabetical order. */
export function performancePage(page: string, suite: string, figures: readonly Figure[], measured: Measured): string {
  const sections = new Map(performanceSections(page)).set(suite, sectionOf(suite, figures, measured));
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return [head, ...sorted].join('\n');
}

const begin =
  '<!-- The section "watch" of docs/performance.md, by `npm run bench -- watch --markdown`; do not edit. -->';
const end = '<!-- End of the figures. -->';

/** The table of the page's section for the README, between its marks; '' when that was never measured. */
export function readmeFigures(page: string): string {
  const section = performanceSections(page).get(watched);
  const rows = section?.split('\n').filter(line => line.startsWith('|')) ?? [];
  return rows.length === 0 ? '' : [begin, ...rows, end].join('\n');
}

/** The README with the figures of the page. */
export function readmeWith(readme: string, page: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to === -1) throw new Error('README.md has lost the marks around its figures.');
  return readme.slice(0, from) + readmeFigures(page) + readme.slice(to + end.length);
}

const worse = 1.25;
const numberIn = (cell: string | undefined): number => Number.parseFloat((cell ?? '').replaceAll(',', ''));

/** What is worse by a quarter than on the page, by its ratio where it has one, as sentences. */
export function worsened(page: string, figures: readonly Figure[]): readonly string[] {
  const rows = page.split('\n').map(line => line.split('|').map(cell => cell.trim()));
  return figures.flatMap(({ name, ratio, value_ms: value }) => {
    const row = rows.find(cells => cells[1] === name);
    const [was, is] = [numberIn(row?.[ratio === null ? 2 : 4]), ratio ?? value];
    if (!(is > was * worse)) return [];
    const unit = ratio === null ? unitOf(name) : 'x';
    return [`${name} was ${shown(was)} ${unit} and is ${shown(is)} ${unit}: the commit has to say so.`];
  });
}
