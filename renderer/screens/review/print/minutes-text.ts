// The minutes of a review as plain text, to be pasted into an e-mail: lines of at most some 76 letters, no marks but dashes.
import type { Attribution, FigureValue } from '../../../../shared/figures.ts';
import { slaText } from '../../../../shared/meeting.ts';
import type { Format } from '../../../ui/format.tsx';
import { attributionColumns, byLabels, modelMeanings } from '../attribution-columns.ts';
import { minutesOf } from '../figure-layout.ts';
import { changeText, intervalText, lowerFirst, wholeWords } from '../figure-text.ts';
import { capacityText, gapText, openText, waitingText, yearText } from '../overview-text.ts';
import { isQuiet } from '../quiet.ts';
import type { ReviewDocument } from './document.ts';
import { answerText, decisionText, effectText, itemText, periodText, stateLabels, stateText } from './print-text.ts';

const standsOn = ({ numerator, n, nLabel }: FigureValue): string =>
  n === 0 ? `no ${nLabel}` : numerator === null ? `n ${n}` : `${numerator} of ${n}`;

/** "MQL volume: 7 (average 4.3; +4 vs. previous week)". */
function figureLine(format: Format, document: ReviewDocument, figure: FigureValue): string {
  const { unit, value, n, why, usual, status, immature } = figure;
  if (value === null) return `${figure.label}: ${lowerFirst(why ?? 'not known')}${n > 0 ? ` (n ${n})` : ''}`;
  const likely = intervalText(format, figure);
  const beside = [
    ...(unit === 'leads' ? [] : [standsOn(figure)]),
    ...(likely === null ? [] : [`95 % CI ${likely}`]),
    ...(usual?.value == null ? [] : [`average ${wholeWords(format, unit, usual.value)}`]),
    ...[changeText(format, figure, document.figures.period.kind)].filter(text => text !== null),
    ...(immature === null ? [] : ['too recent']),
  ];
  const text = `${figure.label}: ${wholeWords(format, unit, value)}${beside.length === 0 ? '' : ` (${beside.join('; ')})`}`;
  return status === null ? text : `${text}. ${status.text}`;
}

export const minutesSubject = (format: Format, document: ReviewDocument): string =>
  `${document.workspace}: review of ${periodText(format, document)}`;

/** Everything of the meeting in words. */
export function minutesText(format: Format, document: ReviewDocument): string {
  const { meeting } = document;
  const parts: (readonly [string, readonly string[]])[] = [
    ['Where we are', overviewLines(format, document)],
    [
      'Figures',
      minutesOf(document.figures)
        .filter(figure => !isQuiet(figure))
        .map(figure => figureLine(format, document, figure)),
    ],
    ['MQLs', document.mqls.map(mql => mqlLine(format, mql))],
    ['What brought them', attributionLines(format, document.figures.attribution ?? [])],
    [
      'Rejected by sales',
      document.rejections.map(({ label, names }) => `${names.length} ${label}: ${names.join(', ')}`),
    ],
    ...(meeting === null ? [] : saidParts(format, meeting)),
  ];
  const head = [
    minutesSubject(format, document),
    stateText(format, document),
    ...(meeting === null || meeting.attendees.length === 0 ? [] : [`Attendees: ${meeting.attendees.join(', ')}.`]),
  ];
  const body = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title.toUpperCase(), ...lines.map(line => `- ${oneLine(line)}`)].join('\n'));
  const notes = meeting?.notes ? [`NOTES\n${meeting.notes}`] : [];
  return `${[head.join('\n'), ...body, ...notes].join('\n\n')}\n`;
}

function overviewLines(format: Format, { overview: kept }: ReviewDocument): readonly string[] {
  if (kept === null || kept.overview.leads === 0) return [];
  const { overview, names } = kept;
  const named = (leads: readonly { readonly leadId: string }[]) =>
    leads.map(({ leadId }) => names[leadId] ?? 'Deleted lead').join(', ');
  const { waiting, questions, capacity, gaps } = overview;
  return [
    openText(format, overview),
    waiting.count === 0 ? waitingText(format, overview) : `${waitingText(format, overview)} ${named(waiting.leads)}`,
    yearText(format, overview),
    ...(capacity.is === 'too-early' ? [] : [capacityText(format, capacity)]),
    ...(questions.length === 0 ? [] : [`One answer away from MQL, to call and ask: ${named(questions)}`]),
    ...gaps.map(gap => gapText(format, gap).join(' ')),
  ];
}

/** Lines of each breakdown; paper has more, and the screen all. */
const mostSources = 3;

/** "Channels, Fairs: MQLs 3.5 (of 12, 6 to 40 %); Revenue €4,000 (n 1 of 2 deals)", the first with credit. */
function attributionLines(format: Format, attributions: readonly Attribution[]): readonly string[] {
  const lines = attributions.flatMap(attribution => {
    const columns = attributionColumns(format, attribution, 'every').filter(({ outcome }) => outcome !== null);
    return attribution.rows
      .filter(({ touched }) => Object.values(touched).some(n => n > 0))
      .slice(0, mostSources)
      .map(row => {
        const credits = columns.flatMap(({ label, outcome, text }) => {
          const cell = outcome === null || row.touched[outcome] === 0 ? null : text(row);
          return cell === null ? [] : [inBrackets(`${label} ${cell.value}`, cell.small)];
        });
        return `${byLabels[attribution.by]}, ${row.label}: ${credits.join('; ')}`;
      });
  });
  return lines.length === 0 ? [] : [modelMeanings.every, ...lines];
}

const inBrackets = (text: string, more: string): string => (more === '' ? text : `${text} (${more})`);
/** Decisions are written with a full stop or without. */
const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

function mqlLine(format: Format, { name, company, at, total, because }: ReviewDocument['mqls'][number]): string {
  const who = company === null || company === name ? name : `${name}, ${company}`;
  const why = total === null ? 'manually' : `${total} points: ${because ?? ''}`;
  return `${who} (${format.date(format.plainDate(at))}, ${why})`;
}

function saidParts(
  format: Format,
  meeting: NonNullable<ReviewDocument['meeting']>,
): (readonly [string, readonly string[]])[] {
  const items = (list: typeof meeting.items) => list.map(item => inBrackets(item.text, itemText(format, item)));
  return [
    ['Commitments', meeting.kept.map(({ text, state, happened }) => `${text}: ${stateLabels[state]} (${happened}).`)],
    [
      'Decisions reviewed',
      meeting.cameBack.map(back => `${asSentence(back.text)} ${effectText(format, back)} ${answerText(back)}`),
    ],
    ['From earlier meetings', items(meeting.earlierItems)],
    ['Decisions', meeting.decisions.map(decision => inBrackets(decision.text, decisionText(format, decision)))],
    ['Action items', items(meeting.items)],
    ['Commitments for the coming weeks', meeting.sla === null ? [] : [slaText(meeting.sla)]],
  ];
}

/** The most a mail program takes in an address, as the links layer lets through. */
const maxLength = 1900;

/** A mail with the minutes in it; where they are too long, with a line that says they are in the clipboard. */
export function minutesMail(subject: string, text: string): { readonly url: string; readonly whole: boolean } {
  const url = (body: string) =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const full = url(text);
  if (full.length <= maxLength) return { url: full, whole: true };
  return { url: url('The minutes have been copied. Paste them here.\n'), whole: false };
}
