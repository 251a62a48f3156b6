// Words for what happened, in all languages imports know, as patterns on the folded line.

import { missedByEither, missedCalls, missedWords } from './missed-calls.ts';
import { foldedPattern } from './pattern.ts';

/** What a word says. `call` and the like go either way, and the grammar of the line tells which. */
export type ActivityKind =
  | 'call'
  | 'missed'
  | 'missedByEither'
  | 'voicemail'
  | 'email'
  | 'text'
  | 'whatsapp'
  | 'meeting'
  | 'showroom'
  | 'quote'
  | 'sent'
  | 'information'
  | 'form'
  | 'demo'
  | 'download'
  | 'webinar'
  | 'event'
  | 'website'
  | 'pricing'
  | 'comparison'
  | 'chat'
  | 'card'
  | 'referral'
  | 'reply'
  | 'unsubscribed'
  | 'bounced'
  | 'opened'
  | 'clicked'
  | 'newsletter'
  | 'accepted'
  | 'contact'
  | 'chased';

export type Side = 'ours' | 'theirs';

export type ActivityTerm = {
  readonly kind: ActivityKind;
  readonly pattern: RegExp;
  /** A verb has a subject: who stands before it did it. A noun has "from", "to" or neither. */
  readonly verb: boolean;
  /** It was this side, whatever the grammar says. */
  readonly side: Side | null;
  /** Says more than the type does, and stays in the note. */
  readonly keep: boolean;
  /** Only where nothing else says what happened: "wants a staircase". */
  readonly weak: boolean;
};

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;
type More = Partial<Omit<ActivityTerm, 'kind' | 'pattern'>>;
const term = (kind: ActivityKind, words: string, more: More = {}): ActivityTerm => ({
  kind,
  // A day may stand inside: "vino ayer a la tienda".
  pattern: foldedPattern(`${b}(?:${words.replaceAll(' ', '(?: \\ue003+)? ')})${e}`),
  verb: false,
  side: null,
  keep: false,
  weak: false,
  ...more,
});
const verb = { verb: true } as const;
const theirs = { side: 'theirs' } as const;
const ours = { side: 'ours' } as const;
const keep = { keep: true } as const;

/** What can be asked for or sent, and what is then meant. */
export const quoteWords =
  'quotes?|quotations?|estimates?|proposals?|offers?|offerte|tender|angebote?s?|kostenvoranschlag|devis|proposition|presupuestos?|cotizacion|propuesta|preventivo|proposta|orcamento|oferta|oferte|offerta|presu|ppto|pto\\.|offre(?: de prix)?|kva|prev\\.|cotacao|prijsopgave';
export const messageWords: readonly (readonly [ActivityKind, string])[] = [
  ['whatsapp', 'whats ?app|whatsapp|wa message'],
  ['text', 'sms|te?xts?|text messages?|texto|textnachricht|nachricht|dm|message|mensaje'],
  ['voicemail', 'voice ?mail|voice message|vm'],
  ['email', 'e-?mails?|mails?|courriels?|correos?|correo electronico|posta'],
];
export const paperWords =
  'brochures?|catalog(?:ue)?s?|leaflets?|flyers?|samples?|info(?:rmation)?s?|details?|photos?|drawings?|plans?|pictures?|price ?lists?|price|prices|pricing|kataloge?|prospekte?|broschuren?|unterlagen|muster|preislisten?|catalogues?|plaquettes?|echantillons?|documentation|tarifs?|catalogos?|folletos?|muestras?|informacion|precios?|invoice|contract|newsletter|case study|depliant|catalogo|folder|swatch(?:es)?';

