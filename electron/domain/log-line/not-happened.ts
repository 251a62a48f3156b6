// A word for what happened, said of what did not: denied, wished for, only planned, or about a thing.
import type { ActivityKind, ActivityTerm } from './activity-terms.ts';
import { isUnreal } from './duty.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';

/** Nothing happened: "no answer", "has not replied", "did not ring". */
const notDone = foldedPattern(
  /(?<![\p{L}\p{N}])(?:no (?:answer|reply|response|luck|joy|call|contact)|(?:did|has|have|had|was|does|do)(?: not|n'?t)|didnt|hasnt|havent|never|not (?:yet )?|still (?:no|not)|kein[e]?|nicht|nie|pas de|jamais|n'a pas|n'ai pas|ne m'a pas|sin|nunca|no|non|nao|ne|niet|geen|ni|sans)\s+(?:yet )?(?:(?:me|us|uns|mich|nos|se|ha|han|he|a|ho|hat|heeft|vino|vinieron|venido|venuto|venuta|venu|veio|gekomen|encore|nog|mehr|mas|piu|mais|ancora|ainda|al?|alla|to|zu[mr]?|la|le|l[ao]|da) ){0,3}$/u,
);

/** "Wants a visit", "demande une visite": what is wished for did not happen. */
export const wished = foldedPattern(
  /(?<![\p{L}\p{N}])(?:wants?|wanted|wanting|needs?|needed|would like|'d like|likes|hopes? for|expects?|waiting for|mochte|mochten|will|wollen|braucht|brauchen|hatte gern|wunscht|wartet auf|veut|voudrait|souhaite|attend|quiere|queria|necesita|espera|vuole|vorrebbe|aspetta|quer|precisa|wil|wenst|wacht op|graag)\s+(?:(?:a|an|the|another|new|our|us|me|to|have|get|ein\p{L}{0,2}|noch|neue[ns]?|unser\p{L}*|une?|le|la|notre|un[ao]?s?|el|il|l[oa]|uma?|o|een|de|het|nog) )*$/u,
);
/** "Booked", "moved to", "cancelled": an appointment that was only made, moved or called off. */
export const onlyPlanned = foldedPattern(
  /(?<![\p{L}\p{N}])(?:booked(?: in)?|books|booking|arranged|scheduled|pencilled in|planned|agreed|set up|fixed|diarised|in the diary|postponed|moved (?:to|back|from)|pushed (?:back|to)|put (?:back|off)|re-?scheduled|cancell?ed|called off|no[- ]?show|didn'?t (?:show|turn) up|(?:didn'?t|did not) (?:happen|take place|go ahead)|fell through|was off|vereinbart|ausgemacht|gebucht|geplant|angesetzt|verschoben|verlegt|abgesagt|ausgefallen|fixee?|pris pour|convenue?|prevue?|reportee?|decalee?|annulee?|quedamos|quede|quedado|concertad[oa]|fijad[oa]|agendad[oa]|aplazad[oa]|movid[oa]|cancelad[oa]|anulad[oa]|fissat[oa]|prenotat[oa]|rimandat[oa]|spostat[oa]|rinviat[oa]|annullat[oa]|marcad[oa]|marcou|marquei|adiad[oa]|remarcad[oa]|afgesproken|gepland|ingepland|verzet|verplaatst|verschoven|uitgesteld|n'a pas eu lieu|tombee? a l'eau|no (?:se hizo|hubo|pudo ser)|saltat[oa]|ging niet door|nicht stattgefunden|fiel aus|geannuleerd|afgezegd)(?![\p{L}])/u,
);
/** "Confirme le rdv du 2": an appointment that stands. */
export const confirms = foldedPattern(
  /(?<![\p{L}])(?:confirm(?:s|ed|ing|e|ee|es|ent|a|an|ado|ada|ato|ata|o|ou)?|conferm(?:at[oaie]|a|ano|o)|bestatigt?|bevestigd?e?|potwierdz\p{L}*)(?![\p{L}])/u,
);
/** "Confirmed the price in our meeting": where it was said, not what stands. */
const saidThere = foldedPattern(
  /(?<![\p{L}])(?:in|at|during|after|following|from|since|on|over|by|via|beim?|im|am|wahrend|nach|lors d[eu]|pendant|apres|au|en|durante|despues de|tras|na|no|nell?a?|al|alla|dopo|depois d[aeo]|tijdens|bij|op|per|par|por|pelo|pela)\s+(?:(?:our|the|an?|my|his|her|their|last|this|today's|yesterday's|first|der|dem|unsere[mr]|eine[mr]|seine[mr]|ihre[mr]|letzten|ersten|l[ae]|l|notre|une?|el|nuestra|una|il|nostr[oa]|o|uma?|de|het|ons|onze|een|site|\ue003+)\s+)*$/u,
);
/** What is confirmed behind an appointment may be something else: "meeting with Ann Lee and order confirmed". */
const otherThing = foldedPattern(
  /(?<![\p{L}])(?:orders?|prices?|quotes?|deal|booking|deposit|sizes?|measurements?|colou?rs?|everything|all|budget|auftrag|preis|bestellung|angebot|budget|masse|alles|commande|prix|devis|tout|pedido|precio|presupuesto|todo|ordine|prezzo|preventivo|tutto|opdracht|prijs|offerte|alles|encomenda|preco|orcamento|tudo)(?![\p{L}])/u,
);
/** Behind a verb that has nothing else to confirm. */
const nothingElse = foldedPattern(
  /^\s*(?:$|[!.)\ue001-\ue006]|(?:by|with|for|on|at|from|via|to|again|now|and|mit|von|vom|fur|durch|per|telefonisch|und|avec|par|pour|et|con|por|para|y|da|dal|dalla|e|com|pel[oa]|met|door|voor|en)(?![\p{L}])|(?:le|el|il|am|op|na|den|de|the) \ue003)/u,
);
const someThing =
  /^\s*(?:that|the|an?|our|his|her|their|its|we|he|she|they|it|dass|den|das|die|que|l[ea]s?|el|los|che|il|dat|het)\s+(?!\ue003)/u;
