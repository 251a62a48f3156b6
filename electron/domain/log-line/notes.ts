// The note of a line: what is left of it when people, activity, days and amounts are taken out.
import { fold } from './fold.ts';
import type { LineSpan } from './said.ts';

/** A stretch of the note, with its place in the line. */
export type NoteRun = { readonly from: number; readonly text: string };

/** Words that say nothing once what stood beside them is gone. */
export const tiny = new Set(
  (
    'ca circa approx y a an the and or then to for of with from at in on by is was has have had he she they it him her them me us we i back up in just so his their via as also over ' +
    'und mit von bei chez an am im in zu zum zur bei hat habe haben ist sie er ihn ihm ihr ich wir es eine einen ein einem einer die der das dem den uns mich fur uber zuruck dann ' +
    "et a de du des le la les l' un une avec pour par il elle on nous je j'ai ai au aux en d' que lui leur " +
    'e el los las un una con por para de del al en se me nos le lo la que ha he o ' +
    'il lo gli di da per ho os as um uma com ao het een met van voor naar te och i pa till fran w z na do od'
  ).split(' '),
);
const bareWord = (token: string): string => fold(token).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}'%]+$/gu, '');
const saysNothing = (token: string): boolean => {
  const word = bareWord(token);
  return word === '' || tiny.has(word);
};

/** Helping verbs that lead to one: "hat Katalog angefordert". */
const helpers = new Set('has have had hat habe haben ha is was and then und et y'.split(' '));
const danglers = new Set(
  'for to of from with at in on by the a an and or an von mit fur zu bei am um uber a de du pour avec par chez ca circa approx env environ en le la con por para del al y und et is'.split(
    ' ',
  ),
);

function tidyRun(text: string): string {
  const tokens = text.trim().split(/\s+/).filter(Boolean);
  if (tokens.every(saysNothing)) return '';
  while (tokens.length > 1 && helpers.has(bareWord(tokens[0] ?? ''))) tokens.shift();
  // "A demandé" is a verb, "a price" is none.
  if (tokens.length > 1 && /^[aA]$/.test(tokens[0] ?? '') && /é$/.test(tokens[1] ?? '')) tokens.shift();
  while (tokens.length > 1 && danglers.has(bareWord(tokens.at(-1) ?? ''))) tokens.pop();
  return tokens.join(' ').replace(/^[,;:.\s–-]+|[,;:\s–-]+$/g, '');
}

/** What is left between `used` of one part of `line`. */
export function leftOver(line: string, part: LineSpan, used: readonly LineSpan[]): string {
  const runs: string[] = [];
  let from = part.from;
  const inPart = used.filter(span => span.to > part.from && span.from < part.to).sort((a, b) => a.from - b.from);
  for (const span of [...inPart, { from: part.to, to: part.to }]) {
    if (span.from > from) runs.push(tidyRun(line.slice(from, span.from)));
    from = Math.max(from, span.to);
  }
  return runs.filter(Boolean).join(' ');
}
