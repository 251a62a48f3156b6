// Stage and reason words of other programs.
import type { Stage } from '../../../shared/stages.ts';
import { disqualifyReasons, lostReasons, rejectReasons } from '../../../shared/stages.ts';
import { normalize } from './text.ts';

/** In order: the first line one of whose phrases is the whole value, else is held by it, decides. */
const phrases: readonly (readonly [Stage, string])[] = [
  [
    'lost',
    'closed lost|closed - lost|lost|cancelled|canceled|void|annulee|annulees|anulada|anulado|annullata|annullato|geannuleerd|cancelado|cancelada|anulowana|refunded|erstattet|rembourse|remboursee|reembolsado|rimborsato|terugbetaald|chargeback|returned|retourniert|deal lost|lost lead|lost customer|churned|verloren|absage|abgesagt|perdu|perdido|perdida|perso|persa|verloren deal|przegrana|no sale|did not buy|went with competitor|refunded|voided|order cancelled|storniert|annulliert|closed won reversed|not interested after demo|rejected|rejected quote|refused|cancelled deal|lost deal|abgelehnt|auftrag verloren|nicht gekauft|kein auftrag|refuse|annule|decline|declined|afgewezen|verlorene|rechazado|rechazada|rifiutato|rifiutata|recusado|recusada|perdeu|perdidos|cerrado perdido|chiuso perso|ferme perdu|fechado perdido|失注|輸單|流失|stracony|tabt|forlorad|havitty|quote declined|quote rejected|offer declined|afgehaakt|desistiu|desistiram|rezygnacja|zrezygnowal|zrezygnowala|tackat nej|nej tack|tackade nej|gone elsewhere|went elsewhere|bought elsewhere|chose another|sans suite|niet doorgegaan|geen opdracht|nie doszlo do skutku|afgevallen|anulowane|anulowany',
  ],
  [
    'disqualified',
    'disqualified|unqualified|not qualified|junk|junk lead|spam|bad lead|bad data|invalid|wrong number|bad timing never|do not contact|dnc|blacklisted|not a fit|bad fit|not interested|no interest|nicht qualifiziert|unqualifiziert|kein interesse|disqualifie|non qualifie|no calificado|descartado|squalificato|niet gekwalificeerd|odrzucony|dead|archived|deleted|out of market|test|geen interesse|pas interesse|non interessato|no interesado|no interesada|sem interesse|kein bedarf|falsche nummer|not relevant|irrelevant|niet relevant|not a match|対象外|無効|closed not converted|not converted|nicht konvertiert',
  ],
  [
    'nurture',
    'nurture|nurturing|nurtured|recycled|recycle|on hold|later|not ready|contact in future|contact in the future|follow up later|revisit|long term|cold|dormant|paused|spater|wiedervorlage|bad timing|a recontacter|mas tarde|seguimiento|call back later|callback later|spater kontaktieren|plus tard|mas adelante|piu avanti|mais tarde|uitgesteld|later contact|aufgeschoben|zuruckgestellt|en pause|en espera|em espera|保留|kalt|froid|frio|freddo|koud|eiskalt',
  ],
  [
    'customer',
    'customer|client|closed won|closed - won|won|deal won|sold|bought|purchased|paid|paying customer|existing customer|active customer|active client|signed|evangelist|advocate|kunde|bestandskunde|neukunde|gewonnen|verkauft|gagne|vendu|cliente|ganado|ganada|vinto|vinta|acquisito|klant|gewonnen deal|klient|wygrana|asiakas|kunder|клиент|顧客|客户|auftrag|auftrag erhalten|beauftragt|bestellt|kunde geworden|stammkunde|ordered|order received|order placed|deal closed|completed order|delivered|shipped|bezahlt|geliefert|paye|payee|pagado|pagada|pagato|pagata|pagati|payees|betaald|commande|commande passee|client signe|signe|client gagne|cliente activo|cliente actual|venta|vendido|cerrado ganado|ganhou|ganho|fechado ganho|venduto|chiuso vinto|cliente acquisito|firmato|getekend|verkocht|order binnen|受注|成約|契約済|既存顧客|成交|已成交|vundet|vunnet|vunnen|voitettu|zusage|zugesagt|hat gekauft|auftrag erteilt|auftrag bestatigt|opdracht gekregen|opdracht ontvangen|akkoord gegeven|adjudicado|adjudicada|umowa podpisana|podpisana umowa|affar|sald|salt|contract signed|job won|won job|zrealizowane|zrealizowany|zrealizowana|zrealizowano',
  ],
  [
    'opportunity',
    'opportunity|develop|2-develop|propose|3-propose|4-close|opportunity created|open deal|deal|proposal|proposal sent|proposal made|proposal price quote|quote|quote sent|quoted|negotiation|negotiation review|negotiating|negotiations started|offer|offer sent|offer made|contract|contract sent|contract signed pending|decision maker bought in|presentation scheduled|demo scheduled|demo done|demo completed|value proposition|perception analysis|id decision makers|needs analysis|verhandlung|angebot|angebot gesendet|angebot versendet|offerte|devis|devis envoye|negociation|negociacion|propuesta|propuesta enviada|presupuesto enviado|trattativa|preventivo|preventivo inviato|offerta|onderhandeling|offerta inviata|oferta|hot|chance|angebot raus|angebot offen|angebot verschickt|angebot erstellt|angebot gemacht|in angebot|kostenvoranschlag|in verhandlung|proposition envoyee|proposition|en negociation|en negociacion|cotizacion|cotizado|cotizacion enviada|oferta enviada|presupuesto|em negociacao|negociacao|proposta|proposta enviada|orcamento enviado|in trattativa|preventivo fatto|in onderhandeling|offerte verstuurd|offerte verzonden|offerte gestuurd|oferta wyslana|wycena wyslana|wycena|tilbud sendt|offert|offert skickad|商談中|商談|見積|見積中|見積提出|提案中|报价|洽谈中|estimate sent|estimate|bid sent|pitched|heiss|chaud|caliente|caldo|heet|very hot|sehr heiss',
  ],
  [
    'sql',
    'sql|converted|converted lead|closed - converted|konvertiert|vertriebs qualifizierter lead|vertriebsqualifizierter lead|sales qualifizierter lead|lead qualifie commercial|lead calificado para ventas|lead qualificato per le vendite|sales gekwalificeerde lead|qualification|sales qualified|sales qualified lead|salesqualifiedlead|sales accepted|sales accepted lead|sal|accepted|qualified|working|working - contacted|working contacted|in progress|qualified to buy|connected|contact made|in contact|in conversation|open deal|qualified to buy|appointment scheduled|meeting scheduled|meeting booked|engaged|in bearbeitung|qualifiziert|akzeptiert|en cours|qualifie|calificado|en proceso|qualificato|in lavorazione|gekwalificeerd|zakwalifikowany|qualificado|qualificada|cualificado|cualificada|kvalificerad|kvalifisert|kvalificeret|qualify|1-qualify|site visit done|site visit scheduled|viewing done|visit done|engaging|replied|responded|answered|in discussion|pre-qualified|pre qualified|prequalified|termin vereinbart|gesprach gefuhrt|im gesprach|rendez vous pris|rdv|rdv pris|reunion agendada|cita|cita agendada|appuntamento|appuntamento fissato|afspraak|afspraak gemaakt|reuniao marcada|アポ|アポ獲得|面談',
  ],
  [
    'mql',
    'mql|marketing qualified|marketing qualified lead|marketingqualifiedlead|warm|ready for sales|sales ready|handed over|marketing qualifiziert|marketing qualifizierter lead|lead qualifie marketing|lead marketing qualifie|lead calificado para marketing|lead cualificado por marketing|lead qualificato per il marketing|marketing gekwalificeerde lead|interested|interessiert|interesse|interesado|interessato|interesse|geinteresseerd|zainteresowany|lauwarm|tiede|tibio|tiepido|interessiert sich',
  ],
  [
    'lead',
    'lead|new|new lead|prospecting|open|open - not contacted|open not contacted|not contacted|uncontacted|not yet contacted|untouched|fresh|raw|prospect|subscriber|contact|inquiry|enquiry|unassigned|unprocessed|active|potential|suspect|neu|offen|nicht kontaktiert|nouveau|nuevo|nuova|nuovo|nieuw|nowy|ny|novo|interessent|registered|other|marketing|target|assigned|subscribed|contacted|attempted to contact|attempting to contact|attempting|called|kontaktiert|angerufen|contacte|contactado|contattato|gecontacteerd|da richiamare|da contattare|a recontacter rapidement|a relancer|relance|a contacter|a appeler|a rappeler|por contactar|por llamar|contactar|em contato|em contacto|contatado|a contatar|te bellen|te contacteren|teruggebeld|zuruckrufen|ruckruf|anrufen|zu kontaktieren|kontakt aufgenommen|in kontakt|in contatto|en contacto|en contact|emailed|reached out|message left|left message|left voicemail|voicemail|to call|call back|callback|waiting|pendiente|pendente|en attente de reponse|新規|未対応|見込み|連絡済|対応中|新客户|跟进中|oczekuje|in attesa|nieuw contact|nouveau contact|nuevo contacto|leads|anfrage|neue anfrage|intake|new inquiry|to be contacted|uncontacted lead|prospecto|potentiel|potencial|potenziale|potenzieller kunde|potential customer|prospective',
  ],
  ['visitor', 'visitor|anonymous visitor|website visitor|besucher|visiteur|visitante|visitatore'],
  ['stranger', 'stranger|unknown|cold list|fremder'],
];