const withSomebody = /^\s*(?:$|(?:with|mit|avec|con|com|met)\s)/u;
const rightBefore = foldedPattern(
  /(?<![\p{L}])(?:con(?:firm|ferm)\p{L}*|bestatigt?|bevestigd?e?)\s+(?:(?:the|an?|our|my|his|her|for|den|die|de[rnm]?|l[ea]|un[ae]?|notre|el|il|het|een|o)\s+)*$/u,
);
/** Whether an appointment that is named at `span` was only confirmed; `isCall`: a call is one only where it is the very thing. */
export function onlyConfirmed(head: string, { from, to }: LineSpan, isCall = false): boolean {
  const [before, behind] = [head.slice(0, from), head.slice(to)];
  if (saidThere.test(before)) return false;
  if (isCall ? rightBefore.test(before) : confirms.test(before)) return true;
  const verb = confirms.exec(behind);
  if (!verb) return false;
  const [between, rest] = [behind.slice(0, verb.index), behind.slice(verb.index + verb[0].length)];
  if (otherThing.test(between) || (isCall && !withSomebody.test(between))) return false;
  return between.trim() === '' ? !someThing.test(rest) : nothingElse.test(rest);
}

/** "Termin kommt per Mail", "visit to follow": it is still to be made. */
const isToFollow = foldedPattern(
  /^\s*(?:kommt|folgt|steht (?:noch )?aus|noch offen|to follow|to be (?:confirmed|arranged|agreed)|tbc|tba|a (?:venir|fixer|confirmer|definir)|por (?:confirmar|fijar)|da (?:fissare|confermare|definire)|a confirmar|volgt|komt nog|nog te)(?![\p{L}])/u,
);

/** "Wants to move it", "veut repousser", "will verschieben": what somebody wants to do is no request. */
const wantsToDo = (behind: string): boolean =>
  /^\s+(?:para \p{L}+[aei]r(?=\s|$)|to |(?:le|la|lo|me|se|les|mi|si|nous|nos|vous|te) )?(?:to |\p{L}{2,}(?:er|ir|re|ar|arlo|erlo|irlo|arla|arme|arse)(?=\s|$))/u.test(
    behind,
  ) || /(?:^|\s)\p{L}{3,}(?:en|ern|eln)\s*$/u.test(behind);
/** "Saw our ad", "a vu notre annonce": nobody met. */
const sawThing = foldedPattern(
  /^\s+(?:(?:our|your|us|my|the|an?|it|this|notre|votre|l[ea]s?|une?|nuestr[oa]|el|un|una|la|il|i|unser\p{L}*|eure?|die|den|das|onze|ons|de|het|o|a|nosso|nossa) )?(?:\p{L}+ ){0,2}(?:ads?|adverts?|advertisement|posts?|posters?|van|sign|sign-?board|leaflets?|flyers?|website|site|page|video|reviews?|work|photos?|pictures?|article|banner|stories|story|reel|anzeige|werbung|plakat|flyer|webseite|beitrag|annonce|pub(?:licite)?|affiche|anuncio|cartel|web|publicacion|annuncio|pubblicita|advertentie|anuncio)(?![\p{L}])/u,
);

