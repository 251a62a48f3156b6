// Words that are in no name: where one stands, a name is over.
import { foldedPattern } from './pattern.ts';

const list = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Pronouns and articles, helping verbs, prepositions and everyday words of the languages the line reads. */
const inNoName = new Set(
  list(`
  a an the this that these those my our your his her hers its their them they it he she him me us you i we who whom which what when where why how
  is was were are be been being am has have had do does did done will would shall should can could may might must not no yes n't
  about re regarding concerning for to from with without at in on off by of as into onto over under up down out round around near after before until till than then so but if because since while again back
  one two three four five six seven eight nine ten zwei drei vier deux trois dos tres cuatro
  and or also too just only very really quite more less some any all every each both few many much still already yet soon later earlier now today tomorrow yesterday
  wants want wanted wanting needs need needed needing asked asking ask asks said says saying told tells telling likes like liked loves love loved looking look looks interested interest keen happy ready
  get got getting gets give gave given go going goes gone went come coming comes came see saw seen seeing take took taken taking make made making put let think thinks thought know knows knew call called calling rang ring phone phoned email emailed text texted
  req enq inq appt mtg msg vm won lost paid sold left came popped tried ordered cancelled canceled moved spoke met sent wg bzgl betr ggf evtl zwecks env husband wife son daughter mum dad mother father brother sister partner boss colleague secretary assistant receptionist
  new old another other first second next last please thanks thank ok okay hi hello hey dear sorry
  answer reply response message quote price brochure sample samples job work house home site lunch show fair stand staircase stairs kitchen door doors window windows roof floor garden fence gate bathroom conservatory extension loft porch
  customer client prospect lead contact someone somebody anyone anybody nobody lady gentleman guy man woman bloke couple person people caller visitor walk-in stranger unknown same
  follow-up architect builder neighbour kunde kunden kundin klant cliente clienta clientes gekregen erhalten bekommen recu recue recibido recibida ricevuta ricevuto recebi received casa
  contestado contesta respondido risposto geantwoord
  j'ai j'avais c'est d'un d'une nouvelle nouveau nuevo nueva nuova nuovo novo nova nieuwe nieuw sold booked dropped posted hab grad
  half past quarter midday noon twice once thrice again straight away properly
  budget deal order invoice meeting appointment visit survey demo delivery
  und oder mit von zu zum zur bei beim an am im in auf fur uber um wegen nach vor seit bis aus ohne gegen durch als wie dass weil ob wenn der die das den dem des ein eine einen einem einer eines kein keine nicht kein ich wir er sie es ihr ihm ihn ihnen uns mich mir sich hat habe haben hatte hatten ist sind war waren wird werden wurde will wollte mochte mochten soll sollte kann konnte braucht nochmal noch schon auch nur sehr mehr neue neuer neues heute gestern morgen bitte
  et ou avec sans pour par sur sous dans chez aupres fait faite faites vers au aux du des le la les l un une ce cet cette ces son sa ses leur mon ma mes notre nos il elle ils elles on nous vous je j me se que qui quoi dont est sont etait a ont avait ai as avons sera pas ne plus tres deja encore veut voudrait demande hier demain propos sujet
  y o con sin por para sobre en de del al el la los las un una unos unas lo su sus mi nos se le les que quien es son era ha han he hemos habia fue no si ya muy mas quiere pide ayer hoy acerca
  il lo gli i di da per su tra fra uno che chi e ed ma con ho abbiamo hanno
  os as um uma uns umas com por em no na nos nas ao aos
  het een en of met voor naar op te ik wij zij hij niet geen heeft
  och i pa till fran ett inte har
  w na z do od po nie jest ma
`),
);
/** Small words that stand inside names: "Anna van der Berg", "María de la Cruz". */
export const nameParticles = new Set(
  list('van von der den de del della di da do dos das du la le el bin ibn al ter ten te zu zum zur mac st y af y'),
);
export const titles = new Set(
  list(
    'mr mrs ms miss cllr councillor capt sgt mx dr prof sir rev mister herr herrn frau hr fr fam familie family familia famiglia famille mme mlle m monsieur madame mademoiselle mag dipl ing sr sra srta sr.a dña dra dras drs dres mw mvr eng arq maitre hrn senor senora senorita don dona sig sig.ra sigra sig.na dott dott.ssa avv geom ing arq signor signora dhr mevr mevrouw meneer pan pani senhor senhora sres ehepaar eheleute paar signori signore senores eng coniugi',
  ),
);