const whole = new Map<string, Stage>();
const within: { readonly words: string; readonly stage: Stage }[] = [];
const tidy = (text: string): string =>
  normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
for (const [stage, list] of phrases) {
  for (const phrase of list.split('|')) {
    const words = tidy(phrase);
    // Programs write "closedwon" where people write "Closed won".
    for (const key of [words, words.replaceAll(' ', '')]) if (!whole.has(key)) whole.set(key, stage);
    if (words.length >= 4) within.push({ words: ` ${words} `, stage });
  }
}

/** Beside a word for a customer: not, not yet, or not any more. */
const negation =
  /^(?:not?|never|without|elsewhere|anderswo|woanders|ailleurs|altrove|elders|almost|nearly|fast|un|nicht|nie|niemals|kein\w*|pas|jamais|non|sans|nunca|sin|mai|senza|niet|geen|nooit|zonder|nao|sem|ainda|bez|inte|ej|aldrig|ikke|ei|не|нет)$/;
const former =
  /^(?:former|formerly|ex|past|previous|lapsed|ehemalig\w*|fruher\w*|alt|alter|ancien\w*|antigu\w+|anterior|precedente|vecchi\w|oud|vorige|voormalig\w*|antig\w+|byl\w|dawn\w|tidigare|tidligere|бывш\p{L}*)$/u;