/** Denied further off: "have not yet had time to call". */
const denies = foldedPattern(
  /(?<![\p{L}\p{N}])(?:not|never|\p{L}+n'?t|nicht|kein[e]?|nie|pas|jamais|nunca|non|nao|niet|geen)(?![\p{L}])/u,
);
export const isDenied = (before: string): boolean => denies.test(before);

/** What is only planned, wished for or a condition has not happened; what somebody wants or asks for has a word of its own. */
const contacts: readonly ActivityKind[] = [
  'call',
  'email',
  'text',
  'whatsapp',
  'meeting',
  'showroom',
  'quote',
  'sent',
  'chased',
  'contact',
  'demo',
];
const tries = foldedPattern(/(?<![\p{L}])(?:tried|trying|managed|attempted|able)(?: to)?\s*$/u);
/** "To call": the infinitive of what has a noun alike. */
const isBase = (before: string, word: string): boolean =>
  /(?:^|\s)to\s+$/.test(before) && /^(?:call|ring|phone|e-?mail|text|visit|quote|chat|zoom|whats ?app)$/.test(word);

/** "No longer interested", "kein Interesse". */
const noLonger = foldedPattern(
  /(?<![\p{L}])(?:no longer|not|never|\p{L}+n'?t|nicht(?: mehr)?|kein\p{L}*|pas|plus|no|ya no|non|niet(?: meer)?|geen|nao)(?: \S+)?\s*$/u,
);
/** "Wants no quote", "will doch nicht". */
const wantsNot = foldedPattern(
  /^\s+(?:\S+ )?(?:no|not|none|nothing|keine?[nrs]?|nicht|nichts|pas|plus|nada|nunca|non|niente|nessun\p{L}*|ningun\p{L}*|nenhum\p{L}*|geen|niet|niets|nao)(?![\p{L}])/u,
);

const nouns: readonly ActivityKind[] = ['meeting', 'demo', 'quote', 'call', 'email', 'showroom', 'sent', 'webinar'];
const visited = /^(?:saw|vu|vio|visto|viu|gesehen|gezien|vi a|vi)$/;
/** An appointment is made by a noun: "met" and "visited" happened. */
const happened =
  /held$|^(?:in |at |met|visited|saw|getroffen|besucht|bezocht|gesproken|incontrato|rencontre|reunido|visitei|encontrei|been|went|had)/;

/** The word stands there, and yet it did not happen: it is denied, wished for, planned, or says something else. */
export function didNot(head: string, span: LineSpan, { kind, weak, verb }: ActivityTerm): boolean {
  const [before, word, behind] = [head.slice(0, span.from), head.slice(span.from, span.to), head.slice(span.to)];
  if (notDone.test(before)) return true;
  if (contacts.includes(kind) && !tries.test(before) && (isUnreal(before) || isBase(before, word))) return true;
  if (nouns.includes(kind) && wished.test(before)) return true;
  if (kind === 'information' && weak && (wantsToDo(behind) || wantsNot.test(behind) || noLonger.test(before)))
    return true;
  // "No reply to my e-mail" is no call.
  if (
    kind === 'call' &&
    weak &&
    /repl|respon|answer/.test(word) &&
    /(?<![\p{L}])(?:to|on) (?:my|our|the|last|that|this)(?![\p{L}])/u.test(behind)
  )
    return true;
  if (kind === 'information' && before.trim() === '' && word.startsWith('ask') && !word.startsWith('asked'))
    return true;
  if (kind === 'meeting' && visited.test(word) && sawThing.test(behind)) return true;
  if (nouns.includes(kind) && !happened.test(word) && isToFollow.test(behind)) return true;
  const isVisit = ['meeting', 'demo'].includes(kind) || (kind === 'showroom' && /visit|besuch|bezoek/.test(head));
  if ((isVisit || (kind === 'call' && !verb && !weak)) && !happened.test(word) && onlyConfirmed(head, span, !isVisit))
    return true;
  return ['meeting', 'demo', 'call', 'showroom'].includes(kind) && !happened.test(word) && onlyPlanned.test(head);
}
