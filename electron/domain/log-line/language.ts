// The language a line is written in, by its small words.

const words: Readonly<Record<string, string>> = {
  en: 'the a an about to with by at from for rang called phoned she he they i we and on last next ago has wants me him her no mr mrs met',
  de: 'hat habe haben mit wegen und am bis der die das von vor heute gestern herr herrn frau geschickt angerufen ich wir zu zur zum bei nach uhr nicht kein keine ein eine ist letzte nachste',
  fr: 'le la les a pour de du des et avec ce un une hier mme m chez dans il elle nous je au aux pas est prochain dernier lundi mardi mercredi jeudi vendredi matin soir',
  es: 'el la los las de del por para con un una senora senor ayer llamo llame hace dias y en no se le que esta manana lunes martes miercoles jueves viernes proxima',
  it: 'il lo la gli le di da del della con per un una ieri oggi domani ha signora signor sig fa e ho al alla chiamato chiamata telefonato inviato spedito incontrato mandato sentito preventivo lunedi martedi mercoledi giovedi venerdi sabato entro tra fra nel nella dal dalla settimana prossima scorsa non mi stamattina vuole chiede richiamare fiera negozio euro',
  pt: 'o a os as de do da dos das com por para um uma ontem hoje amanha senhora senhor dona ligou liguei ha e na no ao pelo pela nao dias orcamento enviei falei visitei recebi reuniao quer pede ate segunda terca quarta quinta sexta anteontem semana cliente',
  nl: 'de het een met van voor en op in bij gisteren eergisteren vandaag morgen heeft is ik wij mevrouw meneer dhr mevr gebeld belde bellen naar over uur geleden week volgende vorige maandag dinsdag woensdag donderdag vrijdag zaterdag wil offerte gestuurd gesproken klant geen nog terugbellen via',
  pl: 'pan pani pana panem i w z na do od dla wczoraj dzis dzisiaj jutro zadzwonil zadzwonila zadzwonic dzwonil o oferta oferte wyslalem wyslac spotkanie klient chce nie',
  sv: 'och i pa med fran till av om igar idag imorgon har ringde ringt herr fru en ett vill offert skickat skickade traffade moter',
};
const languages = new Map(Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]));

/** The owner's own language unless the words of another outnumber its words. `folded`: see fold. */
export function languageOf(folded: string, own: string): string {
  const said = folded.match(/\p{L}+/gu) ?? [];
  const score = (language: string): number => said.filter(word => languages.get(language)?.has(word)).length;
  let best = languages.has(own) ? own : 'en';
  let most = score(best) + 0.5;
  for (const language of languages.keys()) {
    const points = score(language);
    if (points > most) [best, most] = [language, points];
  }
  return best;
}
