// What is to be done next: "quote by friday", "call back next tue", "chase in 2 weeks".
import { daysBetween } from '../../../shared/dates.ts';
import { soundsPast } from './accounts.ts';
import type { FoundDate } from './found-date.ts';
import { onlyPlanned } from './not-happened.ts';
import { foldedPattern } from './pattern.ts';

const e = String.raw`(?![\p{L}\p{N}])`;

/** Said of something that happened they would have another form: "call" is to be done, "called" is done. */
const verbs =
  'call|ring|phone|chase|email|e-mail|text|send|post|follow ?up|f/u|visit|measure|book|remind|check|meet|order|invoice|deliver|arrange|prepare|confirm|speak|talk|contact|catch up|review|nudge|ping|revisit|pop (?:in|round|over|back)|(?:come|go|pop (?:in|over|round)) (?:and|to|&) \\p{L}+|get back|get in touch|reply|answer|write|drop|install|schedule|set up|sort|draw up|try|see|diarise|chase up|bring|pick up|redo|double[- ]check|collect|rebook|re-?arrange|reschedule|work out|cost up|look into|find out|let \\S+ know|tell|pass on|invite|refund|replace|draft|thank|quote (?:him|her|them)|get (?:him|her|them|back|prices?|quotes?)|do (?:a )?(?:quote|drawings?|survey)|finish|print|give (?:\\S+ )?a (?:call|ring)|' +
  'anrufen|zuruckrufen|ruckruf|nachfassen|nachhaken|schicken|senden|zusenden|melden|besuchen|erinnern|kontaktieren|nachfragen|anschreiben|ausmessen|vereinbaren|vorbeifahren|vorbereiten|klaren|wiedervorlage|versuchen|probieren|besichtigen|bestellen|liefern|montieren|kalkulieren|ausarbeiten|besprechen|abholen|vorbeikommen|vorbeischauen|' +
  'rappeler|relancer|envoyer|appeler|visiter|contacter|recontacter|revoir|preparer|confirmer|ecrire|facturer|telephoner|passer|' +
  'quede con|he quedado|hemos quedado|quedamos|retenter|reessayer|reintentar|probar|llamar|volver a llamar|volver a escribir|enviar|mandar|visitar|contactar|medir|preparar|confirmar|escribir|quedar|recordar|insistir|' +
  'richiamare|chiamare|inviare|mandare|risentire|riprovare|spedire|fissare|passare|preparare|ligar|telefonar|responder|marcar|tentar|voltar a ligar|terugbellen|bellen|nabellen|opvolgen|sturen|opsturen|langsgaan|inplannen|mailen|oddzwonic|zadzwonic|wyslac|ringa|folj upp|skicka';
/** Things to be done, as nouns: only beside a day. */
const nouns =
  'price(?: up)?|consult(?:ation)?|assessment|tasting|viewing|fitting|trial|session|check-?up|service|mot|shoot|inspection|install(?:ation)?|tender|estimate|quotes?|quotation|proposal|offer|visit|site visit|survey|demo|appointment|meeting|delivery|samples?|brochure|call|callback|reminder|due|decision|coming (?:in|back|over|round)|popping in|visiting|ringing back|calling back|back (?:in touch)?|' +
  'besichtigung|beratung|montage|lieferung|probestunde|bezichtiging|levering|cours|livraison|visita tecnica|entrega|consegna|' +
  'angebot|termin|aufmass?|muster|unterlagen|rechnung|anruf|mail|treffen|besuch|' +
  'devis|visite|rdv|rendez-vous|relance|suivi|rappel|' +
  'presupuesto|presu|visita|cita|seguimiento|reunion|oferta|llamada|' +
  'preventivo|orcamento|offerte|oferta|offert|afspraak|terugbelafspraak|appuntamento|sopralluogo|incontro|telefonata|reuniao|visita|ligacao|bezoek|telefoontje|spotkanie|mote';

