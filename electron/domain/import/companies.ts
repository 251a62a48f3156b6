// Detects company names by legal form or trade.
import { normalize } from './text.ts';

const legalForm =
  /[\s,.](?:gmbh|mbh|ag|kg|ohg|gbr|ug|e\.? ?v\.?|e\. ?k\.?|inc\.?|incorporated|corp\.?|corporation|llc|l\.l\.c\.|llp|ltd\.?|limited|plc|company|sarl|eurl|sasu|slu?|s\.a\.r\.l\.|sas|s\.a\.s\.|s\.a\.|s\.l\.u?\.?|s\.?r\.?l\.?|s\.p\.a\.|spa|b\.v\.|bv|n\.v\.|nv|oy|aps|a\/s|sp\.? z o\.? ?o\.?|s\.?r\.?o\.?|kft|ltda|pty|pvt)\.?$/;
/** Written so it is a legal form; "Åsa Ek" is a person. */
const merchant = /\p{Ll}[\s,]+eK$/u;
const family =
  /(?:&|\+|\bund|\band|\bet|\by|\be|\bi)\s(?:sohne|sohn|tochter|sons?|co|cie|fils|hijos|figli|filhos|partner|partners|associes|associates|kollegen)\b/;
const trade =
  /^(?:backerei|konditorei|metzgerei|fleischerei|tischlerei|schreinerei|zimmerei|dachdeckerei|gartnerei|druckerei|brauerei|kanzlei|apotheke|praxis|autohaus|gasthof|gasthaus|landgasthof|pension|hotel|restaurant|cafe|stadtwerke|gemeinde|stadt|landkreis|verein|weingut|ristorante|trattoria|garage|boulangerie|pharmacie|mairie|ville de|commune de|cabinet|clinique|ayuntamiento|restaurante|farmacia|clinica|comune di|studio|universitat|university of|hochschule|school of|bank of)\s.|\s(?:gruppe|group|holding|solutions|services|consulting|technologies|technology|systems|industries|enterprises|partners|logistics|foundation|stiftung|university|hospital|klinik|verlag|institut|institute|ministry)$/;

/** True for "Sommer & Söhne GmbH", "Bäckerei Sommer", "Acme Solutions"; false for possible persons. */
export function isCompanyName(name: string): boolean {
  if (name.length > 300) return false;
  const text = normalize(name);
  return legalForm.test(text) || merchant.test(name.trim()) || family.test(text) || trade.test(text);
}