/** People who are none: nobody is called that. */
const placeholders = new Set(
  list(
    'tbc tbd tba na none nobody noone unknown anonymous someone somebody anyone customer client prospect lead caller visitor stranger person test new same him her them us me it they she he jemand kunde kundin unbekannt interessent inconnu quelqu client cliente desconocido alguien',
  ),
);

/** Words that are names as well, behind a first name and with a capital: "Owen Price". */
const lastNames = new Set(
  list(
    'mai may june april august juin home homes windows doors kitchens gardens price house fair gate garden said case love guy man ring porch church may will long day',
  ),
);
export const isLastName = (word: string, token: string): boolean => lastNames.has(word) && /^\p{Lu}\p{Ll}/u.test(token);

const particlesAreSmall = (word: string): boolean => inNoName.has(word) && !titles.has(word);

/** Words that are first names as well, with a capital and before another name. */
const firstNames = new Set(list('des ed al will may su ella elle per guy long'));
export const isFirstName = (word: string, token: string): boolean =>
  firstNames.has(word) && /^\p{Lu}\p{Ll}/u.test(token);

/** `word`: folded, without marks around it. */
export const endsName = (word: string): boolean => particlesAreSmall(word);
export const isPlaceholder = (word: string): boolean => placeholders.has(word.replace(/[^\p{L}]/gu, ''));

/** What a trade is called at the end of a company's name, beyond those an import knows. */
const trades = new Set(
  list(
    'joinery joiners builders building construction plumbing plumbers heating roofing roofers electrical electrics carpentry kitchens bathrooms interiors windows doors furniture motors cars garage autos services garden gardens landscapes landscaping nursery bakery butchers cafe pub inn arms hotel school academy college church council library surgery dental dentists vets clinic pharmacy salon gym studio studios designs design architects architecture estates properties lettings homes housing developments engineering fabrications steel timber glass glazing flooring tiles carpets blinds catering events marketing media agency digital software tech labs technologies logistics transport haulage couriers farms farm foods brewery winery stores shop supplies tools hire rentals cleaning security insurance finance accountants solicitors legal recruitment training partners partnership associates brothers bros co firm trust charity club society festival joinery holdings international uk shopfitters decorators',
  ),
);
/** What stands at the beginning of a company's name in other languages. */
const companyBeginnings = new Set(
  list(
    'bar cafe mairie ayuntamiento comune gemeinde sci eurl residence copropriete hotel hostel pension villa clinica clinique cabinet garage restaurant restaurante ristorante trattoria hnos hermanos gebr gebruder gebroeders fratelli freres irmaos ets etablissements atelier menuiserie ebenisterie charpente construcciones reformas talleres taller carpinteria muebles comunidad hostal inmobiliaria falegnameria edil impresa officina arredamenti timmerbedrijf timmerfabriek bouwbedrijf aannemersbedrijf schildersbedrijf bakkerij slagerij installatiebedrijf schrijnwerkerij meubelmakerij carpintaria marcenaria construcoes padaria oficina condominio junta zimmerei holzbau bau elektro sanitar malerbetrieb hausverwaltung firma fa praxis kanzlei backerei metzgerei autohaus gasthof gasthaus buro zaklad firma snickeri byggfirma',
  ),
);
export const beginsCompany = (word: string): boolean => companyBeginnings.has(word);
const legalForms = new Set(
  list('srl spa snc sas sarl sa sl slu gmbh ag kg ohg gbr ug ltd llp llc inc plc bv nv lda ab'),
);
export const isLegalForm = (word: string): boolean => legalForms.has(word.replace(/\./g, ''));

/** German and Dutch write the trade as the end of one word: "Holzhandel", "Timmerbedrijf". */
const tradeEnding = foldedPattern(
  /\p{L}{2}(?:handel|handlung|technik|techniek|service|werke|werkstatt|betrieb|bedrijf|bouw|bau|haus|markt|dienst|verwaltung|agentur|praxis|kanzlei|gruppe|schule|verein|zentrum|centrum|winkel|makelaars|praktijk|zaak|studio|gesellschaft)$/u,
);

/** A trade written as one word: "Tierarztpraxis Dr. Moll". */
export const namesTrade = (word: string): boolean => word.length > 6 && tradeEnding.test(word);

export const isTrade = (word: string): boolean => trades.has(word) || tradeEnding.test(word) || word === 'b&b';