const leadIn =
  "(?:(?:and|then|also|next|next step|next steps|todo|to do|task|action|need to|needs to|must|will|i'?ll|we'?ll|i will|we will|i'?m to|to|please|pls|going to|has to|have to|wants? (?:me|us) to|wants?|needs?|promised(?: to)?|should|und|dann|bitte|muss|will|soll|mochte|et|puis|dois|doit|a|veut|y|luego|hay que|tengo que|quiere|booked(?: in)?(?: for)?|moved to)(?:\\s*:)?\\s+)*(?:(?:a|an|the|ein|eine|einen|das|un|une|le|la|el|another) )?";
/** "Tomorrow call again", "morgen nochmal anrufen": the day may stand before it. */
const dayFirst =
  '(?:\\ue003+\\s+|(?:im|in|en|a|em|ab) (?!(?:her|his|their|our|my|your|its|the|an?|ihre[rm]?|seine[rm]?|der|dem|sus?|son|sa|leur|sua|seu|suo|haar|zijn) )\\p{L}+ )?';
const again = '(?:(?:nochmals?|noch mal|noch einmal|wieder|erneut) )?';
const stepVerb = foldedPattern(`^\\s*${dayFirst}${leadIn}${again}(?:${verbs})${e}`);
const stepNoun = foldedPattern(
  `^\\s*${leadIn}(?:(?:new|neuer|nachster|nouveau|prochain|nueva|proxima|nuovo|nieuwe|novo|nova) )?(?:${nouns})${e}`,
);
const leadInOnly = foldedPattern(`^\\s*${leadIn}`);

/** Two things in one breath: "rang and call back tomorrow". */
export const beforeStep = foldedPattern(
  String.raw`(?<!(?<!\p{L})(?:come|go|pop (?:in|over|round)|try))\s(?:(?:and|then|und|dann|et|puis|y|luego)(?: then)?|&|\+|->|=>)\s+(?=${leadIn}(?:${verbs})${e})`,
  'g',
);

