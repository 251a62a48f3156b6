// What of a line is asked before it is logged, beyond two readings of one word: names that may be none, a word beside which something is unread.

import { daysBetween } from '../../../shared/dates.ts';
import { escapePattern } from '../escape-pattern.ts';
import { soundsPast } from './accounts.ts';
import { quoteWords } from './activity-terms.ts';
import { isCompany } from './company-names.ts';
import { fold, uncovered } from './fold.ts';
import type { FoundDate } from './found-date.ts';
import { confirms, onlyPlanned } from './not-happened.ts';
import type { DividedLine, Part } from './parts.ts';
import { foldedPattern } from './pattern.ts';
import type { Moment, SaidPerson, SaidStep } from './said.ts';
import { endsName, nameParticles, titles } from './small-words.ts';
import { isArranged, isToCome, tidyStep } from './steps.ts';

const bare = (token: string): string => fold(token).replace(/[^\p{L}\p{N}'-]/gu, '');
/** Nouns have capitals as well: a name begins the line, or stands behind a word before which somebody stands. */
function isLed(line: string, word: string): boolean {
  const before = line.slice(0, Math.max(0, line.indexOf(word)));
  const last = bare(tokensOf(before).at(-1) ?? '');
  return (
    before.trim() === '' ||
    /[:(]\s*$/.test(before) ||
    /^(?:mit|von|vom|an|bei|fur|zu|kunde|kundin|interessent|interessentin|neukunde|neukundin|patient|patientin|habe|hab|hat|ich|und|u|durch|gestern|heute|morgens?|abend|nachmittag|architekt|nachbar|firma|der|die)$/.test(
      last,
    )
  );
}

/** Two names of one word with a sign between them are two people, or a firm. */
const isFirmOrTwo = (line: string, text: string): boolean =>
  new RegExp(
    `(?:${escapePattern(text)}\\s*[&+]\\s*\\p{Lu}|\\p{Lu}\\p{L}+\\s*[&+]\\s*${escapePattern(text)})`,
    'u',
  ).test(line);
/** First words of shops and places, and of no person: "Crown Garage", "Hillside Paws". */
const ofAShop =
  /^(?:blumen|foto|photo|garten|haus|kuchen|mobel|holz|metall|glas|farben|mode|schuh|wein|obst|fisch|kaffee|reise|druck|media|medien|fitness|sport|yoga|tanz|musik|hunde|tier|zahn|taxi|salon|atelier|fleurs|photos|jardin|maison|meubles|bois|vins|voyages|flores|fotos|jardines|muebles|maderas|vinos|viajes|fiori|giardini|mobili|legno|vini|viaggi|palestra|gimnasio|academia|autoescuela|bloemen|tuin|meubel|hout|wijn|reizen|fietsen|flowers|photos|gardens|kitchens?|plumbing|electric|heating|solar|paws|pets?|dogs?|hair|beauty|nails|dance|music|print|signs?|cakes?|bakery|coffee|wine|books?|bikes?|cars?|vans?|tyres?|windows?|doors?|floors?|roofs?|bridal|wedding|events?|blue|green|red|black|white|silver|gold|golden|royal|crown|grand|old|new|north|south|east|west|central|city|town|village|hill|hillside|river|riverside|lake|lakeside|sea|seaside|ocean|park|oak|elm|ash|maple|willow|cedar|orchard|rose|sun|sunny|sunrise|star|moon|happy|bright|smart|fast|quick|first|prime|premier|elite|total|pure|urban|rural|country|coastal|castle|bridge|station|market|high|little|big|super|mega|eco|bio|auto|euro|inter|trans|uni|tech|digital|creative|perfect|family|best|alpha|beta|delta|omega|nova|apex|summit|peak|phoenix|neue|alte|grun|blau|stadt|casa|villa|bella|la|el|los|las|le|les|il|het|de|the)$/;
const isCapital = (token: string): boolean => /^\p{Lu}/u.test(token);
const tokensOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** A name in the middle of a sentence: two capitals beside each other that nothing has taken. */
function unreadName(note: string | null): string | null {
  const match = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?![\p{L}])/u.exec(note ?? '');
  return match?.[0] ?? null;
}

/** Why the name of somebody may be none, or not the whole one; null: nothing speaks against it. */
export function doubtOfPerson(
  person: SaidPerson,
  { line }: DividedLine,
  note: string | null,
  language: string,
): string | null {
  const isGerman = language === 'de';
  const { attributes, household, text } = person;
  // A first name in English, a title in Spanish and Italian.
  if (language === 'en' && /^Don \p{Lu}/u.test(text)) return doubt(text);
  const behindTitle = tokensOf(text).filter(token => isCapital(token) && !titles.has(bare(token)));
  if (household !== null && behindTitle.length > 1 && !/\s(?:&|and|und|et|y|e|en)\s/.test(text))
    return doubt(attributes.lastName ?? text);
  if (household !== null || (attributes.firstName === null && attributes.lastName === null)) {
    const { company } = attributes;
    if (company === null) return null;
    // A firm, and somebody there: "visited the Grange Hotel, spoke to Erin Walsh".
    if (household === null && !isGerman && unreadName(note)) return doubt(company);
    // "Hausverwaltung Brem KG": a noun right before it that went unread may belong to it.
    const before = tokensOf(line.slice(0, Math.max(0, line.indexOf(text)))).at(-1) ?? '';
    if (/^\p{Lu}[\p{L}-]{3,}$/u.test(before) && tokensOf(note ?? '').some(word => bare(word) === bare(before)))
      return doubt(company);
    const next = tokensOf(line.slice(line.indexOf(text) + text.length))[0] ?? '';
    // "Comunidad Sol 14": the number may belong to it. "La mairie de Tence" is as well a place.
    if (/^\d{1,4}[a-z]?[,.;:]?$/.test(next) && line.includes(text)) return doubt(company);
    if (/^\p{Ll}+ (?:de|d'|di|van|von|of) /u.test(company)) return doubt(company);
    return isCompany(company) && !(/^\p{Lu}/u.test(next) && line.includes(text)) ? null : doubt(company);
  }
  const name = [attributes.firstName, attributes.lastName].filter(Boolean).join(' ');
  const typed = tokensOf(text.split(/ @ |, /)[0] ?? text).filter(token => /\p{L}/u.test(token));
  const own = typed.filter(token => !titles.has(bare(token)) && !nameParticles.has(bare(token)));
  const capitals = own.filter(isCapital).length;
  const isTitled = typed.length > own.length && typed.some(token => titles.has(bare(token)));
  if (isGerman && !isTitled && !isLed(line, typed[0] ?? text)) return doubt(name);
  const isHousehold = /^(?:ehepaar|eheleute|familie|fam|family|famille|familia|famiglia)$/.test(bare(typed[0] ?? ''));
  if (own.length > 2 || (isHousehold && own.length > 1) || (capitals > 0 && capitals < own.length)) return doubt(name);
  if (own.some(token => /[\d@]|.{41}/.test(token))) return doubt(name);
  if (own.length === 1 && attributes.lastName === null && isFirmOrTwo(line, own[0] ?? text)) return firm(name);
  if (own.length > 1 && !isTitled && attributes.company === null && ofAShop.test(bare(typed[0] ?? '')))
    return firm(name);
  if (/['’]s\s+\p{Lu}/u.test(text)) return firm(name);
  // What stands right behind a name with a capital may belong to it: "Bluebell Nursing Home".
  const behind = tokensOf(line.slice(line.indexOf(text) + text.length))[0] ?? '';
  const isCut = /^\p{Lu}\p{Ll}/u.test(behind) && capitals > 0 && !/[,.;:!?)]$/.test(text) && !isGerman;
  if (isCut && line.includes(text)) return doubt(name);
  // "Signature chez Alain Guy": a person is no company, and the word before may be no name.
  if (
    own.length === 1 &&
    !isTitled &&
    attributes.company !== null &&
    /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(attributes.company) &&
    !isCompany(attributes.company) &&
    new RegExp(`${escapePattern(typed[0] ?? text)} (?:chez|bei) `, 'u').test(line)
  )
    return doubt(name);
  // A company that nobody is at: it may be theirs.
  if (attributes.company === null && others(note).some(isCompany)) return doubt(name);
  // Beside an address or a number a small word may be what it is about.
  const isReached = attributes.email !== null || attributes.phone !== null;
  if (capitals === 0 && isReached && !new RegExp(`${escapePattern(text)}[\\s<(,:-]*[\\w.+]*(?:@|\\d)`, 'u').test(line))
    return doubt(name);
  // In a line with capitals a small word is rather no name.
  const hasCapitals = /(?<=\s)\p{Lu}\p{Ll}/u.test(line.replace(text, ' '));
  if (capitals === 0 && hasCapitals && !isGerman) return doubt(name);
  if (own.length < 2 && !isTitled && unreadName(note) && !isGerman) return doubt(name);
  // A capital begins every line: one word there may be none, where another stands behind it.
  const isAlone = own.length === 1 && !isTitled && attributes.company === null && household === null;
  const isStart = tokensOf(line)[0] === (typed[0] ?? '');
  if (isAlone && isStart && /(?<=\p{L}\s)\p{Lu}\p{Ll}+/u.test(note ?? '')) return doubt(name);
  // "Neighbour Ed": what stands right before a name of one word belongs to it, or is unread.
  if (own.length === 1 && !isTitled && attributes.company === null) {
    const before = tokensOf(uncovered(line.slice(0, Math.max(0, line.indexOf(typed[0] ?? text))))).at(-1) ?? '';
    if (/^(?:de|di|do|da|du|del|della|of|des)$/.test(bare(before)) && isUnreadBefore(line, typed[0] ?? text))
      return doubt(name);
    if (/^(?:the|les|los|las|die|os|as|i|gli)$/.test(bare(before))) return doubt(name);
    if (
      isCapital(before) &&
      before !== tokensOf(line)[0] &&
      !/[,.;:!?]$/.test(before) &&
      !endsName(bare(before)) &&
      !isGerman
    )
      return doubt(name);
  }
  return null;
}

const others = (note: string | null): string[] => (note ?? '').split(/\s*,\s*/).filter(part => /^\p{Lu}/u.test(part));

const firm = (name: string): string => `Is “${name}” a person, or a company?`;
const doubt = (name: string): string => `Is “${name}” the whole name?`;

/** "La mairie de Brévigny": the word before "de" is no message and no call. */
function isUnreadBefore(line: string, name: string): boolean {
  const [, word] = tokensOf(line.slice(0, line.indexOf(name))).reverse();
  return (
    word !== undefined &&
    !/^(?:e-?mails?|mails?|correo|message|mensaje|messaggio|mensagem|sms|whats ?app|appel|llamada|chiamata|telefonata|ligacao|anruf|visite|visita|visiting|demande|solicitud|richiesta|pedido|devis|presupuesto|preventivo|reponse|respuesta|risposta|recue?|recibid[oa]|fil)$/.test(
      bare(word),
    )
  );
}

const said = (part: Part, folded: string, span: { readonly from: number; readonly to: number }): string[] =>
  tokensOf(uncovered(`${folded.slice(part.from, span.from)} ${folded.slice(span.to, part.to)}`));

/** "It'll be paid Friday" */
const staysOpen =
  /(?<!\p{L})(?:will|be|says?|to|can|promis\p{L}*|prometi\p{L}*|booked|moved|wants?|werden|wird|sera|vuole|veut|quiere|wil|versprochen|zugesagt)(?!\p{L})|'ll(?!\p{L})/u;

/** A day that stands somewhere and was taken for nothing: it may be the day on which it happened. */
export function unusedDay(
  { folded, parts }: DividedLine,
  isUsed: (date: FoundDate) => boolean,
  isActivity: boolean,
): readonly Moment[] | null {
  for (const part of parts) {
    if (part.isStep) continue;
    // "Walked the job tues": the last one, where it tells of what happened.
    const told = folded.slice(part.from, part.to);
    const isTold = isActivity && soundsPast(told) && !staysOpen.test(told);
    const isPast = ({ pull, past }: FoundDate) =>
      past.length > 0 && (pull === 'past' || (pull === null && isTold && past.every(({ time }) => time === null)));
    const date = part.dates.find(one => isPast(one) && !isUsed(one));
    if (date) return date.past;
  }
  return null;
}

/** They do it, or it is no order: "wants it on Friday", "away until Monday". */
const theyDo =
  /^(?:will|wil|wants|want|veut|quiere|vuole|quer|mochte|wollen|willen|veulent|quieren|vogliono|querem|kann|can|who|kommt|meldet|ruft|comes|coming|decides?|entscheidet|entscheiden|decide|beslist|rings|calls|away|holidays?|urlaub|ferien|vacances|vacaciones|ferie|vakantie|ferias|krank|ill|sick|ferme|cerrado|chiuso|geschlossen|free|until|till|not|kein|pas|no|open|closed|busy|due|starts?|starting|beginn|debut)$|^(?:he|she|they|it|we|i|you|that|who|there)'(?:ll|s|re|d)$/;
const subject =
  /^(?:he|she|they|we|i|you|it|sie|er|es|wir|ich|il|elle|ils|elles|on|nous|je|el|ella|ellos|lui|lei|loro|hij|zij|ze|wij|ele|ela|eles|back)$/;

const quote = foldedPattern(`^(?:${quoteWords})$`);
/** "Wants a quote by the 10th" is for us to do. */
const isQuote = (word: string): boolean => quote.test(word);

/** They may want no more mail, whatever else they said. */
export const mayUnsubscribe = (folded: string): boolean =>
  /(?:unsub|opt(?:ed|s|ing)? out|(?:stop|cancel|no more|quit) (?:\p{L}+ ){0,3}(?:e-?mail|mail|newsletter|messag|subscription|sending|contact)|off (?:the|our|my|his|her) (?:mailing )?list|(?:do not|don'?t|never|not to|stop) (?:\p{L}+ ){0,1}?(?:contact(?:ing)?(?! (?:him|her|them|me|us)? ?(?:before|until|till|after|on))|(?:ring|call|phone|e-?mail|text|write|bother)(?:ing)?(?: \p{L}+)? (?:again|any ?more|ever))|nicht (?:mehr|wieder) (?:anrufen|angerufen|kontaktier|anschreiben|angeschrieben|belastig)|ne (?:\p{L}+ )?(?:plus|pas) (?:\p{L}+ )?(?:le |la |les |etre )?(?:re)?(?:appel|contact|rappel|relanc|recevoir)|no (?:\p{L}+ ){0,3}(?:llam|contact)\p{L}+ mas|(?:que )?no (?:l[eoa]s? )(?:llamemos|contactemos)|non (?:\p{L}+ ){0,3}(?:contattat|richiamat|disturbat)|niet (?:meer|weer) (?:\p{L}+ )?(?:bellen|gebeld|benader|contact)|(?:delete|remove|erase) (?:me|my|him|his|her|their|them)|gdpr|dsgvo|rgpd|abmeld|abbestell|austragen|keine (?:\p{L}+ )?(?:mail|e-mail|werbung|newsletter)|loschen|desinscri|desabonn|plus (?:de|d') ?(?:e-?)?mail|dar(?:se)? de baja|baja|cancel\p{L}* (?:\p{L}+ ){0,2}(?:subscri|suscri|newsletter)|no (?:quiere|mandar|enviar) mas|disiscri|cancell\p{L}* (?:\p{L}+ ){0,2}(?:iscri|newsletter)|afmeld|uitschrijv|geen (?:mail|nieuwsbrie)|nao (?:quer|enviar) mais)/u.test(
    folded,
  );

/** From one day to another. */
const isMovedTo = foldedPattern(
  /(?<![\p{L}])(?:moved?|changed?|shifted|swapped|postponed|rebooked|re-?arranged|verschoben|verlegt|reporte|deplace|decale|aplazad|cambiad|pasad|movid|spostat|rimandat|verzet|verplaatst|adiad|mudad)/u,
);

/** "Wants to meet on Tuesday", "quiere una visita el lunes": that is for us to do. */
const wantsUs = foldedPattern(
  /(?<![\p{L}])(?:wants?|would like|asked?(?: for)?|needs?|mochten?|will|wollen|bittet um|veut|souhaite|demande|quiere|pide|vuole|chiede|wil|vraagt|quer|pede)(?: (?:to|us|me|for|a|an|einen?|um|une?|que|un|una|uma|een|di|qu'on))* (?:meet|come|see|call|ring|visit|speak|talk|chat|zoom|meeting|appointment|survey|demo|viewing|termin|treffen|besichtigung|beratung|ruckruf|anruf|rdv|rendez-vous|visite|rappel|cita|visita|reunion|llamada|appuntamento|sopralluogo|afspraak|bezoek|reuniao)(?![\p{L}])/u,
);

const farthestDay = 200;
/** "Monday again": to be done once more. */
const againWord = foldedPattern(
  /(?<![\p{L}])(?:again|nochmals?|wieder|weer|opnieuw|de nuevo|otra vez|a nouveau|di nuovo|de novo|nudge)(?![\p{L}])/u,
);

/** A few words and a day to come, read as nothing else: that may be what is to be done. */
export function possibleStep(
  { line, folded, parts }: DividedLine,
  nothingHappened: boolean,
  today: string,
): { readonly step: SaidStep; readonly part: Part; readonly isToCome: boolean } | null {
  for (const [index, part] of parts.entries()) {
    const told = folded.slice(part.from, part.to);
    const isAgain = againWord.test(told);
    const isPlan = onlyPlanned.test(told) || confirms.test(told);
    const isMoved = part.dates.length === 2 && (onlyPlanned.test(told) || isMovedTo.test(told));
    const date = isMoved ? part.dates[1] : part.dates[0];
    if (!date || date.future.length === 0 || (part.dates.length > 1 && !isMoved)) continue;
    // What has a word for what happened only tells of the day to come.
    if (
      !nothingHappened &&
      ((index === 0 && !said(part, folded, date).some(isQuote) && !wantsUs.test(told) && !isPlan) ||
        !(isToCome(date, today) || isAgain || wantsUs.test(told) || isPlan))
    )
      continue;
    // "On 24/11", said two days later, is not next year's.
    if (date.pull === null && daysBetween(today, date.future[0]?.date ?? today) > farthestDay) continue;
    const isForUs = wantsUs.test(told) || isPlan;
    const words = said(part, folded, date);
    if (
      words.length === 0 ||
      words.length > (nothingHappened || words.some(isQuote) || isForUs ? 10 : 4) ||
      (words.some(word => theyDo.test(word)) && !words.some(isQuote) && !wantsUs.test(told)) ||
      (subject.test(words[0] ?? '') && !isPlan)
    )
      continue;
    const text = tidyStep(`${line.slice(part.from, date.from)} ${line.slice(date.to, part.to)}`);
    // "Survey Friday at 2", "fitting booked for the 3rd": an appointment.
    const isSure = nothingHappened && !isMoved && !wantsUs.test(told) && isArranged(told, date, today);
    const typed = line.slice(part.from, part.to).replace(/\s+/g, ' ').trim();
    const why = isSure ? null : 'Is that to be done next?';
    return { step: { text, days: date.future, why, words: typed }, part, isToCome: isMoved || isToCome(date, today) };
  }
  // "Bittet um Rückruf": with no day.
  const asks = parts.find(
    part => !part.isStep && part.dates.length === 0 && asksCall.test(folded.slice(part.from, part.to)),
  );
  const wish = asks && line.slice(asks.from, asks.to).replace(/\s+/g, ' ').trim();
  return asks && wish
    ? {
        step: { text: tidyStep(wish), days: [], why: 'Is that to be done next?', words: wish },
        part: asks,
        isToCome: false,
      }
    : null;
}

/** They want to be called back. */
const asksCall = foldedPattern(
  /(?<![\p{L}])(?:wants?|wanted|would like|asked?|asks|asking|needs?|please|pls|can (?:we|you)|bittet|bitte|mochte|will|demande|souhaite|veut|pide|quiere|chiede|vuole|vraagt|wil|pede|quer)(?: \S+){0,3} (?:call(?:ed|ing)?[ -]?back|ring(?:ing)? back|rung back|callback|ruckruf|zuruckgerufen|rappel|etre rappelee?|que l[ea] llam\S+|richiamat[oa]|terugbel\S*|teruggebeld|retorno)(?![\p{L}])/u,
);

const byNobody = foldedPattern(
  /^\s*(?:and |und |et |y )?(?:will|going to|needs? to|has to|wants?(?! (?:me|us) to)(?! (?:an? |the |our )?(?:quotes?|quotation|estimate|proposal|offer|prices?|brochure|samples?)(?![\p{L}]))|quiere|veut|doit|vuole|quer|wil|soll|mochte)(?![\p{L}])/u,
);
/** "Will send photos": they will, or we are to. */
export const isTheirsToo = (folded: string, { from, to }: Part): boolean => byNobody.test(folded.slice(from, to));

const numbers =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|trois|quatre|cinq|sept|huit|neuf|dix|onze|tres|cuatro|cinco|siete|ocho|nueve|diez|once|doce|tre|quattro|cinque|sette|otto|nove|dieci|undici|drie|vijf|zes|zeven|negen|tien|half|quarter|halb|viertel|kwart';
const dayNames =
  'mondays?|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terca|quarta|quinta|sexta|yesterday|tomorrow|gestern|ubermorgen|hier soir|demain|ayer|domani|ieri|ontem|amanha|gisteren|ago|fortnight';
const unreadDay = foldedPattern(
  `(?<![\\p{L}\\p{N}])(?:(?:at|um|gegen|alle|om|a las|vers|as|past|to|nach|vor) (?:about )?(?:${numbers})|(?:at|um|gegen|alle|om|a las|vers) \\d{1,2}(?![\\d.,%€£$k])|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}[./]\\d{1,2}\\.?|\\d{1,2}[:h]\\d{2}|${dayNames})(?![\\p{L}\\p{N}])`,
);
/** A time or a day, in what happened, that nothing has read. */
export const hasUnreadDay = ({ folded, parts }: DividedLine): boolean =>
  parts.some(({ isStep, from, to }) => !isStep && unreadDay.test(folded.slice(from, to)));
