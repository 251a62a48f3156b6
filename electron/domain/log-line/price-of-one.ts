// Whether an amount is the price of one: "4 chairs @ £185", "£25 a night", "180 €/Monat". What it is worth in all is asked.
import { foldedPattern } from './pattern.ts';

/** What is counted or measured, where no "per" stands before it. */
const units =
  'nights?|weeks?|months?|quarters?|days?|hours?|head|person|years?|pieces?|metre|meter|m|ml|m2|m3|m²|m³|sqm|qm|mq|lfm|lm|kg|kilo|ton(?:ne)?|litre|liter|litro|item|unit|visit|session|lesson|stuck|monat|stunde|tag|woche|nacht|personen?|mois|heure|h|jour|nuit|semaine|personne|unite|stere|mes|hora|dia|noche|semana|persona|unidad|pieza|metro|mese|ora|giorno|notte|settimana|pezzo|unita|maand|uur|dag|stuk|noite|peca';
/** Behind "per" these say how, for what or for whom: "per email", "per la cucina", "par virement". */
const notCounted =
  "e-?mails?|mail|post|phone|telefon\\p{L}*|telephone|fax|sms|whats ?app|bank\\p{L}*|transfer|bacs|cheque|check|card|carte|virement|transferencia|bizum|bonifico|nachnahme|rechnung|quote|invoice|contract|agreement|request|courrier|lettre|correo|posta|paypal|our|the|my|your|his|her|their|its|this|that|l[aei]s?|l'|el|il|lo|los|gli|un|une|un[ao]|uma?|os?|as?|i|de[nmrst]?|das|die|het|een|m|mr|mrs|ms|mme|rapport|exemple|ejemplo|esempio|favor|fin";
/** Behind "a" these are no thing: "£4,000 a bit high". */
const noThing =
  'bit|lot|little|few|total|deposit|discount|great|good|fair|couple|while|week ago|month ago|year ago|touch|tad|shade|deal|fortnight ago|day ago';
const numbers =
  '\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|zwanzig|dreissig|deux|trois|quatre|cinq|huit|dix|douze|vingt|trente|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta|due|tre|quattro|cinque|sei|sette|otto|dieci|venti|trenta|twee|vijf|zes|zeven|negen|tien|twintig|dertig|dois|duas|quatro|oito|dez|vinte|trinta';
const rates =
  '(?:day|daily|hourly|weekly|monthly|nightly|unit|piece|item|metre|session) (?:rate|price|cost|fee)|(?:stunden|tages|monats)satz|(?:stuck|quadratmeter|meter|stunden|einzel)preis|monatsmiete|prix unitaire|(?:taux|tarif) (?:horaire|journalier)|precio (?:unitario|por \\p{L}+|la hora)|prezzo (?:unitario|al? \\p{L}+)|(?:costo|tariffa) orari[oa]|stukprijs|uurtarief|uurprijs|dagtarief|preco unitario|tarifa horaria';
const e = '(?![\\p{L}\\p{N}])';

const behind = foldedPattern(
  `^\\s?(?:/\\s?(?:\\p{L}|\\d)|(?:for )?(?:each|every|apiece|a ?piece|ea|per|pcm|pppn|p/[mhwdu]|pp|chacune?|cada|cadaun[oa]|ciascun[oa]|cad|l'un[oe]?|elk|jeweils|piece|pieces|unite|stuck|stk|stck|unidad)(?:$|\\.|(?<=each|every|cada) .*|(?=[\\s,;:.!?)]*$|[,;:.!?)])| (?=(?:and|und|et|y|e|en|for|fur|pour|para|plus|x|from|per|with|mit|inc\\p{L}*|ex\\p{L}*)${e}|\\ue003))` +
    `|pm(?=$|[,;.])` +
    `|(?:per|par|por|pro|pr) (?:${units})${e}` +
    `|(?:a|an|al|alla|all'|a l[a']?|aux?|l[ea]|l'|el|il|der|die|das|de|het|the|je|jede[rns]?|o) ?(?:${units})${e})`,
);
const perThing = foldedPattern(`^\\s?(?:per|par|por|pro|pr) (?!(?:${notCounted})${e})\\p{L}`);
/** "4000 € per rifare il bagno": what is done, in Romance languages. */
const toDo = foldedPattern(`^\\s?(?:per|par|por) \\p{L}+(?:[aei]r|re)(?:l[aeio])?${e}`);
const aThing = foldedPattern(`^\\s?an? (?!(?:${noThing})${e})\\p{L}{2}`);
const jeThing = foldedPattern('^\\s?je \\p{L}{2}');
const before = foldedPattern(
  `(?:\\d \\S.*(?:@|(?<!\\p{L})je) ?|\\d ?[x×*] ?|(?<![\\p{L}\\d.,/])(?:${numbers}) (?:\\p{L}+ ){0,3}(?:at|@|zu|zum preis von|zu je) |(?<!\\p{L})(?:${rates})(?: (?:is|of|at|von|de|di|del|es|ist|est))? ?[:=-]? ?)$`,
);
/** "30 portes à 40 €"; in English "a" is an article. */
const aBefore = foldedPattern('\\d \\S.*(?<!\\p{L})a ?$');
const perBefore = foldedPattern(`(?<!\\p{L})(?:per|each|every) (?!(?:${notCounted})${e})\\p{L}+:? ?$`);
const proBefore = foldedPattern(`(?<!\\p{L})(?:pro|je) (?!(?:${notCounted})${e})\\p{L}+:? ?$`);

/** Whether the amount from `from` to `to` is the price of one. `folded`: see fold.ts; `typed`: the same with its capitals; `language`: that of the line. */
export function isOfOne(folded: string, typed: string, from: number, to: number, language: string): boolean {
  const [left, right] = [folded.slice(Math.max(0, from - 40), from), folded.slice(to)];
  if (before.test(left) || behind.test(right)) return true;
  if (perThing.test(right) && !(['fr', 'es', 'it', 'pt'].includes(language) && toDo.test(right))) return true;
  // "Presupuesto 4000 € a Ann": behind the sign a capital is somebody.
  if (language === 'en')
    return (aThing.test(right) && !/[€$£]\s?an? \p{Lu}/u.test(typed.slice(to - 1))) || perBefore.test(left);
  return aBefore.test(left) || (language === 'de' && (jeThing.test(right) || proBefore.test(left)));
}
