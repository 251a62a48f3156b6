// Words that look like names and are none: what is sent, where people are met, months, abstract nouns.
import { paperWords, quoteWords } from './activity-terms.ts';
import { foldedPattern } from './pattern.ts';

const things = foldedPattern(`^(?:${quoteWords}|${paperWords})$`);
/** Where people are met and heard of; months that are no first names; what ends as abstract nouns do. */
const noName = foldedPattern(
  /^(?:teams|zoom|skype|google|ads|facebook|insta(?:gram)?|whatsapp|linkedin|tiktok|pinterest|youtube|checkatrade|trustpilot|yell|houzz|messenger|signal|telegram|januar|janner|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|decembre|enero|febrero|marzo|abril|mayo|junio|julio|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|janeiro|fevereiro|junho|julho|outubro|dezembro|nada|nichts|rien|niente|niets|orders?|commandes?|pedidos?|bestelling|ordine|opdracht|encomenda|easter|xmas|christmas|weihnachten|ostern|navidad|\p{L}*(?:hochzeit|feier|termin|reinigung|messe|auftrag|projekt)|\p{L}{4,}(?:ung|heit|keit|schaft|itat|tion|sion|cion|zione|cao|mento))$/u,
);
/** What can be sent is nobody: "Devis accepté par ...". */
export const isThing = (word: string): boolean => things.test(word) || noName.test(word);