/** "Email from Wendy" is what came, not what is to be written. */
const fromThem = foldedPattern(
  /^\s*(?:an? )?(?:call|e-?mail|text|message|visit|order|post|ring|phone call) (?:from|by|in from)(?![\p{L}])/u,
);
/** "Ask Dilip when", "Rappeler Mme Roux": an order to oneself, whether it has a day or none. */
const order = foldedPattern(
  /^\s*(?:(?:please|pls|must|need to|remember to|don't forget to|todo:?|to do:?) )?(?:ask|tell|send|remind|arrange|prepare|find out|let \p{L}+ know|give|confirm (?:with|the|that)|draw up|price up|write to|get back to|book in|follow up with|(?:nachfassen|nachhaken|anrufen|zuruckrufen|ruckruf|erinnern|melden|terugbellen|bellen|nabellen|opvolgen)(?= (?:bei|an|mit|von|fur|met|naar))|rappeler|relancer|envoyer|appeler|recontacter|llamar|volver a llamar|enviar|mandar|escribir a|recordar|richiamare|chiamare|inviare|mandare|ligar|telefonar|enviar)\s+\S/u,
);
/** "Ring Sunil when the marble arrives", "call Ann once the tiles are in". */
const orderWhen = foldedPattern(
  `^\\s*(?:${verbs})${e}(?! (?:from|by)(?![\\p{L}])).*(?<![\\p{L}])(?:when|once|as soon as|if|wenn|sobald|falls|quand|des que|lorsque|cuando|en cuanto|quando|appena|zodra|als)(?![\\p{L}])`,
);
/** A day of last year that comes again soon is the coming one. */
const isSoon = ({ pull, past, future }: FoundDate, today: string): boolean => {
  const [last, next] = [past[0], future[0]];
  if (pull !== null || !last || !next) return false;
  return daysBetween(last.date, today) > 200 && daysBetween(today, next.date) < 120;
};
/** Whether it can only be meant to come. */
export const isToCome = (date: FoundDate, today: string): boolean =>
  date.future.length > 0 && (date.pull === 'future' || date.past.length === 0 || isSoon(date, today));

/** Whether a stretch begins with something to be done. `dates`: those in it. */
export function isStep(folded: string, dates: readonly FoundDate[]): boolean {
  const first = dates[0];
  if (first?.pull === 'past' || fromThem.test(folded) || isDone(folded)) return false;
  const later = first !== undefined && (first.future.length > 0 || first.why !== null);
  return stepVerb.test(folded) || (later && stepNoun.test(folded));
}

/** "After the weekend" is none of the days that are named. */
export const isAfter = (before: string): boolean =>
  /(?:^|\s)(?:after|nach|apres|despues del?|tras|dopo|na|depois d[aeo]|from|ab|a partir d[ue]|from the)\s*$/u.test(
    before,
  );

/** A verb for what is to be done, as one word: no name begins with it. */
export const isStepVerb = (word: string): boolean => word.length > 5 && aVerb.test(word);
const aVerb = foldedPattern(`^(?:${verbs})$`);

/** Nouns for an appointment, which may be past or to come; "met" and "visited" are past. */
export const isAppointment = (word: string): boolean =>
  /^(?:meeting|visit(?: to)?|coffee|lunch|zoom|teams call|video ?call|treffen|termin|besprechung|besuch|gesprach|rdv|rendez-vous|reunion|cita|visita|incontro|riunione|encontro|reuniao|afspraak|bezoek|sopralluogo|spotkanie|mote|visite|viewing|survey|consult(?:ation)?|fitting|besichtigung|beratung|montage|lieferung|aufmass?|bezichtiging|levering|visionnage|cours|kurs|livraison|pose|entrega|consegna|montaggio|visita tecnica|probestunde|prova|ensayo|clase|aula|les)$/u.test(
    word,
  );

const asNoun = foldedPattern(`^\\s*${leadIn}\\S+ (?:from|with|to|by|mit|von|an|avec|de|con|a)${e}`);

/** "Rückruf erledigt", "quote done": it is to be done no more. */
const endsDone = foldedPattern(
  /(?<![\p{L}])(?<!(?:to be|not|get|gets|getting|is|nicht|noch zu) )(?:done|completed|sorted|erledigt|abgehakt|fait|faite|effectuee?|hecho|hecha|realizad[oa]|fatt[oa]|gedaan|afgehandeld|feit[oa])\s*[!.]*\s*$/u,
);
/** "Call her once the tiles are done": it waits for something else to be done. */
const waits = foldedPattern(
  /(?<![\p{L}])(?:when|once|as soon as|after|if|until|till|unless|before|wenn|sobald|nachdem|bis|falls|ehe|bevor|quand|des que|lorsque|apres|une fois|si|avant|cuando|en cuanto|una vez|despues|hasta|antes|quando|appena|dopo|una volta|se|prima|depois|assim que|ate|als|zodra|wanneer|nadat|tot|voordat)(?![\p{L}])/u,
);
/** "Order confirmed": of the thing itself, while "check order confirmed" is to be done. */
const isSettled = foldedPattern(
  /^\s*(?:(?:the|an?|her|his|their|die|der|das|l[ae]|el|il|de|het) )?\p{L}+ (?:(?:is|was|has been|now|ist|wurde|est|esta) )*(?:confirmed|placed|bestatigt|aufgegeben|confirmee?|passee|confirmad[oa]|confermat[oa]|bevestigd|geplaatst)\s*[!.]*\s*$/u,
);
const isDone = (folded: string): boolean => (endsDone.test(folded) || isSettled.test(folded)) && !waits.test(folded);

/** The same of the beginning of a line, which rather says what happened: "call dave" is one, "call dave tomorrow" is to be done. */
export function isSureStep(folded: string, dates: readonly FoundDate[], today: string): boolean {
  const first = dates[0];
  if (isDone(folded)) return false;
  if ((order.test(folded) || orderWhen.test(folded)) && first?.pull !== 'past') return true;
  if (first === undefined || first.future.length === 0 || first.pull === 'past') return false;
  const isPlan = hasStepNoun.test(folded) && !soundsPast(folded) && !finite.test(folded);
  if (isToCome(first, today)) return stepVerb.test(folded) || stepNoun.test(folded) || isPlan;
  return stepVerb.test(folded) && !asNoun.test(folded);
}

/** How much of it only leads there: "then we'll ". */
export const leadInOf = (folded: string): number => leadInOnly.exec(folded)?.[0].length ?? 0;

const verbAlone = foldedPattern(`^\\s*${leadIn}(?:${verbs}|${nouns})(?: (?:back|up|again|zuruck))?${e}`);
/** Where what is to be done ends and somebody may be named: "call | dave". */
export const stepWordEnd = (folded: string): number => verbAlone.exec(folded)?.[0].length ?? 0;

/** Left over where a name or a day has gone. */
const dangling =
  /(?:\s(?:on|by|at|to|for|with|from|before|until|till|the|am|an|mit|bei|bis|vor|le|el|il|à|a|al|alla|avec|con|para|avant|antes de|entro|met|naar|voor|com|ao))+$/iu;

/** The words of a next step, without what only led to a name or a day. */
export const tidyStep = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:-]+|[\s,;:.-]+$/g, '')
    .replace(/^(?:and|then|und|dann|et|puis|y|e|en) /i, '')
    .replace(dangling, '')
    .replace(/^(?:on|by|at|the|am|bis|le|el|il|op|na)$/i, '');