export const terms: readonly ActivityTerm[] = [
  // Phrases before the words they are made of.
  term('missedByEither', missedByEither, keep),
  term('missed', missedCalls, theirs),
  term('missed', missedWords, { ...verb, ...theirs }),
  term(
    'call',
    'call(?:ed)? ?back req(?:uest)?|requested a call ?back|(?:asked for|asking for|wants?|wanted|needs?|would like|pls|please|can we|could we) (?:a |us to |me to )?(?:(?:call|ring)(?:ing)? ?back|callback|(?:call|ring|phone|bell) (?:him|her|them|back))|bittet um (?:einen )?ruckruf|mochte (?:einen )?ruckruf|demande (?:a etre rappelee?|un rappel|qu.on (?:le|la) rappelle)|pide que (?:le|la) llam\\S+|vuole essere richiamat[oa]|vraagt om (?:terugbellen|een belletje)|wil teruggebeld worden|pede (?:para )?(?:ligar|retorno)',
    {
      ...theirs,
      ...keep,
    },
  ),
  term(
    'voicemail',
    '(?:left|leaving) (?:(?:a|an|another|him|her|them|the|me|us|\\d|two|three|several) )*(?:voice ?mails?|voice message|vm|mess?age|msg|(?:message|msg)(?= (?:for|with))|(?:message|msg) (?:on|w/|with) (?:the |his |her |their )?(?:answer ?phone|machine|mobile|voice ?mail|wife|husband|partner|secretary|receptionist|pa)|answer ?phone message)|ab (?:besprochen|draufgesprochen)|nachricht (?:auf (?:der |dem )?\\S+ )?hinterlassen|(?:auf )?mailbox (?:besprochen|draufgesprochen)|mailbox(?= (?:\\S+ ){1,3}(?:besprochen|draufgesprochen))|laisse (?:un )?(?:message|msg|mess)(?: (?:vocal|sur (?:le |son |la |sa )?(?:repondeur|rep|messagerie)))?|(?:le |les )?(?:deje|dejado|dejamos) (?:un |otro )?(?:mensaje|recado|msj|audio)(?: (?:de voz|en (?:el|su) (?:contestador|buzon)))?|lasciat[oa] (?:un )?(?:messaggio|msg)(?: (?:in|sulla|alla) segreteria)?|voicemail ingesproken|(?:bericht|boodschap) (?:achtergelaten|ingesproken)|(?:deixei|deixado|deixamos) (?:uma |um )?(?:mensagem|recado|msg)(?: (?:de voz|no (?:voicemail|correio de voz)))?|(?:auf die mailbox gesprochen|auf (?:den )?anrufbeantworter gesprochen)|(?:laisse un )?message vocal(?: laisse)?|(?:deje|dejado|dejo)? ?(?:un )?mensaje de voz',
    { ...verb, ...keep },
  ),
  term('voicemail', '(?:went |went straight |straight )to (?:his |her |their )?(?:voice ?mail|answer ?phone)', {
    ...verb,
    ...ours,
    ...keep,
  }),
  term(
    'voicemail',
    '(?<=^\\s*)ab(?= von (?!.*gesprochen|.*besprochen))|message sur (?:le |son |mon )?repondeur|mensaje en (?:el )?contestador|nachricht auf (?:dem )?(?:ab|anrufbeantworter)|voice ?mails?|voice messages?|vm|answer ?phone|anrufbeantworter|mailbox|repondeur|buzon de voz',
    keep,
  ),
  term(
    'unsubscribed',
    'unsubscribed?|opted out|abgemeldet|abbestellt|desabonne|desinscrit|dado de baja|(?:se )?dio de baja|baja de la newsletter|disiscritto|afgemeld',
    theirs,
  ),
  term(
    'bounced',
    '(?<!(?:cheque|check|payment|card|ball) )(?:e-?mails? )?bounced(?: back)?|undeliverable|unzustellbar',
    theirs,
  ),
  term(
    'reply',
    '(?:e-?mail(?:ed)? |wrote |mailed |texted |got |came )back(?: to (?:me|us))?|replied|responded|answered(?: (?:my|our) e-?mails?)?|(?:hat )?(?:zuruckgeschrieben|geantwortet)|(?:a )?repondu|(?:ha )?respondi(?:o|do)|ha risposto|beantwoord|odpisal[a]?|svarade|respondeu',
    verb,
  ),
  term('reply', 'reply|replies|response|antwort|reponse|respuesta|risposta|odpowiedz|svar', theirs),
  term(
    'form',
    '(?:filled (?:in|out)|completed|submitted|sent|used|via|through|by) (?:(?:in|the|a|our|web|website|contact|enquiry|inquiry|quote|online) ?)*form(?:ular|ulaire|ulario)?|(?:web|contact|website|online|enquiry|inquiry) ?-?form(?: (?:submitted|submission|filled in|enquiry))?|form (?:filled in|submitted|submission)|(?:web|online|website) (?:enquiry|inquiry|lead)|(?:kontakt|anfrage)?formular(?: ausgefullt)?|(?:rempli )?(?:le )?formulaire(?: de contact)?|(?:rellen(?:o|ado) )?(?:el )?formulario|signed up (?:for|to) (?:the |our )?newsletter|(?:newsletter )?sign-?up|subscribed to (?:the |our )?newsletter|newsletter abonniert|inscrit a la newsletter',
    { ...theirs },
  ),
  term('form', 'form|booked (?:in )?(?:online|(?:via|through|on) (?:the |our )?(?:website|web|app|site))', theirs),
  term('demo', 'demo(?: (?:requested|request|please))?|demonstration|vorfuhrung|demostracion|dimostrazione', {
    keep: false,
  }),
  term(
    'download',
    '(?:has |have )?(?:re-?)?(?:down-?load|downlod)(?:ed|s|et)?|(?:he)?runtergeladen|gedownloadet|telechargee?s?|descarg(?:o|ado|aron)|se (?:ha )?baj(?:o|ado)|scaricat[oa]|gedownload|downloadde|baixou|baixado|descarregou|fez (?:o )?download',
    { ...theirs, ...keep },
  ),
  term(
    'webinar',
    '(?:attended |watched |joined |was (?:at|on) )?(?:the |our )?(?:webinar|webinaire|seminario web)(?: attended)?',
    theirs,
  ),
  term(
    'pricing',
    '(?:looked at|visited|viewed|on|checked)? ?(?:the |our )?(?:pricing|prices|price) page(?: (?:visit|view))?',
    theirs,
  ),
  term('comparison', '(?:product )?comparison page|compared products', theirs),
  term(
    'opened',
    '(?:has )?opened (?:the |our |my |an )?(?:e-?mail|mail|newsletter)|e-?mail opened|newsletter opened',
    theirs,
  ),
  term('clicked', '(?:has )?clicked(?: (?:on )?(?:the |our |a )?link)?|e-?mail clicked', theirs),
  term('website', '(?:visited|looked at|browsed|was on|on) (?:the |our )?(?:web ?site|site web)|website visit', theirs),
  term('chat', 'live ?chat|chat(?:ted)? on (?:the |our )?(?:web ?site|site)|web ?chat', theirs),
  term(
    'card',
    '(?:gave|handed|left|got|took|received|swapped|exchanged)? ?(?:me |us )?(?:his |her |their |a |the )?(?:business )?cards?(?: received)?|visitenkarte|carte de visite|tarjeta(?: de visita)?|biglietto da visita|visitekaartje',
    theirs,
  ),
  term(
    'referral',
    '(?:was |were |been |got )?(?:referred|recommended)(?: (?:to us|to me|by))?|(?:came |comes )?(?:by|through|via|on|from)? ?(?:a )?(?:referral|recommendation|word of mouth)|empfohlen|(?:auf )?empfehlung|(?:weiter)?empfehlung|recommandee?s?|recommandation|recomendad[oa]|recomendacion|aanbevolen|raccomandato',
    { ...theirs, ...keep },
  ),
  term(
    'showroom',
    "(?:visited|came (?:in)?to|came (?:round|over)(?: to)?|popped (?:in)?to|was in|been in|called (?:in )?at|came to see|came by|in|at)? ?(?:(?:the|our) )?(?:show ?room|shop|store|workshop|office|yard)(?: visit)?|walked in|walk[- ]?in|dropped in|came in|popped in|(?:war |kam )?(?:im|in die|in den|in der) (?:ausstellung|laden|werkstatt|showroom)|(?:est )?(?:venue?|passee?) (?:au|a la|a l') ?(?:showroom|magasin|boutique|atelier)|(?:vino|paso|visito|estuvo|ha venido|ha pasado) (?:a |por |en )?(?:la |el |nuestra )?(?:tienda|showroom|exposicion|taller)|(?:e |era )?(?:passat[oa]|venut[oa]|stat[oa]) (?:in |nel |nello |al |allo )?(?:negozio|showroom|laboratorio|bottega)|(?:kwam|is|was) (?:langs )?(?:langs )?(?:in |bij )?(?:de |onze )?(?:winkel|showroom|werkplaats)(?: geweest)?|(?:veio|passou|esteve) (?:a |na |no |pela |pelo )?(?:loja|showroom|oficina)",
    { ...theirs, ...keep },
  ),
  term('event', '(?:saw|met|visited|found|came across) us(?= at)', keep),
  term(
    'event',
    '(?:met )?(?:attended|visited|came to|was at|stopped (?:by|at)|at) (?:the |our )?(?:event|open day|open house|trade ?show|trade ?fair|fair|expo|exhibition|booth|stand)|event attended|open day|trade ?show|messe|salon professionnel|feria',
    { ...theirs, ...keep, weak: true },
  ),
  term(
    'contact',
    '(?:got|was|been) in (?:touch|contact)|made contact|contacted(?: (?:us|me))?|(?:hat )?sich (?:\\S+ )?gemeldet|(?:nous )?a contacte|(?:se )?puso en contacto|contacto con nosotros',
    { ...verb, ...keep },
  ),
  // What they say to a quote can come by any way.
  term(
    'accepted',
    '(?:has |have )?(?:accepted|agreed to|declined|turned down)(?: (?:the|our) (?:quote|offer|price|proposal))?|(?:hat )?(?:angenommen|zugesagt|abgelehnt|abgesagt)|(?:a )?(?:accepte|refuse|signe)|signed|unterschrieben|(?:hat )?bestellt|beauftragt|getekend|ondertekend|akkoord|tekende|(?:the )?(?:order|deposit|contract) (?:confirmed|placed|received|signed|paid)|confirmed (?:the |their |his |her )?(?:order|booking)|(?:placed|confirmed) an? order|gave (?:us )?the go[- ]?ahead|(?:said yes|said no)(?: to (?:the|our) \\S+)?|auftrag (?:erteilt|bestatigt|erhalten)|bestellung (?:bestatigt|erhalten)|zusage|absage|commande (?:confirmee|passee|recue)|pedido (?:confirmado|hecho|recibido)|ordine (?:confermato|ricevuto)|confermato (?:l.ordine|il preventivo)|opdracht (?:gegeven|bevestigd|gegund)|encomenda (?:confirmada|feita)|confirmou (?:a encomenda|o orcamento)|aceitou|aceite|recusou|firmo|firmado|firmato|assinou|assinado|(?:ha )?(?:acepto|aceptado|rechazo|rechazado)',
    { ...verb, ...theirs, ...keep },
  ),
  term(
    'chased',
    'chased(?: up)?|followed up(?: on)?(?: (?:the|my|our))?|relancee?s?|nachgefasst(?: bei)?|nachgehakt(?: bei)?|(?<=(?<![\\p{L}])bei (?!(?:uns|mir|unser\\p{L}*)(?![\\p{L}]))(?:\\S+ ){1,5})(?:nach|an)?gefragt|(?:nach|an)gefragt bei(?! (?:uns|mir|unser))|(?<=^\\s*(?:(?:and|then|also|just|have|i|we|i.ve|we.ve|\\ue003+)\\s+)*)checked (?:in )?with(?! (?:his|their|her \\p{L}+ ?(?:$|[^\\p{L} ]|(?:for|if|about|on|re|that|first)(?![\\p{L}])))(?![\\p{L}]))|checked in with(?= (?:us|me)(?![\\p{L}]))|sollecitat[oa]|nagebeld|reclamad[oa]|cobrei',
    { ...verb, ...ours, ...keep },
  ),
  // Calls.
  term(
    'call',
    "rang|phoned|called|telephoned|rung|tel'?d|buzzed|ringed|phned|dialled|gave (?:him|her|them|me|us) a (?:call|ring|bell|buzz)|bell'?d",
    verb,
  ),
  term('call', '(?:rang|phoned|called) in(?! at)', verb),
  term('call', 'angerufen|telefoniert|zuruckgerufen|durchgerufen', verb),
  term('call', 'rief(?: (?:uns|mich))? (?:an|zuruck)|ruft an|ruft zuruck', { ...verb, ...theirs }),
  term('call', "(?:m'|nous )?(?:a|ont) (?:appele|telephone|rappele)|appelait", { ...verb, ...theirs }),
  term('call', "j'?ai (?:appele|telephone(?: a)?|rappele)|avons (?:appele|rappele)", { ...verb, ...ours }),
  term('call', 'appele|telephone|rappele', verb),
  term('call', 'llame|llamamos|he llamado|hemos llamado', { ...verb, ...ours }),
  term('call', 'llamo|llamaron|ha llamado|han llamado', { ...verb, ...theirs }),
  term('call', 'llamad[oa]|telefonead[oa]', verb),
  term('call', 'appelle(?:nt)?|chiama(?:no)?|belt|rings', { ...verb, ...theirs }),
  term('call', 'chiamat[oa]|telefonato a', { ...verb, ...ours }),
  term('call', 'ho chiamato|abbiamo chiamato|liguei|ligamos|ik belde|zadzwonilem|zadzwonilam|jag ringde', {
    ...verb,
    ...ours,
  }),
  term(
    'call',
    'ha chiamato|ha telefonato|ligou|telefonou|(?:heeft )?gebeld|belde|zadzwonil|zadzwonila|ringde|ringt',
    verb,
  ),
  term(
    'call',
    '(?:phone|incoming|inbound|outgoing|outbound|quick|long|short) ?calls?|phonecalls?|calls?|phone|(?<=(?:au|par|am|al|por) )(?:tel|tlf|tfno)|ring|call-?back|telefonat|anruf|ruckruf|telefon|appel|coup de fil|telephone|llamada|chiamata|telefonata|ligacao|telefoontje|samtal|rozmowa',
  ),
  // Messages.
  term('whatsapp', "whats ?app(?:'?e?d)|wa'd|appte|geappt", { ...verb }),
  term('whatsapp', 'whats ?app(?: message| msg| chat)?'),
  term('text', "texted|txt'?(?:e?d)|messaged|dm.?d", verb),
  term(
    'text',
    '(?:text|txt) (?:messages?|msgs?)|te?xts?|sms|textnachricht|nachricht|texto|mensaje|messaggio|mensagem|bericht|messages?|dms?',
  ),
  term(
    'email',
    'e-?mailed|mailed|wrote(?: (?:in|to (?:us|me)))?|dropped (?:\\S+ )?a line|gemailt|angeschrieben|geschrieben|schrieb|schreibt|writes|scrive|schrijft|schreef|escreve|escribe|a ecrit|ecrit|nous a ecrit|escribio|ha escrito|ha scritto|escreveu|gemaild|mailden?|mailade|napisal[a]?',
    verb,
  ),
  term('email', 'escribi|escribimos|he escrito', { ...verb, ...ours }),
  term('email', 'e-?mails?|mails?|courriels?|correos?(?: electronicos?)?|posta'),
  // Meetings.
  term(
    'meeting',
    'met(?: with| up with| up)?|meeting(?: held)?|had (?:a )?(?:meeting|coffee|lunch)|visited|visit(?: to)?|saw|been (?:round |over )?to see|went (?:round |over |out )?to see|(?:popped|nipped|went|drove|been|called) (?:round|over|out) (?:to|at)|popped (?:round|over)|called round|mtg|appt|coffee|lunch|zoom(?:ed)?|teams call|video ?call|treffen|getroffen|termin|visitei|encontrei|recebi a visita|sopralluogo|passe[es]? (?:voir|chez|au chantier|sur (?:le )?chantier)|alle voir|alles voir|bezocht|besprechung|besuch(?:t)?|gesprach|rdv|rendez-vous|rencontre|reunion|vu|visite|reunion|reunido|reuni(?:mos)?|cita|visita|vi a|vimos a|incontro|riunione|incontrato|encontro|reuniao|afspraak|ontmoet|gesproken|spotkanie|mote|traffade',
    verb,
  ),
  // Quotes.
  term('quote', `(?:quoted|re-?quoted|priced(?: up)?|estimated)|(?:made|gave) (?:an? )?(?:offer|quote|price)`, {
    ...verb,
    ...ours,
  }),
  term('quote', quoteWords),
  // What they ask for.
  term(
    'information',
    '(?:has |have )?(?:asked|asking|enquired|inquired|requested|requests|ask|angefragt|angefordert|nachgefragt|gefragt|erkundigt|fragte|bat|demande|a demande|pide(?:n)?|pede(?:m)?|chiede|vraagt|fragt|prosi|pidio|pidieron|ha pedido|pregunto|solicito|ha solicitado|ha chiesto|chiesto|pediu|perguntou|aangevraagd|gevraagd|vroeg|zapytal[a]?|fragade)(?: (?:for|about|after|if|whether|how|what|nach|um|por|sur|si))?',
    { ...verb, ...theirs, ...keep },
  ),
  term(
    'information',
    'enquir(?:y|ies)|inquir(?:y|ies)|(?:info|information|price|brochure|quote) req(?:uest)?|enq|inq|new (?:lead|prospect|customer|client)|lead(?= (?:from|via|through))|neue[rs]? (?:kund\\p{L}+|interessent\\p{L}*|lead)|neukund\\p{L}+|nouveau (?:client|prospect|contact)|nuevo (?:cliente|contacto|lead)|nuovo (?:cliente|contatto)|nieuwe (?:klant|lead)|novo cliente|request for (?:info|information|price|quote|brochure|a quote)|anfrage|demande(?: de (?:devis|prix|renseignements?))?|consulta|solicitud|richiesta|pedido|aanvraag|zapytanie|forfragan',
    theirs,
  ),
  term(
    'information',
    'wants?|wanted|needs?|needed|would like|is after|was after|after|(?:is |was )?looking for|(?:is |was )?interested in|interested|mochte|braucht|wunscht|sucht|interessiert|will(?= (?:\\d+|ein\\p{L}*|neue\\p{L}*|unser\\p{L}*|das|den|die) )|veut|voudrait|souhaite|cherche|interesse|quiere|necesita|busca|interesad[oa]|vuole|cerca|quer|wil|zoekt|chce',
    { ...verb, ...theirs, ...keep, weak: true },
  ),
  term(
    'call',
    "tried(?: (?:to (?:call|ring|phone|reach|get hold of)|calling|ringing|phoning))?|no (?:answer|joy|luck|reply)(?: (?:from|at|with))?|(?:not|isn.t|isnt) (?:picking|answering)(?: up)?|keiner da|geht nicht (?:ran|ans telefon|dran)|nimmt nicht ab|nicht ans telefon|meldet sich nicht|ne (?:repond|decroche) pas|no (?:coge|responde|contesta|cogio|respondio)(?: (?:el|al) (?:tlf|telefono|movil|tel|fono))?|neemt niet op|niet (?:bereikt|opgenomen|bereikbaar)|nao (?:atende|responde|atendeu|consegui falar)|niemand (?:da|erreicht)|kein anschluss|geen gehoor|non risponde|nao atende(?:u)?|(?:did(?:n't|nt| not)|not) (?:answer|pick(?:ing)? up|answering)|(?:could|can)(?:n't|nt| not|not) (?:reach|get hold|get through)|(?:ca|can)'?n?t (?:reach|get hold of|get through)|unreachable|nicht (?:erreichbar|rangegangen)|nicht erreicht|ging nicht ran|(?:pas |in)joignable|pas (?:pu|reussi a) (?:l[ea] |l.)?(?:joindre|avoir|contacter)|no (?:he podido|pude|consigo|consegui) (?:hablar|localizar|contactar)(?: con)?|non (?:sono riuscit[oa] a|ho) (?:parlare|trovato|contattare)(?: con)?|niet te pakken(?: gekregen)?|no contest[ao]",
    { ...verb, ...ours, ...keep, weak: true },
  ),
  term(
    'meeting',
    'measured(?: up)?|(?:site )?walk-?(?:thru|through|round)|(?<=(?<![\\p{L}])(?:bij|bei) (?:\\S+ ){1,4})(?:geweest|gewesen)|aufmass? (?:gemacht|genommen)|ausgemessen|vor ort|(?:pris )?(?:les )?mesures prises|pris (?:les )?mesures|toma de medidas|tomado medidas|medido|ingemeten|opgemeten|prese? (?:le )?misure|sopralluogo|op bezoek(?: geweest)?|medicoes',
    { ...verb, ...keep, weak: true },
  ),
  // What was sent: see sentThing in activities.ts.
  term(
    'sent',
    'raus(?:geschickt|gegangen)?|dropped(?= (?:the|a|an|our|some) )|dropped (?=(?:\\S+ ){1,4}(?:off|round|in)(?![\\p{L}]))|sent(?: (?:over|out|off|across))?|posted|dropped off|handed over|delivered|resent|forwarded|shared|(?:zu|ab)?geschickt|verschickt|(?:zu|ab)?gesendet|versendet|(?:zu)?gesandt|ubergeben|envoyee?s?|transmis|remis|enviad[oa]s?|mandad[oa]s?|inviat[oaie]|spedit[oaie]|mandat[oaie]|trasmess[oaie]|enviei|verstuurd|gestuurd|opgestuurd|wyslal[a]?m?|wyslan[aey]|skickat?|skickade',
    verb,
  ),
  term('sent', 'mandou|enviou', { ...verb, ...theirs }),
  term('sent', 'mandei|enviei|ho mandato|ho inviato|ho spedito', { ...verb, ...ours }),
  term('sent', 'envie|enviamos|mande|mandamos|he enviado|hemos enviado', { ...verb, ...ours }),
  term('sent', 'envio|enviaron|mando|mandaron|ha enviado|han enviado', { ...verb, ...theirs }),
  term('newsletter', 'newsletters?'),
  term(
    'contact',
    'spoke (?:to|with)|spoken (?:to|with)|spoke|talked (?:to|with)|had a (?:chat|word|talk)(?: with)?|chat(?:ted)?(?: (?:to|with))?|caught up with|gesprochen|(?:ho |abbiamo )?sentit[oa]|parle(?: (?:a|avec))?|discute avec|hable (?:con|a)|hablado con|hablamos con|parlato con|falei com|gesproken met',
    { ...verb, ...keep },
  ),
];
