// Which activity a next step was, once it is done: guessed from its words, to be shown before it is logged.
import type { ActivityType } from '../../shared/activity.ts';

/** The kinds of work a team plans, by the words for them; the first that fits counts. */
const kinds: readonly (readonly [typeId: string, words: RegExp])[] = [
  ['proposal-sent', /\b(?:quot\w*|offer\w*|proposal\w*|estimate\w*|tender|angebot\w*|offerte\w*|devis|presupuesto)\b/u],
  [
    'call-made',
    /\b(?:call\w*|ring\w*|phone\w*|telephone|dial|voicemail|chase|anruf\w*|telefon\w*|bellen|appel\w*|llamar)\b/u,
  ],
  [
    'meeting-held',
    /\b(?:meet\w*|visit\w*|appointment\w*|survey|site|showroom|lunch|coffee|demo|termin|treffen|besuch\w*|rendez|reuni\w*)\b/u,
  ],
  [
    'email-sent',
    /\b(?:e-?mail\w*|mail\w*|write|send\w*|reply|answer|text|message|brochure|samples?|schreib\w*|send\w*|mailen|envoyer)\b/u,
  ],
];

/** The type whose label is in the step's words, else the kind of work they name; null: nothing fits. */
export function guessStepType(what: string | null, types: readonly ActivityType[]): string | null {
  if (what === null) return null;
  const text = what.toLowerCase().normalize('NFC');
  const usable = types.filter(({ archived, ourSide }) => ourSide && !archived);
  const named = usable
    .filter(({ label }) => text.includes(label.toLowerCase()))
    .toSorted((a, b) => b.label.length - a.label.length)[0];
  if (named) return named.id;
  // "Send quote by e-mail" is a quote; "call about the quote" is a call: the first verb wins where there is one.
  const starts = kinds.find(([, words]) => words.test(text.split(/\s+/u)[0] ?? ''));
  const found =
    starts !== undefined && starts[0] !== 'email-sent' ? starts : kinds.find(([, words]) => words.test(text));
  const id = found?.[0];
  return id !== undefined && usable.some(type => type.id === id) ? id : null;
}
