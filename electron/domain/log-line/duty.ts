// What is still to be done, by its helping verb: "should ring Gail back", "muss noch zurückrufen", "tengo que llamar".
// The verbs are few in each language and say who is to do it; what is to be done needs no list.

import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';

const b = String.raw`(?<![\p{L}\p{N}'])`;
const e = String.raw`(?![\p{L}\p{N}])`;
/** An infinitive of a Romance language, with the pronouns that hang on it. */
const infinitive = String.raw`\p{L}{2,}(?:[aei]r|re|[aei]r(?:l[aeo]s?|le|les|me|nos|gli|ne)|-l[oa]s?|-lhes?)`;

/** We are to do it; for those in `either` only where nobody else stands before. */
const helpers: readonly string[] = [
  // English: with us as the subject, or with none.
  String.raw`(?:i|we)(?:'?ll|'d(?! like)|'?d better|'?ve (?:got )?to| (?:will|shall|should|must|ought to|need to|have (?:got )?to|are to|am to|plan to|want to|promised(?: \S+)? (?:i|we)(?:'?d|'?ll)))`,
  "(?:i'?m|we'?re|am|are) (?:going|gonna|due|supposed|meant) to",
  'should(?: really| also| probably)?|must|shall|need to|needs to|have to|has to|got to|gotta|ought to|gonna|going to',
  "(?:must |please |pls )?(?:remember|remind me|don'?t forget|dont forget|make sure|try) to|let'?s|todo(?= ?:)|to do|better|note to self",
  // Romance languages.
  "(?:il )?faut(?: que)?(?: (?:je|on|nous))?(?: j')?|(?:je|on|nous) (?:dois|doit|devons|vais|va|allons)|dois|devons|j'ai a|penser a|ne pas oublier d[e']|reste a",
  '(?:tengo|tenemos|hay|habra) que|debo|debemos|voy a|vamos a|he de|no olvidar|acordarme de|pendiente de',
  "devo|dobbiamo|bisogna|c'e da|vado a|ricordarsi di|non dimenticare di",
  '(?:tenho|temos) (?:de|que)|devemos|vou|vamos|e preciso|nao esquecer(?: de)?',
  String.raw`(?<=^\s*)(?:a|da|de|por|para|encore a|queda|falta)(?= ${infinitive})`,
];
/** The infinitive stands at the end of these: German and Dutch. */
const withEnd =
  '(?:(?:ich|wir|ik|wij|we) )?(?:muss|mussen|soll|sollen|sollte|sollten|werde|werden|wollen wir|wir wollen|nicht vergessen|moet|moeten|zal|zullen|ga|gaan)(?: (?:ich|wir|ik|wij|we))?';