const calledOff = foldedPattern(
  /(?<![\p{L}])(?:cancell?ed|cancels|called off|abgesagt|storniert|annulee?s?|cancelad[oa]s?|anulad[oa]s?|cancelo|anulo|annullat[oaie]|disdett[oa]|geannuleerd|afgezegd|zegde|desmarcad[oa]|desmarcou|cancelou)(?![\p{L}])/u,
);

/** An appointment that was made and not called off, or is named with its hour. */
export const isArranged = (folded: string, date: FoundDate, today: string): boolean =>
  !calledOff.test(folded) &&
  (isToCome(date, today) || (date.pull === null && date.future.some(({ time }) => time !== null))) &&
  (onlyPlanned.test(folded) || hasStepNoun.test(folded));
const hasStepNoun = foldedPattern(`(?<![\\p{L}\\p{N}])(?:${nouns})${e}`);

/** "Cambiar cita": with no day it may be a topic as well, and is asked. */
export const mayBeOrder = (folded: string, dates: readonly FoundDate[], language: string): boolean =>
  dates.length === 0 &&
  ['es', 'it', 'pt'].includes(language) &&
  !finite.test(folded) &&
  folded.trim().split(/\s+/).length < 6 &&
  /^\s*(?!taller|mujer|bar |lugar|hogar|alquiler|familiar|auxiliar|\p{L}+lar(?!\p{L}))\p{L}{3,}(?:[aei]r|(?<!i)[aei]re)(?:l[aoei]s?|les?|gli)?(?=\s)/u.test(
    folded,
  );

export const finite = foldedPattern(
  /(?<![\p{L}])(?:will|mochte|kann|soll|hat|haben|ist|sind|wird|kommt|kommen|geht|meldet|wil|kan|komt|gaat|zal|heeft|is|wants?|says?|dass|dat|weil|wenn|als)(?![\p{L}])/u,
);

/** In German and Dutch what is to be done ends in its verb, in Romance languages it begins with it: "Fenster einbauen am Montag". */
export function isInfinitive(folded: string, dates: readonly FoundDate[], language: string): boolean {
  const [first] = dates;
  if (first === undefined || first.pull === 'past' || first.future.length === 0 || finite.test(folded)) return false;
  const bare = folded.replace(/[\ue001-\ue005]+/gu, ' ').trim();
  if (language === 'de' || language === 'nl')
    return /\p{L}{2,}e(?:n|ln|rn)$/u.test(bare) && bare.split(/\s+/).length < 8;
  if (!['fr', 'es', 'it', 'pt'].includes(language)) return false;
  return /^(?:(?:a|da|à|de|devo|hay que|il faut) )?\p{L}{2,}(?:er|ir|re|ar)(?:l[aoei]|gli|le|lo|los|las|-lhes?|-l[oa])?(?=\s|$)/u.test(
    bare,
  );
}
