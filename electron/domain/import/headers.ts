// What headers mean, in the languages they come in. Text to search in lists, folded by `headerKey` when they are loaded.
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import { phrases } from './header-terms.ts';
import { headerKey, headerTerms } from './text.ts';

export type HeaderMatch = { readonly target: ImportTarget; readonly score: number };

/** Words that mean something as a whole header, and nothing within a longer one: "Duration (total)", "Contact owner". */
const tooGeneral = new Set(
  'total sales price value close closed opened lead client customer person contact account deal other group gruppe request service product state location role function period start agent commercial reason source business title stage phase status event action details direction outcome lists infos owner range amount about subject prospect debut periode anfrage participant recipient buyer titular praxis verein institution affaire opportunite oportunidad opportunita chance confidence etablissement interlocuteur titolare representante negocio trattativa kontonummer deals founder denomination patient patientin couple applicant member student pupil donor guest tenant landlord homeowner cliente paciente paziente mandant mandantin bewerber bewerberin mitglied schuler schulerin socio alumno aluno utente iscritto allievo klant klient pacjent uczestnik deltagare medlem enquirer inquirer household haushalt eltern parent parents guardian policyholder insured purchaser passenger trainee candidate kandidat candidat candidato adherent eleve locataire inquilino hospede ospite huurder deelnemer kursant names progress avancement stand laget esito ergebnis resultat resultado risultato result voortgang andamento gross preventivo orcamento enquired negotiator'.split(
    ' ',
  ),
);
/** Words before a name that only say whose or which: "Default Address City", "Work phone", "Invitee Email". */
const qualifiers = new Set(
  'default address your ihr ihre votre su tu work primary main current contact lead person customer client invitee attendee respondent registrant participant billing mailing business office prospect guest subscriber recipient teilnehmer kontakt kunden participant shipping geschaftlich dienstlich beruflich professionnel'.split(
    ' ',
  ),
);

const exact = new Map<string, HeaderMatch>();
const loose: { readonly words: readonly string[]; readonly target: ImportTarget }[] = [];
for (const [target, list] of phrases) {
  for (const [index, phrase] of list.split('|').entries()) {
    const key = headerKey(phrase);
    if (!exact.has(key)) exact.set(key, { target, score: 1 - index / 1000 });
    const words = headerTerms(phrase);
    if (words.join('').length >= 5 && !(words.length === 1 && tooGeneral.has(words[0] ?? '')))
      loose.push({ words, target });
  }
}
// Our own words are known as they stand on the screen.
for (const [target, { label }] of Object.entries(importTargets) as [ImportTarget, { label: string }][]) {
  if (!exact.has(headerKey(label))) exact.set(headerKey(label), { target, score: 1 });
}
loose.sort((a, b) => b.words.length - a.words.length || b.words.join('').length - a.words.join('').length);

const sign = /[£$€]|\b(?:EUR|GBP|USD|CHF|SEK|PLN)\b/;
const besideSign = new Set('eur gbp usd chf sek pln job work total k'.split(' '));

/** True when the whole header is a phrase we know. */
export const isKnownHeader = (header: string): boolean => exact.has(headerKey(header));

/** What a header means: surely (score near 1), because it holds a phrase we know (below 0.7), or null. */
export function matchHeader(header: string): HeaderMatch | null {
  const words = headerTerms(header);
  // "£" alone, "Job $" and "Work (EUR)".
  if (sign.test(header) && words.every(word => besideSign.has(word))) return { target: 'dealAmount', score: 0.75 };
  const whole = exact.get(words.join(''));
  if (whole) return whole;
  // "E-mail 1 - Label" says what kind of address it is, not which.
  if (words.length > 14 || /^(?:label|type|yomi)$/.test(words.at(-1) ?? '')) return null;
  const numbered = exact.get(words.filter(word => !/^\d{1,2}$/.test(word)).join(''));
  if (numbered) return { target: numbered.target, score: 0.8 };
  // "Default Address City" is a city, "Job Address" is an address.
  const bare = words.at(-1) === 'address' ? undefined : exact.get(words.filter(word => !qualifiers.has(word)).join(''));
  if (bare) return { target: bare.target, score: 0.72 };
  // "Amount / Amount" is an amount.
  const once = exact.get([...new Set(words)].join(''));
  if (once && once.target !== 'fullName') return { target: once.target, score: 0.71 };
  for (const phrase of loose) {
    if (phrase.words.length <= words.length && holds(words, phrase.words)) {
      return { target: phrase.target, score: 0.3 + (0.4 * phrase.words.length) / words.length };
    }
  }
  return null;
}

function holds(words: readonly string[], phrase: readonly string[]): boolean {
  for (let from = 0; from + phrase.length <= words.length; from++) {
    if (phrase.every((word, i) => words[from + i] === word)) return true;
  }
  return false;
}
