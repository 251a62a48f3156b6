// How somebody found us: "recommended by Joan", "saw the website", "met at the fair", as one of the workspace's channels.
import { fold } from './fold.ts';
import { foldedPattern } from './pattern.ts';
import type { LineHome, LineSpan, SaidTouch } from './said.ts';

type Way = {
  /** Words of a line that say somebody came this way. */
  readonly line: RegExp;
  /** Words in the name of the channel it is. */
  readonly label: RegExp;
};
const b = String.raw`(?<![\p{L}\p{N}])`;
const way = (line: string, label: string): Way => ({
  line: foldedPattern(`${b}(?:${line})`),
  label: foldedPattern(`${b}(?:${label})`),
});
/** Before the name of a place on the net or in town: they came from there. */
const cameBy =
  '(?:found (?:us|me) |saw (?:us|me) |came (?:to us |in )?|comes? |heard of us |got (?:us|our (?:name|number)) |enq\\p{L}* |inquiry |lead |anfrage |kam |kommt |gefunden |demande |venue? |contact |consulta |llego |vino |contatto |richiesta |aanvraag |vond ons |pedido |veio )?(?:on|via|through|thru|from|by|over|at|in|off|uber|auf|durch|bei|vom?|par|sur|depuis|por|en|desde|tramite|da|dal|su|sul|op|bij|pel[oa]|no|na|de|del|dalla|du|von) (?:the |our |your |my |die |den |der |das |unsere? |le |la |l.|notre |el |nuestr[oa] |il |lo |il nostro |de |het |onze |o |a |nosso )?';
const ways: readonly Way[] = [
  way(
    '(?<!(?<!\\p{L})(?:i|we|i have|we have|i.ve|we.ve) )(?:was |been |got )?(?:recommended|referred)(?! (?:us|me|him|her|them) to)|referral|(?:a |on )?recommendation|word of mouth|(?:weiter)?empfohlen|(?:weiter)?empfehlung|mundpropaganda|recommandee?s?|recommandation|bouche a oreille|recomendad[oa]|recomendo|recomendacion|boca a boca|raccomandat[oa]|passaparola|consigliat[oa] da|aanbevolen|aanbeveling|via via|indicad[oa] p|indicacao|recomendacao',
    'refer|recommend|word of|empfehl|recommand|recomend|boca|passaparola|raccomand|aanbevel|indica',
  ),
  way(
    `${cameBy}(?:google ads?|adwords|advert\\p{L}*|ads?(?!\\p{L})|anzeige|annonce|anuncio|annuncio|advertentie|leaflet|flyer|prospekt)`,
    'advert|ads?(?!\\p{L})|anzeige|werb|pub|anunci|publicid',
  ),
  way(
    `${cameBy}google|${cameBy}(?:search|internet search)|googled us|gegoogelt`,
    'google|search|such|recherche|buscador|ricerca|zoek',
  ),
  way(
    `${cameBy}(?:web ?-?site|web ?page|web ?form|contact form|web|site (?:web|internet)|sito|pagina web|homepage|webseite|internetseite|kontaktformular|formulaire|formulario)|(?:website|web|online) (?:enq|inq|form|lead)\\p{L}*`,
    'web ?-?site|web|homepage|site|sito|internet',
  ),
  way(
    `(?:facebook|fb|insta(?:gram)?|linked ?in|tik ?tok|messenger|nextdoor) (?:msg|message|dm|nachricht|mess\\p{L}*|mensaje|bericht|mensagem|enquiry|lead|anfrage)|${cameBy}(?:facebook|fb|insta\\p{L}*|linked ?in|tik ?tok|pinterest|social media|youtube|nextdoor)(?!\\p{L})`,
    'social|facebook|instagram|linkedin|reseaux|redes|sozial',
  ),
  way(
    `(?:met |saw |spoke |talked )?${cameBy}(?:trade ?show|home show|show(?!room)|(?:trade |craft |wedding )?fair|expo|exhibition|messe|\\p{L}+messe|salon (?:de|du|des)|feria|fiera|beurs|feira)`,
    'trade|show(?!room)|fair|messe|salon|feria|fiera|beurs|expo|event|feira',
  ),
  way(
    `${cameBy}(?:show ?room|shop|store|ausstellung|laden|magasin|tienda|negozio|winkel|loja)`,
    'show ?room|shop|store|walk|laden|ausstellung|magasin|tienda|negozio|winkel|loja',
  ),
  way(`${cameBy}webinar`, 'webinar'),
];

const leadThere = foldedPattern(`${b}${cameBy}$`);
const letterOrDigit = foldedPattern('[\\p{L}\\p{N}]');

/** The name of a channel behind a word that leads to it. */
function byName(folded: string, label: string): LineSpan | null {
  for (let at = folded.indexOf(label); at >= 0; at = folded.indexOf(label, at + 1)) {
    const to = at + label.length;
    const lead = letterOrDigit.test(folded.charAt(to)) ? null : leadThere.exec(folded.slice(0, at));
    if (lead) return { from: lead.index, to };
  }
  return null;
}

/** The channel a line names, by its own name behind a word that leads to it, or by everyday words for one that is there. */
export function channelOf(line: string, { channels }: Pick<LineHome, 'channels'>): SaidTouch | null {
  const folded = fold(line);
  const named = channels.flatMap(({ id, label }): SaidTouch[] => {
    const span = label.trim() === '' ? null : byName(folded, fold(label.trim()));
    return span ? [{ text: line.slice(span.from, span.to), options: [id], sure: true }] : [];
  });
  const [own] = named.toSorted((one, other) => other.text.length - one.text.length);
  if (own) return own;
  for (const { line: words, label } of ways) {
    const match = words.exec(folded);
    const options = match ? channels.filter(one => label.test(fold(one.label))).map(({ id }) => id) : [];
    // Of two channels that may be meant neither is taken.
    if (match && options.length > 0)
      return { text: line.slice(match.index, match.index + match[0].length), options, sure: options.length === 1 };
  }
  return null;
}