const maybe =
  /^(?:potential|possible|prospective|future|likely|would|potenziell\w*|potentiell\w*|moglich\w*|kunftig\w*|potentiel\w*|potencial\w*|potenzial\w*|eventual\w*|futur\w*|mogelijk\w*|toekomstig\w*|potencjaln\w*)$/;
/** What became of a quote: "Presupuesto aceptado", "Devis refusé". */
const taken =
  /^(?:accepted|approved|angenommen|bestatigt|accepte|acceptee|signe|signee|aceptad[oa]|aprobad[oa]|aceite|aprovad[oa]|accettat[oa]|firmat[oa]|geaccepteerd|getekend|przyjet[ay]|zaakceptowan[ay]|accepterad|godkand)$/;
const turnedDown =
  /^(?:declined|rejected|refused|abgelehnt|refuse|refusee|rechazad[oa]|recusad[oa]|rifiutat[oa]|afgewezen|odrzucon[ay]|avbojd|nekad)$/;

/** Called so whatever became of them: "Proposal sent to client". */
const bareCustomer = /^ (?:customer|client|kunde|cliente|klant|klient|kunder|клиент) $/;
const stronger = /^ (?:contacted|inquiry|enquiry|anfrage|angefragt|contacte|contactado) $/;

/** The phrase that a longer text holds; nothing where words around it turn it into its opposite. */
function heldBy(words: string): Stage | null {
  const padded = ` ${words} `;
  const found = within.filter(phrase => padded.includes(phrase.words));
  const [first] = found;
  if (!first) return null;
  const around = padded.replace(first.words, ' ').trim().split(' ');
  if (first.stage === 'opportunity' && around.length < 3 && !around.some(word => negation.test(word))) {
    if (around.some(word => taken.test(word))) return 'customer';
    if (around.some(word => turnedDown.test(word))) return 'lost';
  }
  if (first.stage === 'customer') {
    if (around.some(word => maybe.test(word))) return 'lead';
    if (around.some(word => former.test(word))) return null;
    const other = bareCustomer.test(first.words)
      ? found.find(({ stage, words: held }) => ['opportunity', 'sql', 'mql'].includes(stage) || stronger.test(held))
      : undefined;
    if (other && !around.some(word => negation.test(word))) return other.stage;
  }
  return around.some(word => negation.test(word)) ? null : first.stage;
}