const ours = foldedPattern(`${b}(?:${helpers.join('|')})${e}`);
/** "Rückruf nicht vergessen": behind what is to be done. */
const atEnd =
  /(?:nicht vergessen|bitte nicht vergessen|don'?t forget|to do|todo|a faire|ne pas oublier|no olvidar|pendiente|da fare|niet vergeten|nao esquecer)\s*[!.]*\s*$/u;
const oursWithEnd = foldedPattern(`${b}${withEnd}${e}(?=.*\\p{L}{2,}(?:en|ern|eln|gaan|zien|doen)(?!\\p{L}))`);
/** "Will send Nadia the catalogue": we, at the very beginning; behind a name it is they. */
const bareWill = foldedPattern(/^\s*will (?!be(?:$|\s))(?=\p{L}{2,})/u);
/** "Could Sue be rung before noon?": somebody is to be called. */
const toBeDone = foldedPattern(
  /(?<![\p{L}])(?:to be|be|being|needs|wants) (?:\p{L}+ )?(?:rung|called|phoned|e-?mailed|contacted|visited|chased|measured|sent|told|quoted|ringing|calling|chasing|phoning|e-?mailing|visiting|measuring|contacting)(?![\p{L}])/u,
);

/** Words that may stand before it without being its subject. */
const notSubject =
  /^(?:and|then|but|so|also|think|guess|really|just|still|now|ok|right|note|todo|to|do|later|please|pls|maybe|probably|und|dann|also|noch|jetzt|et|puis|donc|encore|y|luego|entonces|aun|todavia|e|poi|ancora|depois|ainda|en|dan|nog|i|we|ich|wir|ik|je|nous|yo|io|eu|that|dass|\ue003+)$/u;

export type Duty = LineSpan & {
  /** Whether it is plainly for us; else it is asked. */
  readonly sure: boolean;
};

const isOurs = (before: string): boolean =>
  before
    .split(/[\s,]+/)
    .filter(Boolean)
    .every(word => notSubject.test(word));

const reported = foldedPattern(
  /(?<![\p{L}])(?:before|until|than|what|how|where|why|if|whether|when|asked|asking|asks|wondering|hoping|hopes|ob|si|se|of)\s*$/u,
);

/** "Le mando il preventivo lunedì", "schicke morgen": we do it, on a day to come. */
const weDo = foldedPattern(
  /^\s*(?:(?:and|und|et|y|e|en) )?(?:(?:je|j'|ich|ik|io|yo|eu|le|gli|lo|la|li|les|te|os|lui|leur|ihm|ihr|ihnen) ?)*(?:mando|invio|spedisco|richiamo|chiamo|passo|porto|preparo|envio|llamo|paso|llevo|escribo|envoie|rappelle|appelle|passe|prepare|relance|schicke|sende|melde|rufe|komme|mache|bringe|stuur|bel|mail|kom|ligo|sending|calling|ringing|posting|emailing|dropping|going|seeing|visiting|meeting|delivering|measuring|quoting)(?![\p{L}])/u,
);
export const isByUs = (folded: string, isFirst: boolean): boolean =>
  weDo.test(folded) && (!isFirst || /^\s*(?:je|j'|nous|ich|wir|ik|wij|io|yo|eu|i)(?![\p{L}])/u.test(folded));

/** The words that say we are to do something, within one part of a line; null: it says no such thing. `isFirst`: nobody stands before. */
export function dutyOf(folded: string, isFirst: boolean, language: string): Duty | null {
  for (const pattern of [atEnd, ours, oursWithEnd]) {
    const match = pattern.exec(folded);
    // "Asked if we could come" is their question.
    if (!match || reported.test(folded.slice(0, match.index))) continue;
    const [word] = match;
    const before = folded.slice(0, match.index);
    const isWe =
      /(?<![\p{L}])(?:ich|wir|ik|wij|we)(?![\p{L}])|^(?:i|we|ich|wir|ik|wij|je|nous|j'ai|tengo|tenemos|debo|debemos|voy|devo|dobbiamo|tenho|temos|vou|am|are|dois|devons|vado)(?![\p{L}])/u.test(
        word,
      );
    if (isWe || pattern === atEnd || isOurs(before))
      return { from: match.index, to: match.index + word.length, sure: true };
  }
  const will = isFirst && language === 'en' ? bareWill.exec(folded) : null;
  if (will) return { from: 0, to: will[0].length, sure: true };
  const passive = toBeDone.exec(folded);
  return passive ? { from: passive.index, to: passive.index, sure: false } : null;
}

/** Behind these nothing has happened: a condition, a plan, or what somebody else is to do. */
const unreal = foldedPattern(
  `${b}(?:if|unless|whether|once|wenn|falls|sobald|ob|lorsque|des que|cuando|en cuanto|quando|appena|zodra|as soon as|indien|` +
    `no (?:reply|response|answer|word|news)|(?:not|n't) heard|keine (?:antwort|ruckmeldung)|pas de (?:reponse|nouvelles?)|sans reponse|sin (?:respuesta|noticias)|nessuna risposta|geen (?:antwoord|reactie)|sem resposta|forgot to|meant to|was going to|were going to|about to|supposed to|failed to|yet to|unable to|instead of|before|vergessen|oublie d[e']|olvide|dimenticato di|esqueci de|vergeten|` +
    `will|would|'ll|should|must|shall|could|might|wants? to|would like to|going to|needs? to|has to|asked (?:me|us) to|` +
    `muss|mussen|soll|sollen|sollte|wird|wurde gern|mochte|kann|doit|devrait|va|veut|peut|souhaite|debe|quiere|puede|va a|deve|vuole|puo|quer|vai|pode|moet|wil|zal|kan|gaat)${e}`,
);
/** How far a verb may stand behind the word that takes it back. */
const farthest = 60;
/** Whether what stands behind `before`, in the same breath, is only a plan, a wish or a condition. */
export function isUnreal(before: string): boolean {
  const near = before.slice(-farthest);
  const match = unreal.exec(near);
  return match !== null && !/[,;:]/.test(near.slice(match.index));
}