/** Our stage for their word, or null when we cannot tell. `sure`: the word is one we know as it stands. */
export function guessStage(text: string): { readonly stage: Stage; readonly sure: boolean } | null {
  // "Won?" is somebody's question.
  if (/\?\s*$/.test(text)) return null;
  const words = tidy(text.slice(0, 200)).replace(/^wc /, '');
  const exact = whole.get(words);
  if (exact) return { stage: exact, sure: true };
  const bare = words.replace(/^\d{1,2}\s+/, '');
  const unnumbered = whole.get(bare);
  if (unnumbered) return { stage: unnumbered, sure: true };
  const held = heldBy(bare);
  return held === null ? null : { stage: held, sure: false };
}

/** In order; used for lost, disqualified and rejected alike, each of which knows only some of these. */
const reasons: readonly (readonly [string, RegExp])[] = [
  ['price', /pric|expens|cost|cheap|preis|teuer|prix|cher|precio|caro|prezzo|prijs|cena/],
  ['no-budget', /budget|\bfund|money|presupuesto/],
  ['competitor', /compet|konkurren|wettbewerb|concurren|rival|other vendor|another vendor/],
  ['no-authority', /authority|decision maker|entscheid|not the right person/],
  ['no-need', /no need|not need|need|interest|bedarf|besoin|necesid|bisogno/],
  ['timing', /timing|time|later|zeit|spater|tard|tiempo|tempi/],
  ['no-answer', /answer|respon|reply|reach|unreach|ghost|keine antwort|injoignable|no contesta/],
  ['spam', /spam|fraud|junk|fake|test/],
  ['duplicate', /duplic|doppel|dublette|doublon/],
  ['wrong-market', /market|region|country|out of scope|too small|fit\b|zielgruppe/],
  ['bad-data', /bad data|invalid|wrong (?:number|mail|email|data)|bounc|incorrect|falsche/],
  ['do-not-contact', /do not contact|opt|unsubscrib|gdpr|dnc|abgemeldet/],
];

/** Off-funnel stages whose entry has a reason; one who goes to nurture was rejected by sales. */
export type StageWithReason = 'lost' | 'disqualified' | 'nurture';
const known: Readonly<Record<StageWithReason, Readonly<Record<string, string>>>> = {
  lost: lostReasons,
  disqualified: disqualifyReasons,
  nurture: rejectReasons,
};

/** What a rejection calls by another name. */
const rejections: readonly (readonly [string, RegExp])[] = [
  ['too-small', /too small|zu klein|trop petit/],
  ['not-our-market', /market|region|country|out of scope|fit\b|zielgruppe/],
  ['bad-timing', /timing|time|later|zeit|spater|tard|tiempo|tempi/],
  ['could-not-reach', /answer|respon|reply|reach|ghost|injoignable|no contesta/],
];

/** Our reason for theirs, of those that `offFunnel` knows; "other" for a lost one we do not know; null when there is none. */
export function guessReason(text: string, offFunnel: StageWithReason): string | null {
  const words = tidy(text.slice(0, 200));
  const ours = Object.entries(known[offFunnel]).find(
    ([key, label]) => tidy(label) === words || tidy(key) === words,
  )?.[0];
  const patterns = offFunnel === 'nurture' ? [...rejections, ...reasons] : reasons;
  const found = ours ?? patterns.find(([key, pattern]) => key in known[offFunnel] && pattern.test(words))?.[0];
  return found ?? (offFunnel === 'lost' ? 'other' : null);
}

/** For a value seen without its stage: a reason of any kind, where the word says one; each stage then takes what it knows. */
export function anyReason(text: string): string | null {
  const lost = guessReason(text, 'lost');
  return lost !== null && lost !== 'other' ? lost : (guessReason(text, 'disqualified') ?? guessReason(text, 'nurture'));
}

export const isReasonOf = (reason: string, offFunnel: StageWithReason): boolean => reason in known[offFunnel];
